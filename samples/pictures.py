"""Every enclosure of the inbox that has to be drawn, by name."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from PIL import Image

from samples import drawing, typed, wear

DOTS_PER_INCH = 150
_QUALITY = 62
_ORIENTATION = 0x0112
_TURN_CLOCKWISE = 6


def photo(page: str, seed: int, dusk: float, *, lying: bool = False) -> bytes:
    """A JPEG from a phone. ``lying``: stored sideways, with EXIF telling how to turn it."""
    picture = wear.photographed(drawing.pictures(page, DOTS_PER_INCH)[0], seed, dusk)
    exif = Image.Exif()
    if lying:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
        exif[_ORIENTATION] = _TURN_CLOCKWISE
    return _saved(picture, "JPEG", quality=_QUALITY, exif=exif)


def scan(page: str, seed: int, skew: float) -> bytes:
    """A JPEG from an office scanner."""
    sheet = wear.scanned(drawing.pictures(page, DOTS_PER_INCH)[0], seed, skew)
    return _saved(sheet, "JPEG", quality=_QUALITY, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))


def scanned_pdf(page: str, seed: int, skew: float) -> bytes:
    """A PDF from an office scanner: pictures of pages, no text layer."""
    sheets = drawing.pictures(page, DOTS_PER_INCH)
    worn = [wear.scanned(sheet, seed + n, skew) for n, sheet in enumerate(sheets)]
    when = drawing.DRAWN_AT.utctimetuple()
    return _saved(
        worn[0],
        "PDF",
        save_all=True,
        append_images=worn[1:],
        resolution=DOTS_PER_INCH,
        quality=_QUALITY,
        producer="Example MFP",
        creationDate=when,
        modDate=when,
    )


def fax(page: str, seed: int, skew: float) -> bytes:
    """A TIFF of several pages as a fax machine stores it (CCITT group 4)."""
    sheets = drawing.pictures(page, DOTS_PER_INCH)
    sent = [wear.faxed(sheet, seed + n, skew) for n, sheet in enumerate(sheets)]
    return _saved(
        sent[0],
        "TIFF",
        save_all=True,
        append_images=sent[1:],
        compression="group4",
        dpi=(204, 196),
    )


def _saved(picture: Image.Image, kind: str, **settings: object) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **settings)
    return written.getvalue()


DRAWN: Mapping[str, Callable[[], bytes]] = {
    "maternity.jpg": partial(photo, "maternity", 11, 0.45, lying=True),
    "birth.jpg": partial(photo, "birth", 23, 0.3),
    "refund40.pdf": partial(scanned_pdf, "refund40", 31, 0.9),
    "stoppage-claim.jpg": partial(scan, "stoppage-claim", 41, -1.1),
    "stoppage-certificate.jpg": partial(scan, "stoppage-certificate", 42, 0.5),
    "injury.tif": partial(fax, "injury", 51, -0.6),
    "debit.jpg": partial(scan, "debit", 61, 1.4),
    "bankbook.jpg": partial(photo, "bankbook", 81, 0.35),
    "employer.jpg": partial(photo, "employer", 71, 0.5),
    "staff.pdf": partial(drawing.pdf, "staff"),
    "hospital-user.pdf": partial(drawing.pdf, "hospital-user"),
    "moved.pdf": partial(typed.typed, "moved"),
    "agency.pdf": partial(drawing.pdf, "agency"),
    "payroll.pdf": partial(typed.typed, "payroll", "example-only"),
}
"""Name of the enclosure, and how it is drawn."""
