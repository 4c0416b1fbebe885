"""Thai is read as Thai, under every name that mail gives its charsets."""

import pytest

from functions.intake.reading.charsets import codec_for, decode

THAI = "เรียน หัวหน้าสำนักงานประกันสังคม ขอเบิกเงิน"
NAMES = [
    "windows-874", "x-windows-874", "WINDOWS_874", "cp874", "ms874", "TIS-620", "tis620",
    "TIS620.2533", "iso-8859-11", "ISO_8859-11:2001", "iso-ir-166",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_thai_charsets_under_all_their_names(name):
    assert THAI == decode(THAI.encode("cp874"), name)


BYTES = [
    pytest.param(THAI.encode("cp874"), None, THAI, id="Thai, nothing declared"),
    pytest.param(THAI.encode("cp874"), "us-ascii", THAI, id="Thai declared ASCII"),
    pytest.param(THAI.encode("cp874"), "utf-8", THAI, id="Thai declared UTF-8"),
    pytest.param(THAI.encode(), "windows-874", THAI, id="UTF-8 declared Thai"),
    pytest.param("แบบ".encode("cp874"), "tis-620", "แบบ", id="Thai that is also valid UTF-8"),
    pytest.param("“a” – b".encode(), "windows-874", "“a” – b", id="UTF-8 without Thai"),
    pytest.param(THAI.encode(), "iso-8859-1", THAI, id="UTF-8 declared Latin-1"),
    pytest.param(THAI.encode()[:-1], "utf-8", THAI[:-1] + "\ufffd", id="cut inside a sign"),
    pytest.param(THAI.encode("utf-16"), None, THAI, id="UTF-16 with its mark"),
    pytest.param("café à la crème".encode("cp1252"), None, "café à la crème", id="French"),
    pytest.param("“dear”".encode("cp1252"), "iso-8859-1", "“dear”", id="quotes beyond Latin-1"),
    pytest.param("Привет, мир".encode("koi8-r"), "koi8-r", "Привет, мир", id="Russian declared"),
    pytest.param("社会保険".encode("gb18030"), "gb2312", "社会保険", id="Chinese, wider than said"),
    pytest.param("年金".encode("iso-2022-jp"), "iso-2022-jp", "年金", id="Japanese in seven bits"),
    pytest.param(b"616263", "hex", "616263", id="a codec that is not for text"),
    pytest.param(b"plain", "no such charset", "plain", id="a charset that is none"),
    pytest.param(b"\\ud800", "unicode_escape", "\\ud800", id="a codec for programs"),
]


@pytest.mark.parametrize(("content", "declared", "text"), BYTES)
def test_decode(content, declared, text):
    assert text == decode(content, declared)


@pytest.mark.parametrize("name", ["idna", "punycode", "rot13", "a\x00b", "", "utf-8\n"])
def test_odd_names_never_fail(name):
    assert codec_for(name) in (None, "utf-8")
