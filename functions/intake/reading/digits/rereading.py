"""A page's numbers read again where they may be in Thai digits, and its text put right."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from functions.intake.reading.digits.cutting import cut_out
from functions.intake.reading.digits.lost import lost_ink
from functions.intake.reading.digits.marking import PlacedRun, Reread, marked, unbroken
from functions.intake.reading.digits.page_signs import lines_of_signs
from functions.intake.reading.digits.reading import read_strips
from functions.intake.reading.digits.replacing import Replacement, replacements
from functions.intake.reading.digits.strip import Grey
from functions.intake.reading.digits.suspects import suspects
from functions.intake.reading.digits.words import OcrWord


def reread(page: Grey, text: str, words: Sequence[OcrWord]) -> Reread:
    """The engine's text of a page, with its Thai numbers as the digit reader sees them.

    ``page`` is the picture that the engine read; ``words`` are its words in the order of
    ``text``. Numbers in Arabic digits stay as the engine wrote them.
    """
    if not _has_thai(text):
        return Reread(text)
    boxes = np.array([word.box for word in words], np.int64).reshape(-1, 4)
    found = [
        suspect
        for line in lines_of_signs(text, words)
        for suspect in suspects(line, lost_ink(page, line, boxes))
    ]
    cuts = [cut for suspect in found if (cut := cut_out(page, suspect)) is not None]
    seen = read_strips([cut.strip for cut in cuts])
    changes = (replacements(cut, strip, text) for cut, strip in zip(cuts, seen, strict=True))
    right = _put_right(text, sorted(chain.from_iterable(changes), key=lambda each: each.start))
    return unbroken(right)


def _has_thai(text: str) -> bool:
    return any("\u0e00" <= sign <= "\u0e7f" for sign in text)


def _put_right(text: str, changes: Sequence[Replacement]) -> Reread:
    parts, runs, done, length = [""], [], 0, 0
    for change in changes:
        if change.start < done:  # two suspects so near that both see the number between them
            continue
        parts += (marked(text[done : change.start]), change.text)
        start = length + change.start - done
        length = start + len(change.text)
        runs.append(PlacedRun(change.run, start, length, change.box))
        done = change.end
    return Reread("".join([*parts, marked(text[done:])]), tuple(runs))
