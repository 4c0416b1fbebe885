"""At three in the morning: what lies among the dead letters, why, and back with it."""

import json
import re
from datetime import UTC, datetime

import boto3
import pytest

from functions.desk.troubles import DEFECT, TROUBLES, trouble
from shared import errors
from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.failure import Failure
from shared.model.messages import Found, ReceiptDue
from shared.model.suppression import Suppression, hidden
from tests.desk.conftest import House
from tests.desk.desks import ADMINISTRATOR, AUDITOR, REGISTRAR
from tests.desk.front_door import Visitor
from tests.letters import MORNING, an_arrival
from tests.structure.source import PROJECT

ADDRESS = "somchai@mail.example"


def dies(house: House, queue: str, body: str, error: str = "") -> str:
    """A message among the dead letters; returns its name."""
    sent = boto3.client("sqs").send_message(QueueUrl=house.lanes[queue].dead, MessageBody=body)
    name = sent["MessageId"]
    if error:
        failure = Failure(message_id=name, station=queue, at=MORNING, error=error, where="a.py:1 f")
        house.room.register.failures.note(failure)
    return name


def due(number: int = 1) -> str:
    told = ReceiptDue(arrival_id=an_arrival(f"mail/{number}").id, submission_id=SubmissionId("s1"))
    return told.model_dump_json()


def test_an_operator_sees_what_failed_and_why_in_words(house: House):
    dies(house, "notify", due(), "TryLater")
    dies(house, "router", "{}", "KeyError")
    dies(house, "mail", "{}")
    seen = Visitor(ADMINISTRATOR, "en").get("/operations").body

    assert "A neighbour was busy or away for long" in seen
    assert an_arrival("mail/1").id in seen
    assert "A defect of ours" in seen
    assert "No reason is known" in seen


def test_a_page_of_dead_letters_names_nobody(house: House):
    """The administrator opens no letter, and a message may hold an address."""
    found = Found(arrival=an_arrival("mail/1", envelope_sender=ADDRESS))
    dies(house, "mail", found.model_dump_json())
    dies(house, "mail", json.dumps({"Message": json.dumps({"mail": {"source": ADDRESS}})}))
    seen = Visitor(ADMINISTRATOR).get("/operations").body

    assert an_arrival("mail/1").id in seen
    assert "somchai" not in seen


def test_looking_takes_nothing_away(house: House):
    for number in range(3):
        dies(house, "router", due(number))
    visitor = Visitor(ADMINISTRATOR)

    assert 3 == visitor.get("/operations").body.count('name="message"')
    assert 3 == visitor.get("/operations").body.count('name="message"')


def test_one_message_goes_back_and_its_going_is_on_record(house: House):
    dies(house, "router", due(1))
    name = dies(house, "router", due(2))
    visitor = Visitor(ADMINISTRATOR)
    answer = visitor.post("/operations/dead-letters/router/replay", message=name)
    history = house.room.register.events.of(SubmissionId(name))

    assert 303 == answer.status
    assert [due(2)] == house.told(house.lanes["router"].queue)
    assert 1 == visitor.get("/operations").body.count('name="message"')
    assert [("admin", Did.REPLAYED, "router")] == [(e.who, e.did, e.detail) for e in history]


def test_all_of_a_queue_go_back_and_those_of_others_stay(house: House):
    for number in range(12):
        dies(house, "notify", due(number))
    dies(house, "mail", "{}")
    Visitor(ADMINISTRATOR).post("/operations/dead-letters/notify/replay")
    back = [*house.told(), *house.told()]

    assert {due(number) for number in range(12)} == set(back)
    assert [] == house.told(house.lanes["notify"].dead)
    assert ["{}"] == house.told(house.lanes["mail"].dead)


def test_pressed_twice_a_message_goes_once(house: House):
    name = dies(house, "router", due())
    visitor = Visitor(ADMINISTRATOR, "en")
    visitor.post("/operations/dead-letters/router/replay", message=name)
    again = visitor.post("/operations/dead-letters/router/replay", message=name)

    assert [due()] == house.told(house.lanes["router"].queue)
    assert "Nothing was found" in visitor.get(again.headers["location"]).body


def test_the_registry_sees_addresses_and_no_dead_letters(house: House):
    name = dies(house, "router", due())
    visitor = Visitor(REGISTRAR)
    answer = visitor.post("/operations/dead-letters/router/replay", message=name)

    assert name not in visitor.get("/operations").body
    assert 404 == answer.status
    assert [due()] == house.told(house.lanes["router"].dead)


def suppressed(house: House) -> str:
    """An address to which nothing is sent; returns its hash."""
    address = hidden(ADDRESS)
    told = Suppression(address=address, reason="bounce_permanent", at=datetime.now(UTC))
    house.room.register.suppressions.suppress(told)
    return address.hash


def test_a_suppressed_address_is_shown_in_part_and_found_by_who_knows_it(house: House):
    suppressed(house)
    visitor = Visitor(REGISTRAR, "en")
    listed = visitor.get("/operations").body
    found = visitor.post("/operations/address", address=" Somchai@MAIL.example").body
    other = visitor.post("/operations/address", address="somsri@mail.example").body

    assert "s•••@mail.example" in listed
    assert "somchai" not in listed
    assert "Not written to since" in found
    assert "That address is written to" in other


def test_a_lifted_address_is_written_to_again_and_who_lifted_it_is_on_record(house: House):
    name = suppressed(house)
    path = f"/operations/suppressions/{name}/lift"

    assert 404 == Visitor(AUDITOR).post(path).status
    for _ in range(2):
        assert 303 == Visitor(REGISTRAR).post(path).status
    (event,) = house.room.register.events.of(SubmissionId(name))
    assert house.room.register.suppressions.get(name) is None
    assert ("registrar", Did.LIFTED) == (event.who, event.did)
    assert event.detail.startswith("bounce_permanent ")


def test_a_form_of_another_site_changes_nothing(house: House):
    name = suppressed(house)
    letter = dies(house, "router", due())
    visitor = Visitor(ADMINISTRATOR)

    for path in (f"/operations/suppressions/{name}/lift", "/operations/dead-letters/router/replay"):
        assert 404 == visitor.ask("POST", path, f"message={letter}&form_token=guessed").status
    assert house.room.register.suppressions.get(name)
    assert [due()] == house.told(house.lanes["router"].dead)


def test_the_directory_in_use_and_what_its_checks_find_are_shown(house: House):
    seen = Visitor(REGISTRAR, "en").get("/operations").body

    assert "18 July 2025" in seen
    assert ">144</td>" in seen
    assert "in order" in seen
    assert "In doubt in the announcement" in seen


def test_the_reasons_that_have_words_are_those_of_the_runbook():
    running = (PROJECT / "docs" / "running.md").read_text(encoding="utf-8")
    _, _, table = running.partition("| reason | means | do |")

    assert set(TROUBLES) == set(
        re.findall(r"^\| `(\w+)` \|", table.partition("\n\n")[0], re.MULTILINE)
    )


@pytest.mark.parametrize("name", sorted(TROUBLES))
def test_a_reason_that_has_words_is_an_error_of_ours(name: str):
    failure = Failure(message_id="m", station="router", at=MORNING, error=name)

    assert issubclass(getattr(errors, name), errors.SarabanError)
    assert trouble(failure) is not DEFECT
