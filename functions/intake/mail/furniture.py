"""What comes with a mail without being part of the letter: logos, signature files.

It is kept and noted like everything else, but not read: a logo's "text" would be noise to
the classifier and a failure on the receipt.
"""

import re

from functions.intake.mail.tree import Leaf
from functions.intake.notes import INCIDENTAL_PICTURE, SIGNATURE_FILE
from functions.intake.reading.kinds import PICTURES
from functions.intake.reading.picture import picture_size
from functions.intake.reading.sniffing import kind_of

_CID = re.compile(r"""(?i)\bcid:([^"'\s)>&]+)""")
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_LOGO_BYTES = 64 * 1024
_LOGO_PIXELS = 200_000
"""A banner of 1,000 by 200; a page that can be read has at least 500 by 700."""
_TRACKER_PIXELS = 24 * 24


def referenced(html: str) -> frozenset[str]:
    """The Content-IDs that an HTML body shows as pictures."""
    return frozenset(found.strip("<>").lower() for found in _CID.findall(html))


def furniture_note(leaf: Leaf, shown: frozenset[str]) -> str | None:
    """Why a leaf is not part of the letter; None when it is.

    A picture counts as a logo only when the HTML body shows it, it is small in bytes and
    small in pixels: a photographed form that somebody pasted into the mail is neither.
    """
    if leaf.type in _SIGNATURES or leaf.sealed:
        return SIGNATURE_FILE
    if len(leaf.content) > _LOGO_BYTES or not _is_picture(leaf):
        return None
    width, height = picture_size(leaf.content) or (_LOGO_PIXELS, _LOGO_PIXELS)
    inline = leaf.headers.text("content-id").strip("<>").lower() in shown
    most = _LOGO_PIXELS if inline else _TRACKER_PIXELS
    return INCIDENTAL_PICTURE if width * height <= most else None


def _is_picture(leaf: Leaf) -> bool:
    """As declared; a declaration that says nothing is looked behind."""
    if leaf.type == "application/octet-stream":
        return kind_of(leaf.content) in PICTURES
    return leaf.type.startswith("image/")
