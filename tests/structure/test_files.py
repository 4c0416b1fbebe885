"""Nothing that belongs to one machine or one workplace is in the repository."""

import re
import shutil
import subprocess

import pytest

from tests.structure.source import PROJECT
from tests.structure.template import template

# Written in pieces, so that this file does not find itself.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
ADDRESS = re.compile("|".join(map(re.escape, REGISTRIES)) + "|--(extra-)?" + "index-url")
HOME = re.compile(r"(?<![\w./:-])/(work|root|home|farm|Users)/\w")

NOT_OURS_TO_READ = (".ttf", ".pdf", ".png", ".jpg", ".jpeg", ".traineddata", ".eml", ".docx")


def tracked() -> list[str]:
    git = shutil.which("git")
    if git is None or not (PROJECT / ".git").exists():
        pytest.skip("not a git work tree: nothing is tracked")
    done = subprocess.run(  # noqa: S603 - git, found on the path
        [git, "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [name for name in done.stdout.splitlines() if not name.endswith(NOT_OURS_TO_READ)]


@pytest.mark.parametrize(
    "unwanted",
    [
        pytest.param(ADDRESS, id="addresses of package indexes"),
        pytest.param(HOME, id="paths of one machine"),
    ],
)
def test_no_tracked_file_has(unwanted):
    found = [
        f"{name}: {match.group()}"
        for name in tracked()
        if (PROJECT / name).is_file()
        for match in [unwanted.search((PROJECT / name).read_text("utf-8", errors="replace"))]
        if match
    ]

    assert [] == found


VAGUE = re.compile(r"(^|/)(utils?|helpers?|common|manager|misc)(\.py|/)")


def test_every_room_has_a_name_that_says_something():
    assert [] == [name for name in tracked() if VAGUE.search(name)]


def test_what_a_check_of_the_template_is_told_to_overlook_has_its_reason():
    """checkov's alone: cfn-lint is told to overlook nothing."""
    told = {
        name: what["Metadata"]
        for name, what in template()["Resources"].items()
        if {"checkov", "cfn-lint"} & set(what.get("Metadata", {}))
    }
    reasons = [skip["comment"] for said in told.values() for skip in said["checkov"]["skip"]]

    assert reasons
    assert all(len(reason.split()) > 2 for reason in reasons)
    assert not any("cfn-lint" in said for said in told.values())
    assert not list(PROJECT.glob(".cfnlintrc*")) + list(PROJECT.glob(".checkov*"))
