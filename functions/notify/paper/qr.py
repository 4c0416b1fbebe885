"""The QR code of a receipt: its code, at the address where it can be checked."""

from io import BytesIO

import segno


def content(code: str, check_page: str, reference: str) -> str:
    """What a telephone reads: the check page's address with the code, or the code alone.

    The code stands behind ``#``: a browser keeps it to itself, the server never sees it.
    """
    return f"{check_page}{reference}#{code}" if check_page else code


def svg(text: str) -> str:
    """The picture. Level M: readable with 15 % of it lost (ISO/IEC 18004), as after a fax.

    A signature looks random already, so no mask is better than another, and trying all of
    them would take most of the time.
    """
    drawn = BytesIO()
    segno.make_qr(text, error="m", mask=2).save(drawn, kind="svg", border=4, xmldecl=False)
    return drawn.getvalue().decode()
