"""Whose digits stand in the text, the engine's or the reader's.

The engine's Arabic digits stand, because it knows them; its Thai digits never stand
without the reader. Where there are digits but the reader is not sure, they are marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.intake.reading.digits.aligning import aligned
from functions.intake.reading.digits.cutting import Cut
from functions.intake.reading.digits.numbers import Number, numbers
from functions.intake.reading.digits.page_signs import MARKS, PageSign
from functions.intake.reading.digits.reading import DigitRun, Seen
from functions.intake.reading.digits.signs import (
    ARABIC,
    DIGITS,
    SEPARATORS,
    THAI,
    UNSURE,
    Script,
    script,
)
from functions.intake.reading.digits.suspects import may_be_digit
from functions.intake.reading.digits.words import Box


@dataclass(frozen=True)
class Replacement:
    """What stands in the text from ``start`` to before ``end`` instead of the engine's."""

    start: int
    end: int
    text: str
    run: DigitRun
    box: Box


def replacements(cut: Cut, seen: Seen, text: str) -> list[Replacement]:
    """What of the engine's text is to be replaced, from left to right."""
    line = cut.signs
    places = aligned(
        [(sign.text, cut.column(sign)) for sign in line],
        [(sign.text, sign.column) for sign in seen.signs],
    )
    changes, done = [], 0
    for number in numbers(seen):
        theirs = _theirs(number, places, line, text, done)
        done = theirs.stop or done
        engine = "".join(line[n].text for n in theirs)
        if _stands(engine, number.run) or (_is_in_a_word(theirs, line) and not DIGITS & {*engine}):
            continue
        box = cut.box(seen.signs[number.first].column, seen.signs[number.last].column)
        if theirs:
            start, end = line[theirs[0]].place, line[theirs[-1]].place + 1
            new = _written(number.run, engine)
        else:
            start = end = _after(places[: number.first], line, text)
            if _is_inside(text, start):
                continue
            new = _set_apart(number.run.text, text, start)
        changes.append(Replacement(start, end, new, number.run, box))
    return changes


def _theirs(
    number: Number, places: Sequence[int | None], line: Sequence[PageSign], text: str, done: int
) -> range:
    """The places of the engine's signs that a number replaces, none before ``done``.

    Digits that touch them and stand for nothing else are the engine's slips, and go as well.
    """
    matched = [place for place in places[number.first : number.last + 1] if place is not None]
    if not matched:
        return range(0)
    first, last, taken = matched[0], matched[-1], set(places)
    slips = {n for n, sign in enumerate(line) if n not in taken and may_be_digit(sign)}
    while first > done and first - 1 in slips and _touch(line[first - 1], line[first], text):
        first -= 1
    while last + 1 in slips and _touch(line[last], line[last + 1], text):
        last += 1
    return range(first, last + 1)


def _touch(one: PageSign, other: PageSign, text: str) -> bool:
    """True when the engine saw no space between two signs."""
    return not any(map(str.isspace, text[one.place : other.place]))


def _after(places: Sequence[int | None], line: Sequence[PageSign], text: str) -> int:
    """Where in the text a number goes that the engine did not see: after what it did see."""
    before = [place for place in places if place is not None]
    if not before:
        return line[0].place
    end = line[before[-1]].place + 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return end


def _is_inside(text: str, place: int) -> bool:
    """True between two signs that touch: there the engine overlooked nothing."""
    around = text[max(0, place - 1) : place + 1]
    return bool(place) and len(around) > 1 and not any(map(str.isspace, around))


def _set_apart(new: str, text: str, place: int) -> str:
    """A number with the spaces that it needs where it is put into the text."""
    before, behind = text[:place][-1:], text[place : place + 1]
    closes = behind.isspace() or behind in SEPARATORS
    return (" " if before.strip() else "") + new + ("" if closes else " ")


def _stands(engine: str, run: DigitRun) -> bool:
    """True when what the engine wrote may stay in the text as it is."""
    if script(engine) in (Script.THAI, Script.MIXED):
        return False
    thai = sum(sign in THAI for sign in run.text)
    if script(engine) == Script.ARABIC:
        return thai <= sum(sign in ARABIC for sign in run.text)
    return not (run.sure and thai)


def _is_in_a_word(theirs: range, line: Sequence[PageSign]) -> bool:
    """True when the signs are only a part of a word, as the oo of a book are."""
    beside = (*line[max(0, theirs.start - 1) : theirs.start], *line[theirs.stop : theirs.stop + 1])
    return bool(theirs) and bool({line[n].word for n in theirs} & {sign.word for sign in beside})


def _written(run: DigitRun, engine: str) -> str:
    """What replaces the engine's signs: the run, or as many marks as there may be digits."""
    if run.sure:
        return run.text
    return "".join(UNSURE if sign in DIGITS else sign for sign in run.text or engine)
