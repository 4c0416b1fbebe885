"""Form codes (สปส. 2-01/7, กท. 16) in any spelling and through the noise of scanners.

Either digits, spaces, dashes of any length, the series with full stops or without; l, i and
| for 1 and o for 0 where a digit must stand; บ for ป and ศ for ส in the series.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shared.thai.folding import Folded

SOCIAL, WORK = "สปส", "กท"
"""The series of the Social Security Office's forms, and of the workmen's compensation fund's."""
_LIKE_DIGITS = str.maketrans("liIo|", "11101")
_D = r"[\dlio|]"
_CODE = re.compile(
    rf"(?:(?P<social>ส\.?[ปบ]\.?[สศ]|(?<![a-z])sso)[., ]*-?|(?P<work>ก\.?ท)[., ]*-?|(?<![\d/.\-]))"
    rf"(?P<number>{_D}{{1,2}}-{_D}{{2}}|{_D}{{2}}[กคข]?)"
    rf"(?P<part>[/-]{_D}(?:-{_D})?)?(?![\da-z])"
)
_BARE = re.compile(r"\d-\d{2}(?:/\d)?")
_ENDS = re.compile(r"(?![\-/.]\d)")


@dataclass(frozen=True, slots=True)
class FormCode:
    """A form code found: the folded slice, the series, the number and its part.

    ``bare``: no series stood before it, so it may be something else. ``main_end`` is where
    the number ends and the part begins.
    """

    start: int
    end: int
    main_end: int
    series: str
    number: str
    part: str
    bare: bool

    @property
    def code(self) -> str:
        """As the office prints it: ``สปส. 2-01/7``."""
        return f"{self.series}. {self.number}{self.part}"

    @property
    def main(self) -> str:
        """Without its part: ``สปส. 2-01``."""
        return f"{self.series}. {self.number}"


def form_codes(folded: Folded) -> Iterator[FormCode]:
    """Every form code in a folded text, by place. Whether the form exists is not known here."""
    for found in _CODE.finditer(folded.text):
        series = SOCIAL if found["social"] else WORK if found["work"] else ""
        written = found["number"] + (found["part"] or "")
        if series and _fits(series, found["number"]) and any(map(str.isdigit, written)):
            yield _code(found, series)
        elif not series and _BARE.fullmatch(written) and _ENDS.match(folded.text, found.end()):
            yield _code(found, "")


def _fits(series: str, number: str) -> bool:
    """Social security forms are numbered 2-01, those of the other fund 16 or 20ก."""
    return ("-" in number) == (series == SOCIAL)


def _code(found: re.Match[str], series: str) -> FormCode:
    part = _digits(found["part"] or "")
    return FormCode(
        start=found.start(),
        end=found.end(),
        main_end=found.end("number"),
        series=series or SOCIAL,
        number=_digits(found["number"]),
        part="/" + part[1:] if part else "",
        bare=not series,
    )


def _digits(written: str) -> str:
    return written.translate(_LIKE_DIGITS)
