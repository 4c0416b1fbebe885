"""A sender who lost the receipt gets the very same file again."""

import pytest

from cli.main import main
from functions.notify.paper.printing import print_paper
from shared.aws.register import dynamo_register
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.receipt import Receipt, Sending
from shared.model.reference import new_reference
from tests.letters import MORNING, a_record, an_arrival
from tests.sealing.statements import a_seal

REFERENCE = new_reference(lambda signs: signs[5])
SEALS = (a_seal(reference=REFERENCE), a_seal(reference=REFERENCE, joined=True))


@pytest.fixture
def register(register_table, monkeypatch, tmp_path):
    monkeypatch.setenv("REGISTER_TABLE", "register")
    monkeypatch.setenv("UPLOAD_BUCKET", "uploads")
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path / "town"))
    return dynamo_register(register_table)


def told(register, arrival, seal):
    """A receipt that was sent for an arrival of the letter."""
    record = ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN)
    register.arrivals.note(record)
    register.arrivals.end(arrival.id, Outcome.WORK_ITEM, a_record().submission_id)
    receipt = Receipt(
        arrival_id=arrival.id,
        submission_id=a_record().submission_id,
        message_id=f"<{arrival.id}@sso.go.th>",
        sending=Sending.STARTED,
        at=MORNING,
        seal=seal,
    )
    register.receipts.start(receipt)
    register.receipts.end(receipt.model_copy(update={"sending": Sending.SENT}))


def test_each_receipt_of_a_letter_is_made_again_to_the_byte(register, tmp_path, capsys):
    """From what the register kept, whatever the words of a receipt are by now."""
    register.letters.open(a_record(reference=REFERENCE))
    told(register, an_arrival(), SEALS[0])
    told(register, an_arrival("mail/reply"), SEALS[1])

    assert 0 == main(["receipt", REFERENCE, "--out", str(tmp_path / "again")])
    assert {print_paper(seal) for seal in SEALS} == {
        file.read_bytes() for file in (tmp_path / "again").iterdir()
    }
    assert f"SSO-{REFERENCE}-1.pdf" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        pytest.param("nonsense", "is no reference", id="no reference"),
        pytest.param(new_reference(lambda signs: signs[2]), "No letter has", id="nobody's"),
        pytest.param(REFERENCE, "was sent no receipt", id="in silence"),
    ],
)
def test_where_there_is_none_it_says_why(register, reference, said, tmp_path, capsys):
    register.letters.open(a_record(reference=REFERENCE))

    assert 1 == main(["receipt", reference, "--out", str(tmp_path)])
    assert said in capsys.readouterr().err
