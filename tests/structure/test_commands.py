"""What the README tells a newcomer to type is there, and does what CI does."""

import re

import pytest

from tests.structure.source import PROJECT
from tests.structure.template import template

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


def test_every_name_that_the_operators_commands_ask_for_is_an_output_of_the_stack():
    """On AWS they know nothing but the stack's outputs."""
    code = "".join(path.read_text("utf-8") for path in (PROJECT / "cli").rglob("*.py"))
    asked = set(re.findall(r'\.(?:name|table)\(\s*"([A-Z]\w+)"', code))

    assert {"RegisterTable", "MailRuleSet", "ReceiptKey"} <= asked
    assert set() == asked - set(template()["Outputs"])
