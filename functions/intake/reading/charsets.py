"""Bytes into text, whatever charset they claim.

Thai mail is the hard case: ``windows-874`` is no Python codec, much Thai mail declares
Latin-1 or nothing at all, and the names TIS-620, ISO-8859-11 and Windows-874 are used for
one another. Windows-874 contains the other two, so all are read as that.
"""

import codecs
import re

from functions.intake.reading.likeness import looks_thai, thai_letters

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a UTF-16 pair, which some codecs let through and nothing can store."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")

_THAI = re.compile(
    r"x?(?:dos|ibm|ms|cp|windows)?874|x?tis620[0-5]*|iso885911(?:2001)?|isoir166|thai"
)
_SAYS_NOTHING = re.compile(
    r"|(?:us|xus)?ascii|ansix341968|iso646us|(?:iso88591|latin1|l1|windows1252|cp1252)|[78]bit|"
    r"binary|none|default|x?unknown(?:8bit)?|xuserdefined"
)
"""Labels put on mail without a thought: the bytes themselves are asked first."""
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "euccn": "gb18030",
    "ksc56011987": "cp949", "euckr": "cp949",
    "shiftjis": "cp932", "sjis": "cp932",
    "utf8mb4": "utf-8", "cp65001": "utf-8", "unicode11utf8": "utf-8", "unicode": "utf-8",
    "iso88599": "cp1254",
}  # fmt: skip
"""What senders call by the narrower name, as browsers read it (WHATWG Encoding)."""
_NOT_FOR_TEXT = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of ``content``. Never fails; what cannot be read becomes U+FFFD.

    A byte-order mark outranks ``declared``; valid UTF-8 outranks a declared one-byte
    charset (not where it has no Thai signs and the declared charset has: the bytes of "แบบ"
    are also UTF-8 for one Vietnamese letter); Thai spelling outranks labels that say nothing
    (US-ASCII, ISO-8859-1, none).
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    return _HALVES.sub("\ufffd", _as_declared(content, codec_for(declared)))


def codec_for(declared: str | None) -> str | None:
    """The Python codec for a charset's name in mail; None if the name tells nothing."""
    folded = _NOT_LETTERS.sub("", (declared or "").lower())
    if _THAI.fullmatch(folded):
        return "cp874"
    if _SAYS_NOTHING.fullmatch(folded):
        return None
    try:
        found = codecs.lookup(_WIDER.get(folded, (declared or "").strip())).name
        "a".encode(found)  # LookupError for codecs that are not for text, such as hex
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if found.replace("-", "_") in _NOT_FOR_TEXT else found


def _as_declared(content: bytes, codec: str | None) -> str:
    if codec and not _one_byte(codec):
        try:
            return content.decode(codec)
        except UnicodeError:
            pass
    return _by_its_bytes(content, codec)


def _by_its_bytes(content: bytes, codec: str | None) -> str:
    if content.isascii():
        return content.decode("ascii")
    thai = content.decode("cp874", "replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        meant = codec == "cp874" and not thai_letters(text) and looks_thai(thai)
        return thai if meant and "\ufffd" not in thai else text
    if codec == "cp874" or (codec is None and looks_thai(thai)):
        return thai
    return _least_damaged(content, thai, codec)


def _least_damaged(content: bytes, thai: str, codec: str | None) -> str:
    """Not valid in what it declares: cut-off UTF-8, wrongly declared Thai, or else."""
    broken = content.decode("utf-8", "replace")
    foreign = len(_NOT_ASCII.findall(broken))
    if foreign > 2 * broken.count("\ufffd"):  # more signs whole than broken
        return broken
    if codec is None or not _one_byte(codec):
        if looks_thai(thai):
            return thai
        return content.decode(codec or "cp1252", "replace")
    return content.decode(codec, "replace")


def _one_byte(codec: str) -> bool:
    return codec.startswith(("iso8859", "cp125", "cp874", "koi8", "tis", "mac", "latin"))
