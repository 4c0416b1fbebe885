"""Clerks who never send a form twice: what was done must be told all the same."""

from dataclasses import replace

from faults.arriving import WORK
from faults.books import Books
from faults.holding import Expected
from faults.stage import Scenario, Stage
from shared.model.event import Did
from shared.model.receipt import Sending


def hasty(scenario: Scenario) -> Scenario:
    """The same scenario with such clerks."""

    def act(stage: Stage) -> None:
        scenario.act(replace(stage, people=stage.people.hasty()))

    return replace(
        scenario, name=f"{scenario.name}, once", act=act, expect=as_far_as_done, daily=True
    )


def as_far_as_done(_: Stage, books: Books) -> Expected:
    """Of what the history says was done, and what each deed owes its sender."""
    came = sum(one.sending is Sending.SENT and not one.event for one in books.receipts)
    owed = sum(bool(event.owes) and event.did is not Did.RECEIPT_RELEASED for event in books.events)
    released = {event.detail for event in books.events if event.did is Did.RECEIPT_RELEASED}
    silent = {one.arrival_id for one in books.receipts if one.sending is Sending.WITHHELD}
    passed = sum(event.did is Did.PASSED for event in books.events)
    told = came + owed + len(released & silent)
    return Expected({WORK: 1}, told, {"nan": 1, **({"pua": 1} if passed else {})})
