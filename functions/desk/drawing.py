"""Pictures of numbers as SVG, drawn for any width: across in per cent, down in pixels. Pure.

Letters keep their size on a phone, because nothing is scaled. Colours are the style sheet's, in
light and dark; each part has a name in words, and the table behind a picture has every number.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import category

from markupsafe import Markup, escape

HEIGHT, TOP, FOOT = 230, 14, 28
"""Of a picture of columns; above and below the columns stand the highest number and the days."""
PLOT = HEIGHT - TOP - FOOT
LINE, BAR, GAP = 20, 16, 12
"""Of words above a bar (the browser breaks them into lines: it knows where Thai words end)."""
LETTERS, WIDEST, ENDS = 36, 66, 36
"""Thai letters of a bar's words: so many stand side by side on a phone, so many on two lines; of
longer ones so many are the last ones, because names that begin alike differ at their end."""
NICE = (10, 12, 16, 20, 24, 30, 40, 50, 60, 80)


class Picture(NamedTuple):
    """What is drawn, in words for who does not see it. ``name`` is unique on its page."""

    name: str
    title: str
    told: str


class Column(NamedTuple):
    """One column. ``parts`` stand on one another; ``shown`` is written below some columns."""

    shown: str
    told: str
    parts: tuple[int, ...]


class Bar(NamedTuple):
    """One bar with its words above and its number behind."""

    words: str
    number: int
    told: str


def columns(picture: Picture, several: Sequence[Column], kinds: Sequence[str]) -> Markup:
    """Columns side by side; ``kinds`` are the classes of their parts, from below."""
    most = nice(max((sum(one.parts) for one in several), default=0))
    left = 4 + 1.9 * len(f"{most:,}")
    step = (100 - left) / max(1, len(several))
    drawn = [*_lines(most, left)]
    for place, one in enumerate(several):
        x = left + place * step
        drawn += _column(one, x, step, most, kinds)
        if one.shown:
            drawn.append(_text(one.shown, x + step / 2, HEIGHT - 8, "middle"))
    return _svg(picture, HEIGHT, drawn)


def bars(picture: Picture, several: Sequence[Bar], kind: str) -> Markup:
    """Bars one below the other, the longest as long as there is room beside its number."""
    most = max((one.number for one in several), default=0) or 1
    lines = max((1 + (letters(one.words) > LETTERS) for one in several), default=1)
    row = lines * LINE + BAR + GAP
    drawn = [
        mark for n, one in enumerate(several) for mark in _bar(one, n * row, lines, most, kind)
    ]
    return _svg(picture, max(row * len(several), 1), drawn)


def nice(number: int) -> int:
    """The next even number that is easy to read: 2, 4, 6, 8, 10, 12, 16, 20 and on."""
    if number <= NICE[0]:
        return max(2, number + number % 2)
    size: int = 10 ** (len(str(number - 1)) - 2)
    return next((step * size for step in NICE if number <= step * size), 100 * size)


def letters(words: str) -> int:
    """How many stand side by side: vowels and tones above or below one take no room."""
    return len(_starts(words))


def cut(words: str) -> str:
    """The words, if they are too wide without their middle; a letter keeps all its signs."""
    starts = _starts(words)
    if len(starts) <= WIDEST:
        return words
    return f"{words[: starts[WIDEST - ENDS - 1]]}…{words[starts[-ENDS] :]}"


def _starts(words: str) -> list[int]:
    return [n for n, sign in enumerate(words) if category(sign) != "Mn"]


def _bar(one: Bar, y: int, lines: int, most: int, kind: str) -> Iterator[Markup]:
    wide, foot = 64 * one.number / most, y + lines * LINE
    over = {"x": 0, "y": y, "width": "100%", "height": lines * LINE}
    yield _mark("foreignObject", over, _mark("div", {"class": "words"}, cut(one.words)))
    shape = {"x": "0", "y": foot + 3, "width": f"{max(wide, 0.4):.2f}%", "height": BAR}
    yield _mark("rect", {"class": f"part {kind}", **shape}, _mark("title", {}, one.words))
    yield _mark(
        "text", {"x": f"{wide:.2f}%", "dx": 8, "y": foot + BAR, "class": "number"}, one.told
    )


def _column(
    one: Column, x: float, step: float, most: int, kinds: Sequence[str]
) -> Iterator[Markup]:
    foot = float(TOP + PLOT)
    for number, kind in zip(one.parts, kinds, strict=True):
        high = PLOT * number / most
        foot -= high
        if number:
            shape = {"x": f"{x + step * 0.12:.2f}%", "width": f"{step * 0.76:.2f}%"}
            shape |= {"y": f"{foot:.1f}", "height": f"{high:.1f}"}
            yield _mark("rect", {"class": f"part {kind}", **shape}, _mark("title", {}, one.told))


def _lines(most: int, left: float) -> Iterator[Markup]:
    for number in (0, most // 2, most):
        y = TOP + PLOT * (1 - number / most)
        ends = {"x1": f"{left}%", "x2": "100%", "y1": f"{y:.1f}", "y2": f"{y:.1f}"}
        yield _mark("line", {"class": "line", **ends})
        yield _text(f"{number:,}", left - 1.5, y + 4, "end")


def _text(words: str, x: float, y: float, anchor: str) -> Markup:
    return _mark("text", {"x": f"{x:.2f}%", "y": f"{y:.1f}", "text-anchor": anchor}, words)


def _svg(picture: Picture, height: int, drawn: Sequence[Markup]) -> Markup:
    title, told = f"{picture.name}-title", f"{picture.name}-told"
    what = {"class": "picture", "width": "100%", "height": height, "role": "img"}
    inside = (
        _mark("title", {"id": title}, picture.title),
        _mark("desc", {"id": told}, picture.told),
        *drawn,
    )
    return _mark("svg", {**what, "aria-labelledby": f"{title} {told}"}, *inside)


def _mark(name: str, attributes: Mapping[str, object], *inside: str) -> Markup:
    """One element; whatever is no Markup already is escaped."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key, value) for key, value in attributes.items()
    )
    return Markup("<{}{}>{}</{}>").format(name, said, Markup("").join(map(escape, inside)), name)
