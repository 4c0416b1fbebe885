"""What runs in Lambda is what was tested: every library declared, locked and hashed."""

import sys
from importlib.metadata import packages_distributions

import pytest

from tests.structure.floors import TOPS
from tests.structure.requirements import ARTEFACTS, LOCKED, extras, group, normal, pins, runtime
from tests.structure.source import PROJECT, imports

OURS = set(TOPS)

USED_UNSEEN = {
    "tzdata": "zoneinfo reads it where the system has no time zones, as in Lambda's image",
}


def third_party(top: str) -> set[str]:
    """The distributions imported below a folder at run time."""
    tops = {name.partition(".")[0] for _, name in imports(top, typing_too=False)}
    foreign = tops - OURS - set(sys.stdlib_module_names)
    owners = packages_distributions()
    return {normal(owners[name][0]) for name in foreign}


def artefact_rooms() -> list[str]:
    return sorted(p.name for p in (PROJECT / "functions").iterdir() if (p / "handler.py").exists())


def test_every_import_is_declared():
    assert set() == (third_party("functions") | third_party("shared")) - runtime()


@pytest.mark.parametrize("top", sorted(OURS - {"shared", "functions"}))
def test_every_import_of_town_samples_and_tests_is_declared(top):
    assert set() == third_party(top) - runtime() - extras() - group("dev") - group("bench")


def test_every_declared_library_is_used():
    """A library nobody uses is weight at every cold start and one more to keep safe."""
    used = third_party("functions") | third_party("shared")

    assert set() == runtime() - used - set(USED_UNSEEN)


def test_the_layer_has_what_shared_imports():
    assert set() == third_party("shared") - group("layer")


@pytest.mark.parametrize("room", artefact_rooms())
def test_each_artefact_has_what_it_imports(room):
    own = group(room) if room in ARTEFACTS else frozenset()

    assert set() == third_party(f"functions/{room}") - own - group("layer")


def test_the_artefacts_together_are_the_runtime():
    assert runtime() == frozenset().union(*(group(name) for name in ARTEFACTS))


@pytest.mark.parametrize("name", sorted(ARTEFACTS))
def test_a_manifest_is_locked_to_the_versions_of_the_tests(name):
    locked = pins(ARTEFACTS[name])

    assert set() == group(name) - {library for library, _ in locked}
    assert set() == locked - pins(PROJECT / "requirements" / "run.txt")


def test_the_tests_run_on_the_versions_of_the_deployment():
    run, dev = (pins(PROJECT / "requirements" / name) for name in ("run.txt", "dev.txt"))

    assert set() == run - dev


def test_everything_declared_for_development_is_locked():
    wanted = runtime() | extras() | group("dev") | group("bench")

    assert set() == wanted - {name for name, _ in pins(PROJECT / "requirements" / "dev.txt")}


@pytest.mark.parametrize("path", LOCKED, ids=str)
def test_everything_is_pinned_and_hashed(path):
    text = (PROJECT / path).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.replace("\\\n", " ").splitlines()]
    requirements = [line for line in lines if line and not line.startswith("#")]

    assert [] != requirements
    assert [] == [line for line in requirements if "==" not in line or "--hash=sha256:" not in line]
