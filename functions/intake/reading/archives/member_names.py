"""The names of members, which archives keep in whatever charset their maker used."""

import struct
import zlib

from functions.intake.reading.likeness import looks_thai, thai_letters

_UTF_8 = 0x800
"""Flag bit of a zip member: the name is UTF-8."""
_UNICODE_PATH = 0x7075
_FIELD = struct.Struct("<HH")
_UNICODE_HEAD = struct.Struct("<BI")
_JUNK = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


def is_junk(name: str) -> bool:
    """What operating systems leave in archives without anybody's wish."""
    lower = name.replace("\\", "/").lower()
    return lower.startswith(_JUNK[0]) or lower.rpartition("/")[2] in _JUNK[1:]


def zip_name(name: str, flags: int, extra: bytes) -> str:
    """A zip member's name: UTF-8 where it says so, else Thai where it is spelt as Thai.

    ``name`` is as zipfile gives it, which takes what is not UTF-8 for code page 437.
    """
    if flags & _UTF_8 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    return _unicode_path(extra, raw) or unlabelled(raw, name)


def unlabelled(raw: bytes, otherwise: str) -> str:
    """Bytes of a name without a charset: UTF-8 or Thai if they can be, else ``otherwise``.

    Where they can be either, as those of "แบบ" can, the one with Thai signs is meant.
    """
    thai = raw.decode("cp874", "replace")
    stem = thai.rpartition(".")[0] or thai
    can_be_thai = looks_thai(stem) and "\ufffd" not in thai
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return thai if can_be_thai else otherwise
    return thai if can_be_thai and not thai_letters(text) else text


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """Info-ZIP's extra field: the name in UTF-8, valid while the plain one is unchanged."""
    at = 0
    while at + _FIELD.size <= len(extra):
        kind, size = _FIELD.unpack_from(extra, at)
        body = extra[at + _FIELD.size : at + _FIELD.size + size]
        if kind == _UNICODE_PATH and len(body) > _UNICODE_HEAD.size:
            _, check = _UNICODE_HEAD.unpack_from(body)
            if check == zlib.crc32(raw):
                return body[_UNICODE_HEAD.size :].decode("utf-8", "replace")
        at += _FIELD.size + size
    return ""
