"""A document's text cut into stretches, so that the words that counted stand out. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.model.classification import Evidence


class Stretch(NamedTuple):
    """Some text; ``why`` is what it speaks for, or empty."""

    text: str
    why: str


LEARNED = "learned"
"""What the meaning of letters begins with that the learned part weighed."""


def worth_marking(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Words first: where one of a list stands, no letters around it are marked as well.

    The learned part weighs letters and knows no words: what it says may begin inside of one.
    """
    words = [one for one in evidence if one.meaning.partition(":")[0] != LEARNED]
    alone = (one for one in evidence if one not in words and not any(_meet(one, w) for w in words))
    return (*words, *alone)


def _meet(one: Evidence, other: Evidence) -> bool:
    same = one.document == other.document
    return same and one.start < other.end and other.start < one.end


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
