"""A document's text cut into stretches, so that the words that counted stand out. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.model.classification import Evidence


class Stretch(NamedTuple):
    """Some text; ``why`` is what it speaks for, or empty."""

    text: str
    why: str


def stretches(text: str, evidence: Sequence[Evidence], start: int = 0) -> tuple[Stretch, ...]:
    """The whole text in order; ``start`` is where it begins in its document.

    Of places that overlap the first counts: nothing is shown twice, nothing is left out.
    """
    return tuple(stretch for stretch in _cut(text, evidence, start) if stretch.text)


def _cut(text: str, evidence: Sequence[Evidence], start: int) -> Iterator[Stretch]:
    done = 0
    for piece in sorted(evidence, key=lambda piece: (piece.start, -piece.end)):
        begins, ends = piece.start - start, piece.end - start
        if begins < done or begins >= len(text) or ends <= begins:
            continue
        ends = min(ends, len(text))
        yield Stretch(text[done:begins], "")
        yield Stretch(text[begins:ends], piece.meaning)
        done = ends
    yield Stretch(text[done:], "")
