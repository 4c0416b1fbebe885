"""A place has one confirmed office, whoever asks at the same moment; in memory as on DynamoDB."""

import pytest

from shared.aws.jurisdictions import DynamoJurisdictions
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.jurisdiction import Remembered
from shared.ports.jurisdictions import Jurisdictions
from tests.fakes.jurisdictions import FakeJurisdictions
from tests.letters import MORNING


@pytest.fixture(params=["fake", "dynamo"])
def ledger(request: pytest.FixtureRequest) -> Jurisdictions:
    if request.param == "fake":
        return FakeJurisdictions()
    return DynamoJurisdictions(request.getfixturevalue("register_table"))


def a_row(office: str = "bkkarea8", place: str = "1038", who: str = "registrar") -> Remembered:
    return Remembered(
        place=place,
        office=OfficeCode(office),
        who=who,
        at=MORNING,
        submission_id=SubmissionId("s1"),
        reference="2222-2222-2222",
    )


def taken_back(row: Remembered) -> Remembered:
    return row.model_copy(update={"revoked_by": "boss", "revoked_at": MORNING})


def test_the_first_word_stands(ledger: Jurisdictions):
    first = a_row()

    assert first == ledger.remember(first)
    assert first == ledger.remember(a_row("bkkarea9", who="other"))
    assert (first,) == ledger.rows()


def test_the_same_word_again_changes_nothing(ledger: Jurisdictions):
    first = ledger.remember(a_row())

    assert first == ledger.remember(a_row(who="other"))


def test_rows_come_by_the_place_s_code(ledger: Jurisdictions):
    for place in ("1038", "1004", "5505"):
        ledger.remember(a_row(place=place))

    assert ["1004", "1038", "5505"] == [row.place for row in ledger.rows()]


def test_a_row_is_taken_back_once_and_stays_on_record(ledger: Jurisdictions):
    gone = taken_back(ledger.remember(a_row()))

    assert ledger.revoke(gone)
    assert not ledger.revoke(gone)
    assert (gone,) == ledger.rows()


def test_after_that_another_office_may_be_confirmed(ledger: Jurisdictions):
    ledger.revoke(taken_back(ledger.remember(a_row())))
    other = a_row("bkkarea9")

    assert other == ledger.remember(other)


def test_only_what_stands_is_taken_back(ledger: Jurisdictions):
    ledger.remember(a_row())

    assert not ledger.revoke(taken_back(a_row("bkkarea9")))
    assert not ledger.revoke(taken_back(a_row(place="1004")))
    assert [True] == [row.stands for row in ledger.rows()]
