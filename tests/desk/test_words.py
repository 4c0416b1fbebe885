"""A clerk reads why something was done in words, never as a name of the program."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import functions.router
from functions.desk.people import Role
from functions.desk.rules import RULES
from functions.desk.words import (
    CHANNELS,
    DECIDERS,
    DEEDS_DONE,
    ROLES,
    SENDINGS,
    SOURCES,
    STATES,
    UNREADABLE,
    URGENCIES,
    Words,
)
from functions.intake.reading.refusals import Refusal
from shared.model.arrival import Channel
from shared.model.event import Did
from shared.model.official import Urgency
from shared.model.reading import Source
from shared.model.receipt import Sending
from shared.model.work import DecidedBy, State

NAMED = [
    pytest.param(STATES, State, id="states"),
    pytest.param(URGENCIES, Urgency, id="urgencies"),
    pytest.param(DECIDERS, DecidedBy, id="who decided"),
    pytest.param(DEEDS_DONE, Did, id="what was done"),
    pytest.param(SENDINGS, Sending, id="what became of a receipt"),
    pytest.param(CHANNELS, Channel, id="channels"),
    pytest.param(SOURCES, Source, id="how a page was read"),
    pytest.param(ROLES, Role, id="roles"),
]


@pytest.mark.parametrize(("words", "things"), NAMED)
def test_no_page_breaks_on_a_thing_without_words(words: dict[str, Words], things: type[StrEnum]):
    assert set(things) == set(words)


@pytest.mark.parametrize("refusal", Refusal)
def test_why_a_document_was_not_read_is_said_in_words(refusal: Refusal):
    said = UNREADABLE[refusal.value]

    assert refusal.value not in (said.th, said.en)


def rules() -> Iterator[str]:
    """The names of rules in the router's own source: words of small letters that it gives out."""
    for file in Path(functions.router.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call | ast.Return | ast.Assign):
                for one in ast.iter_child_nodes(node):
                    yield from _named(one)


def _named(node: ast.AST) -> Iterator[str]:
    """A rule's name, also as one of two answers or in a pair or a table."""
    if isinstance(node, ast.Tuple | ast.IfExp | ast.Dict):
        for one in ast.iter_child_nodes(node):
            yield from _named(one)
    elif isinstance(node, ast.Constant) and re.fullmatch(r"[a-z]+( [a-z']+)+", str(node.value)):
        yield str(node.value)


NO_RULES = {"head office", "other employer", "company branch", "no free reference was drawn"}


def test_why_a_letter_came_to_an_office_is_said_in_words():
    assert RULES.keys() | NO_RULES == set(rules()) | NO_RULES
