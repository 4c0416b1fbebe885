"""Anybody learns whether a receipt is really ours, and nobody is deceived."""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from functions.portal.routes.check import MOST_TRIES
from shared.model.seal import Seal
from shared.sealing.signing import sealed
from tests.fakes.signer import FakeSigner
from tests.portal.window import Visitor
from tests.sealing.statements import a_statement

PASSER_BY = Visitor()


def a_file(seal: Seal) -> bytes:
    """A PDF that carries a seal."""
    writer, kept = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("receipt.json", seal.model_dump_json().encode())
    writer.write(kept)
    return kept.getvalue()


WRITTEN = [
    pytest.param(lambda code: code, id="as it is"),
    pytest.param(lambda code: "\n".join((code[:40], code[40:90], code[90:])), id="in lines"),
    pytest.param(lambda code: f"https://counter.example/check/X#{code}", id="with the address"),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_genuine_code_is_told_with_what_it_says(hall, written):
    reference, seal = hall.letter()
    answer = PASSER_BY.post("/check", code=written(seal.code))

    assert 200 == answer.status
    assert "รหัสนี้เป็นของจริง" in answer.text
    assert reference in answer.text
    assert "58/2569" in answer.text
    assert "สำนักงานประกันสังคมจังหวัดระยอง" in answer.text


def test_a_genuine_file_shows_every_signed_word(hall):
    _, seal = hall.letter()
    answer = PASSER_BY.give("/check", ("file", "receipt.pdf", a_file(seal)))

    assert "ข้อมูลในไฟล์นี้เป็นข้อมูลจริง" in answer.text
    assert {"แบบคำขอ.pdf", "ที่ปั๊มน้ำมัน", "0a" * 32} <= set(answer.text.split())
    assert "โปรดยึดข้อมูลในหน้านี้" in answer.text


def test_from_a_genuine_receipt_one_press_leads_to_the_status(hall):
    reference, seal = hall.letter()
    answer = PASSER_BY.post("/check", code=seal.code)

    assert f'name="reference" value="{reference}"' in answer.body
    assert f'name="code" value="{seal.code}"' in answer.body


FORGED = [
    pytest.param(
        lambda code: code.replace("58", "59"), "ลายมือชื่อในรหัสนี้ไม่ใช่ของ", id="a number changed"
    ),
    pytest.param(lambda code: code[:-1], "ไม่ใช่รหัสตรวจสอบที่ครบถ้วน", id="a sign lost"),
    pytest.param(lambda code: "<script>alert(1)</script>", "ไม่ใช่รหัสตรวจสอบ", id="no code"),
    pytest.param(
        lambda code: sealed(a_statement(), FakeSigner()).code, "ไม่ใช่ของ", id="another's key"
    ),
]


@pytest.mark.parametrize(("forged", "why"), FORGED)
def test_a_forged_code_is_told(hall, forged, why):
    _, seal = hall.letter()
    answer = PASSER_BY.post("/check", code=forged(seal.code))

    assert "ไม่ผ่านการตรวจ" in answer.text
    assert why in answer.text
    assert "<script>alert" not in answer.body


FILES = [
    pytest.param(lambda seal: b"", "ไม่พบใบรับหนังสือ", id="empty"),
    pytest.param(lambda seal: b"%PDF-1.7 nothing", "ไม่พบใบรับหนังสือ", id="broken"),
    pytest.param(lambda seal: b"MZ" * 1_500_000, "ไม่พบใบรับหนังสือ", id="too large for a receipt"),
    pytest.param(
        lambda seal: a_file(seal.model_copy(update={"statement": seal.statement + " "})),
        "ไม่ตรงกับข้อมูลที่",
        id="other facts under our code",
    ),
    pytest.param(
        lambda seal: a_file(sealed(a_statement(), FakeSigner())), "ไม่ใช่ของ", id="another's"
    ),
]


@pytest.mark.parametrize(("forged", "why"), FILES)
def test_a_file_that_is_not_ours_is_told(hall, forged, why):
    _, seal = hall.letter()
    answer = PASSER_BY.give("/check", ("file", "receipt.pdf", forged(seal)))

    assert "ข้อมูลจริง" not in answer.text
    assert why in answer.text


def test_a_form_without_anything_asks_for_it(hall):
    answer = PASSER_BY.post("/check", code="")

    assert 422 == answer.status
    assert "โปรดกรอกรหัสตรวจสอบ" in answer.text


def test_the_address_of_the_qr_code_leads_to_a_field_for_the_code(hall):
    answer = PASSER_BY.get("/check/7K4M-9XQ2-HDWA")

    assert 200 == answer.status
    assert "data-from-address" in answer.body


def test_whoever_distrusts_us_gets_the_key(hall):
    answer = PASSER_BY.get("/receipt-key.pem")

    assert answer.body.startswith("-----BEGIN PUBLIC KEY-----")


def test_a_flood_of_tries_is_stopped_and_others_are_not(hall):
    seen = {PASSER_BY.post("/check", code="SSO1").status for _ in range(MOST_TRIES)}
    stopped = PASSER_BY.post("/check", code="SSO1").status

    assert ({200}, 429) == (seen, stopped)
    assert 200 == Visitor(address="198.51.100.7").post("/check", code="SSO1").status
