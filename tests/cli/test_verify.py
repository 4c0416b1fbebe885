"""Anybody with the public key can tell a receipt of ours from any other, without us."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from cli.main import main
from functions.notify.paper.printing import TYPESETTER, print_paper
from local.receipt_key import FILE
from shared.model.seal import Seal
from shared.sealing.canonical import read
from shared.sealing.signing import sealed
from tests.fakes.signer import FakeSigner
from tests.sealing.statements import a_statement

SEAL = sealed(a_statement(typesetter=TYPESETTER), FakeSigner())
PAPER = print_paper(SEAL)


@pytest.fixture
def town(tmp_path, monkeypatch):
    """A town's folder with its public key; no town runs."""
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path))
    (tmp_path / FILE).write_bytes(FakeSigner().pem)
    return tmp_path


@pytest.fixture
def verify(town, capsys):
    """Asks about a code, or about a file with this content."""

    def ask(what: str | bytes, *options: str) -> tuple[int, str]:
        if isinstance(what, bytes):
            (town / "receipt.pdf").write_bytes(what)
            what = str(town / "receipt.pdf")
        return main(["verify", what, *options]), capsys.readouterr().out

    return ask


def test_a_receipt_is_genuine_to_the_last_byte(verify):
    status, said = verify(PAPER)

    assert 0 == status
    assert "receipt.pdf: GENUINE" in said
    for fact in ("7K4M-9XQ2-HDWA", "58/2569 ระยอง", "20 พฤศจิกายน 2569", "แบบคำขอ.pdf", "0a" * 32):
        assert fact in said


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(SEAL.code, id="as it is"),
        pytest.param(f" {SEAL.code[:70]}\n{SEAL.code[70:]} ", id="in lines, from paper"),
        pytest.param(f"https://status.example/r/7K4M#{SEAL.code}", id="from the QR code"),
    ],
)
def test_a_code_is_genuine_by_itself(verify, copied):
    status, said = verify(copied)

    assert 0 == status
    assert "7K4M-9XQ2-HDWA: GENUINE" in said
    assert "58/2569" in said


def test_a_code_with_one_other_sign_is_not(verify):
    other = "3" if SEAL.code[-1] == "2" else "2"
    status, said = verify(SEAL.code[:-1] + other)

    assert 1 == status
    assert "NOT GENUINE" in said


def test_a_paper_that_shows_other_words_is_found_although_its_facts_are_signed(verify):
    """Someone keeps the attached seal and draws another number on the page."""
    forged = print_paper(with_words(SEAL, "58/2569", "1/2569"))
    status, said = verify(attached(forged, SEAL))

    assert 1 == status
    assert "CHANGED" in said
    assert "58/2569" in said


@pytest.mark.parametrize("place", [100, len(PAPER) // 2, len(PAPER) - 3])
def test_one_other_byte_anywhere_in_the_file_is_found(verify, place):
    changed = PAPER[:place] + bytes([PAPER[place] ^ 1]) + PAPER[place + 1 :]

    assert 1 == verify(changed)[0]


def test_one_other_word_in_the_attached_facts_is_found(verify):
    status, said = verify(print_paper(with_words(SEAL, "ขอรับเงินสมทบคืน", "ขอรับเงินบำนาญ")))

    assert 1 == status
    assert "NOT GENUINE: the facts in the file are not those that were signed" in said


def test_a_receipt_of_another_version_of_the_typesetter_is_not_called_genuine(verify):
    """Its facts are; what the page shows could not be compared."""
    older = sealed(a_statement(typesetter="typst 0.1.0"), FakeSigner())
    changed = attached(PAPER, older)
    status, said = verify(changed)

    assert 1 == status
    assert "FACTS GENUINE, PAPER NOT COMPARED" in said


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 torn", b"not a PDF at all"])
def test_what_is_no_receipt_is_said_to_be_none(verify, content):
    assert (1, True) == (verify(content)[0], "no receipt of ours" in verify(content)[1])


def test_a_receipt_under_another_key_is_not_ours(verify, town):
    (town / "other.pem").write_bytes(FakeSigner(secret=7).pem)
    status, said = verify(PAPER, "--key", str(town / "other.pem"))

    assert 1 == status
    assert "not_signed" not in said
    assert "NOT GENUINE: the signature is not by this key" in said


def test_without_a_key_it_says_how_to_give_one(town, capsys):
    (town / FILE).unlink()

    assert 1 == main(["verify", SEAL.code])
    assert "--key FILE" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(town, capsys):
    assert 1 == main(["verify", "nowhere.pdf"])
    assert "nowhere.pdf cannot be read" in capsys.readouterr().err


def with_words(seal: Seal, old: str, new: str) -> Seal:
    """The seal with other words in its statement, under the same code."""
    text = seal.statement.replace(old, new)
    assert text != seal.statement
    read(text)
    return Seal(statement=text, code=seal.code)


def attached(paper: bytes, seal: Seal) -> bytes:
    """A page with another seal attached to it than it was made from."""
    writer, made = PdfWriter(), BytesIO()
    writer.append_pages_from_reader(PdfReader(BytesIO(paper)))
    writer.add_attachment("receipt.json", seal.model_dump_json().encode())
    writer.write(made)
    return made.getvalue()
