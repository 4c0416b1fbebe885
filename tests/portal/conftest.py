"""The deployed portal over moto, with registered letters and sealed receipts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

import functions.portal.handler
from shared.aws.signer import KmsSigner
from shared.model.fact import OfficeCode
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.receipt import Receipt, Sending
from shared.model.reference import new_reference
from shared.model.seal import Seal
from shared.model.work import WorkItem
from shared.ports.register import Register
from shared.sealing.signing import sealed
from tests.letters import MORNING, a_record, an_arrival
from tests.receptions import UPLOADS, furnished
from tests.sealing.statements import a_statement

DUE = date(2026, 11, 25)
NAN = OfficeCode("nan")


@dataclass
class Hall:
    """The room behind the portal: letters, and the receipts that their senders have."""

    register: Register
    signer: KmsSigner
    uploads: str

    def letter(self, number: int = 1, *offices: OfficeCode, **changes: Any) -> tuple[str, Seal]:
        """A registered letter's reference and sealed receipt."""
        arrival = an_arrival(f"mail/{number}")
        reference = new_reference(lambda signs: signs[number % len(signs)])
        given = {"subject": "เรื่องส่วนตัวของสมชาย", **changes}
        record = self.register.letters.open(a_record(f"s{number}", reference, arrival, **given))
        for office in offices or (NAN,):
            self.register.work.open(record, office, arrival, MORNING, DUE)
        line = ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN)
        self.register.arrivals.note(line)
        self.register.arrivals.end(arrival.id, Outcome.WORK_ITEM, record.submission_id)
        seal = sealed(a_statement(reference=reference), self.signer)
        self.register.receipts.start(
            Receipt(
                arrival_id=arrival.id,
                submission_id=record.submission_id,
                message_id=f"<{arrival.id}@sso.go.th>",
                sending=Sending.STARTED,
                at=MORNING,
                seal=seal,
            )
        )
        return reference, seal

    def item(self, number: int = 1, office: OfficeCode = NAN) -> WorkItem:
        """A letter's work item."""
        found = self.register.work.at(f"s{number}", office)
        assert found
        return found


@pytest.fixture
def hall(register_table: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """An empty portal."""
    register, signer = furnished(register_table, monkeypatch)
    functions.portal.handler.wiring.cache_clear()
    yield Hall(register, signer, UPLOADS)
    functions.portal.handler.wiring.cache_clear()
