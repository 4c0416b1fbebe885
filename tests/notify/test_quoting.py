"""Words of the sender come back to him harmless, and without his ID number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.notify.quoting import LONGEST, quote

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
