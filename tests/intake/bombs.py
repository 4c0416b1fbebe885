"""Small files that ask for gigabytes, hours or for themselves."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

A4 = b"[0 0 595 842]"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_MEGABYTE = 1024 * 1024


def pdf(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of these objects; 1 is the root."""
    out, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    size = max(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % places.get(n, 0) for n in range(1, size))
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + head + table + tail


def page(extra: bytes = b"", box: bytes = A4) -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox%b%b>>" % (box, extra)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (extra, len(content), content)


def one_page(contents: bytes, extra: bytes = b"", box: bytes = A4, **more: bytes) -> bytes:
    """A page with these contents; ``x5`` and so on are further objects."""
    others = {int(name[1:]): content for name, content in more.items()}
    return pdf({1: CATALOG, 2: ONE_PAGE, 3: page(b"/Contents 4 0 R" + extra, box), 4: contents}
               | others)  # fmt: skip


@cache
def zeros(megabytes: int) -> bytes:
    """Deflated, a thousandth of it."""
    deflate = zlib.compressobj(9)
    parts = [deflate.compress(bytes(_MEGABYTE)) for _ in range(megabytes)]
    return b"".join(parts) + deflate.flush()


def pages_of_pages(levels: int = 8) -> bytes:
    """Each node of the page tree names the next ten times: 10 to the power of levels."""
    kids = {
        2 + n: b"<</Type/Pages/Kids[%b]/Count %d>>"
        % (b"%d 0 R " % (3 + n) * 10, 10 ** (levels - n))
        for n in range(levels)
    }
    return pdf({1: CATALOG} | kids | {2 + levels: page()})


def same_page(times: int = 30_000) -> bytes:
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * times, times)
    return pdf({1: CATALOG, 2: tree, 3: page()})


def drawing_of_drawings(levels: int) -> bytes:
    """Each drawing draws the next ten times; 0 levels: one that draws itself twice."""
    box = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
    first = b"/Resources<</XObject<</X 5 0 R>>>>"
    if not levels:
        itself = stream(b"/X Do /X Do", box + first)
        return one_page(stream(b"/X Do"), first, x5=itself)
    drawings = {
        f"x{n}": stream(b"/X Do " * 10, box + b"/Resources<</XObject<</X %d 0 R>>>>" % (n + 1))
        for n in range(5, 5 + levels)
    }
    last = {f"x{5 + levels}": stream(b"0 0 9 9 re f", box)}
    return one_page(stream(b"/X Do"), first, **drawings, **last)


def png(width: int, height: int, data: bytes, colour: int = 0, depth: int = 8) -> bytes:
    """A PNG that declares this size, whatever its data are."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def tiff(frames: int, width: int = 10, height: int = 10, *, loop: bool = False) -> bytes:
    """Frames that share their pixels; with ``loop`` the last one names the first as the next."""
    length = 2 + 9 * 12 + 4
    out = b"II*\0\x08\0\0\0"
    for number in range(1, frames + 1):
        after = 8 + length * number if number < frames else 8 if loop else 0
        entries = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1),
                   (278, height), (279, width * height % 2**32)]  # fmt: skip
        out += struct.pack("<H", 9) + b"".join(struct.pack("<HHII", t, 4, 1, v) for t, v in entries)
        out += struct.pack("<I", after)
    return out + bytes(width * height if width * height < _MEGABYTE else 0)


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def many_members(count: int) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(count):
            archive.writestr(ZipInfo(str(number)), b"")
    return file.getvalue()


def laughs() -> bytes:
    """Entities of entities, in a Word file."""
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{(f"&a{n - 1};" if n else "&a;") * 10}">' for n in range(12)
    )
    document = f"<!DOCTYPE x [{entities}]><w:t>&a11;</w:t>"
    return zipped({"word/document.xml": document.encode()})
