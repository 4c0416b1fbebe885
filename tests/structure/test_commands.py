"""What the README tells a newcomer to type is there, and does what CI does."""

import re

import pytest

from tests.structure.source import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE)
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")

    assert f"make {command}" in readme


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page):
    named = re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))

    assert set() == set(named) - set(TARGETS)


def test_the_gate_runs_the_command_that_the_readme_names():
    gate = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")

    assert "\nmake test\n" in gate
