"""What is remembered of places counts beside the packaged table, and never against it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from functions.router.known_offices import known
from functions.router.offices import route
from functions.router.remembered import FRESH, Remembering
from shared.directory import jurisdictions, offices
from shared.directory.confirmed import confirmed_for, standing, together
from shared.directory.jurisdictions import Jurisdiction
from shared.errors import BadDirectory
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.jurisdiction import Remembered
from shared.model.routing import Decision
from tests.fakes.jurisdictions import FakeJurisdictions
from tests.letters import MORNING, a_classification, a_letter

BANG_RAK, LAT_PHRAO = "1004", "1038"
AREA_1, AREA_8 = OfficeCode("bkkarea1"), OfficeCode("bkkarea8")


def said(place: str = LAT_PHRAO, office: OfficeCode = AREA_8) -> Remembered:
    return Remembered(
        place=place,
        office=office,
        who="registrar",
        at=MORNING,
        submission_id=SubmissionId("s1"),
        reference="2222-2222-2222",
    )


def taken_back(row: Remembered) -> Remembered:
    return row.model_copy(update={"revoked_by": "registrar", "revoked_at": MORNING})


def packaged(place: str, office: str, status: str = "confirmed") -> Jurisdiction:
    return Jurisdiction(
        place=place, office=OfficeCode(office), status=status, source="x", who="y",
        when=MORNING.date(),
    )  # fmt: skip


@dataclass
class Ledger(FakeJurisdictions):
    """Counts how often it is read."""

    read: list[int] = field(default_factory=list)

    def rows(self) -> tuple[Remembered, ...]:
        self.read.append(1)
        return super().rows()


def a_claim(text: str):
    letter = a_letter(text, addressed=())
    return letter, a_classification("ssf-benefit/3")


def test_a_letter_goes_where_its_place_is_remembered_to_belong():
    letter, process = a_claim("ขอเบิกค่าคลอดบุตร บ้านอยู่เขตลาดพร้าว กรุงเทพฯ")
    alone = route(letter, process, offices.load())
    told = route(letter, process, offices.load(), {LAT_PHRAO: AREA_8})

    assert (Decision.TRIAGE, LAT_PHRAO) == (alone.decision, alone.place)
    assert ("jurisdiction confirmed", (AREA_8,)) == (told.rule, told.offices)


def test_two_places_are_no_place_to_remember():
    text = "ขอเบิกค่าคลอดบุตร บ้านอยู่เขตลาดพร้าว กรุงเทพฯ บ้านอยู่เขตบางรัก กรุงเทพฯ"
    letter, process = a_claim(text)

    assert None is route(letter, process, offices.load()).place


def test_an_office_that_the_directory_of_the_day_has_not_is_left_out():
    gone = known(offices.load(), {LAT_PHRAO: OfficeCode("bkkarea99")})

    assert None is gone.confirmed_for(LAT_PHRAO)
    assert "bkkarea99" not in gone.suggested_for(LAT_PHRAO)


def test_the_ledger_is_read_once_in_a_few_minutes():
    ledger = Ledger()
    remembering = Remembering(ledger)
    assert {} == remembering(MORNING)
    ledger.remember(said())

    def at(after: timedelta) -> dict[str, OfficeCode]:
        return dict(remembering(MORNING + after))

    assert ({}, 1) == (at(FRESH - timedelta(seconds=1)), len(ledger.read))
    assert ({LAT_PHRAO: AREA_8}, 2) == (at(FRESH), len(ledger.read))
    ledger.revoke(taken_back(said()))
    assert {} == at(2 * FRESH)


CONFIRMED = [
    pytest.param([], {}, (), id="nobody"),
    pytest.param([], {LAT_PHRAO: AREA_8}, ("bkkarea8",), id="remembered"),
    pytest.param([packaged(LAT_PHRAO, "bkkarea8")], {}, ("bkkarea8",), id="packaged"),
    pytest.param([packaged(LAT_PHRAO, "bkkarea8", "hint")], {}, (), id="a hint"),
    pytest.param(
        [packaged(LAT_PHRAO, "bkkarea8")], {LAT_PHRAO: AREA_8}, ("bkkarea8",), id="both alike"
    ),
    pytest.param(
        [packaged(LAT_PHRAO, "bkkarea1")],
        {LAT_PHRAO: AREA_8},
        ("bkkarea1", "bkkarea8"),
        id="they contradict each other",
    ),
]


@pytest.mark.parametrize(("table", "remembered", "expected"), CONFIRMED)
def test_who_is_confirmed_for_a_place(table, remembered, expected):
    assert expected == confirmed_for(LAT_PHRAO, table, remembered)


def test_where_table_and_memory_disagree_nobody_is_confirmed(monkeypatch: pytest.MonkeyPatch):
    table = {LAT_PHRAO: (packaged(LAT_PHRAO, "bkkarea1"),)}
    monkeypatch.setattr(jurisdictions, "load", lambda: table)

    assert None is known(offices.load(), {LAT_PHRAO: AREA_8}).confirmed_for(LAT_PHRAO)


def test_what_was_taken_back_does_not_stand():
    assert {} == standing([taken_back(said())])


def test_one_table_of_both_has_no_hint_beside_its_confirmation():
    hints = (packaged(LAT_PHRAO, "bkkarea8", "hint"), packaged(LAT_PHRAO, "bkkarea1", "hint"))
    rows = together(hints, [said(), taken_back(said(BANG_RAK, AREA_1))])

    assert [("bkkarea1", "hint"), ("bkkarea8", "confirmed")] == [(r.office, r.status) for r in rows]
    assert ("registrar", MORNING.date()) == (rows[1].who, rows[1].when)
    assert "2222-2222-2222" in rows[1].source


def test_one_table_of_both_refuses_a_contradiction():
    with pytest.raises(BadDirectory, match=LAT_PHRAO):
        together((packaged(LAT_PHRAO, "bkkarea1"),), [said()])


def test_day_of_thailand_is_when_it_was_said():
    late = said().model_copy(update={"at": datetime.fromisoformat("2026-11-20T23:30:00+00:00")})

    assert "2026-11-21" == str(together((), [late])[0].when)
