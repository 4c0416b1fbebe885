"""Words of the sender come back to him harmless, and without his ID number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.notify.quoting import LONGEST, mask_ids, quote

IDS = [
    pytest.param("1234567890121", "xxxxxxxxxx121", id="run together"),
    pytest.param("1-2345-67890-12-1", "x-xxxx-xxxxx-12-1", id="grouped by hyphens"),
    pytest.param("1 2345 67890 12 1", "x xxxx xxxxx 12 1", id="grouped by spaces"),
    pytest.param("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "x-xxxx-xxxxx-๑๒-๑", id="Thai digits"),
    pytest.param("๑๒๓๔๕๖๗๘๙๐๑๒๑", "xxxxxxxxxx๑๒๑", id="Thai digits run together"),
    pytest.param("สำเนาบัตร1234567890121.pdf", "สำเนาบัตรxxxxxxxxxx121.pdf", id="in a file name"),
    pytest.param("สปส. 2-01 1-2345-67890-12-1", "สปส. 2-01 x-xxxx-xxxxx-12-1", id="after a form"),
    pytest.param("1234 5678 9012 1", "xxxx xxxx xx12 1", id="grouped otherwise"),
    pytest.param("12345-67890-12-1.jpg", "xxxxx-xxxxx-12-1.jpg", id="first hyphen missing"),
    pytest.param("1234567890", "1234567890", id="ten digits: an employer's account"),
    pytest.param("12345678901234", "12345678901234", id="fourteen digits"),
    pytest.param("0 5311 2630, 0 2956 2494", "0 5311 2630, 0 2956 2494", id="two telephones"),
    pytest.param("20 พ.ย. 2569", "20 พ.ย. 2569", id="a date"),
]

LINES = [
    pytest.param("ขอส่งเอกสาร", "ขอส่งเอกสาร", id="plain"),
    pytest.param("a\r\nBcc: b@mail.example", "a Bcc: b@mail.example", id="line break"),
    pytest.param("a\u2028b\x00c\td", "a b c d", id="other breaks and controls"),
    pytest.param("invoice\u202efdp.exe", "invoicefdp.exe", id="text turned around"),
    pytest.param("12345\u200b67890121", "xxxxxxxxxx121", id="hidden sign inside a number"),
    pytest.param("a\udc96b", "ab", id="broken encoding"),
    pytest.param("  a   b ", "a b", id="blank space"),
    pytest.param("", "", id="nothing"),
    pytest.param("กี่" * 60, "กี่" * 39 + "…", id="not cut between a letter and its marks"),
]


@pytest.mark.parametrize(("written", "shown"), IDS)
def test_an_id_number_is_masked(written, shown):
    """All but the last three digits, enough for its owner to know which it was."""
    assert shown == mask_ids(written)


@pytest.mark.parametrize(("written", "shown"), LINES)
def test_a_quoted_line_is_harmless(written, shown):
    """One line, nothing invisible, nothing that turns or breaks it."""
    assert shown == quote(written)


@given(st.text(alphabet=st.characters(codec=None), max_size=400))
def test_every_quoted_line_can_be_sent_and_shown(text: str):
    """Whatever comes: printable, encodable, short."""
    line = quote(text)

    assert len(line) <= LONGEST
    assert not any(unicodedata.category(sign).startswith("C") for sign in line)
    assert line.encode("utf-8").decode("utf-8") == line
