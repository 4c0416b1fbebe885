"""The invented weeks of an office are laid by the system's own stories, and whole."""

import secrets
from datetime import UTC, datetime

import pytest

from functions.desk.people import Person, Role
from samples.office_days.laying import Place, lay
from samples.office_days.letters import load
from shared.model.event import Did
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.work import State
from tests.fakes.neighbours import FakeLetterStore, FakeQueue
from tests.fakes.register import fake_register

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CHIANGMAI = OfficeCode("chiangmai")


def person(name: str) -> Person:
    return Person(name=name, roles=frozenset({Role.CLERK}), office=CHIANGMAI)


@pytest.fixture(scope="module")
def laid():
    place = Place(
        fake_register(), FakeLetterStore(), FakeQueue(), FakeQueue(), person, secrets.choice
    )
    return place.register, lay(load(), place, NOW)


def test_every_letter_has_its_desk_and_some_wait_for_a_person(laid):
    register, letters = laid
    offices = {register.work.of(letter)[0].office for letter in letters.values()}

    assert {CHIANGMAI, CENTRAL} == offices
    assert {letter.id for letter in load()} == set(letters)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("flood-notice", State.OPEN),
        ("employer-moved", State.CLAIMED),
        ("refund-employer", State.WAITING),
        ("refund-member", State.FINISHED),
        ("fang-matter", State.PASSED),
    ],
)
def test_what_clerks_did_is_done(name, state, laid):
    register, letters = laid
    item = register.work.at(letters[name], CHIANGMAI)

    assert state is item.state
    assert item.read is (state is not State.OPEN)


def test_the_history_stands_at_the_times_it_tells(laid):
    register, letters = laid
    history = register.events.of(letters["refund-member"])

    assert [Did.REGISTERED, Did.SEEN, Did.TAKEN, Did.FINISHED] == [one.did for one in history]
    assert NOW > history[-1].at


def test_nothing_lies_in_the_future(laid):
    register, letters = laid

    assert all(register.letters.get(one).received_at <= NOW for one in letters.values())
