"""What a page is: the signs on it are weighed, or nothing is said."""

from collections import defaultdict

from functions.intake.pieces.signs import FORMED, LEAD, NAMED, Sign, signs
from functions.intake.pieces.words import load
from shared.model.piece import Piece, PieceKind
from shared.model.reading import LEGIBLE, Reading

UNTITLED = 5.0
"""The weight that a name needs without a title."""
_MOST_TEXT = 3.0
"""Words below the heading together weigh no more than this beside a title."""


def piece_of(text: str, page: int = 1, *, legible: bool = True) -> Piece | None:
    """What the page with this text is; None when the text does not show it.

    On a page that is not ``legible`` only words that stand there letter by letter count.
    """
    found = signs(text, load(), legible=legible)
    kind = _kind(found)
    if kind is None:
        return None
    mine = [sign for sign in found if sign.kind is kind]
    best = max(mine, key=lambda sign: (sign.title, sign.weight, -sign.start))
    return Piece(
        kind=kind,
        page=page,
        start=best.start,
        end=best.end,
        words=text[best.start : best.end],
        form=_form(found) if kind in FORMED else None,
    )


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """The pieces of a document, page by page; pages that do not show what they are have none."""
    named = (
        piece_of(page.text, number, legible=page.legibility >= LEGIBLE)
        for number, page in enumerate(reading.pages, start=1)
        if page.text
    )
    return tuple(piece for piece in named if piece)


def _kind(found: list[Sign]) -> PieceKind | None:
    ranked = sorted(_scores(found).items(), key=lambda scored: -scored[1])
    if not ranked:
        return None
    kind, score = ranked[0]
    titled = any(sign.title for sign in found if sign.kind is kind)
    lead = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
    return kind if score >= (NAMED if titled else UNTITLED) and lead >= LEAD else None


def _scores(found: list[Sign]) -> dict[PieceKind, float]:
    heads: defaultdict[PieceKind, float] = defaultdict(float)
    texts: defaultdict[PieceKind, float] = defaultdict(float)
    for sign in (sign for sign in found if not sign.form):
        weights = heads if sign.title else texts
        weights[sign.kind] += sign.weight
    # A code speaks for the form that the title says it is.
    formed = max(FORMED, key=lambda kind: heads.get(kind, 0.0))
    heads[formed] += sum(sign.weight for sign in found if sign.form)
    return {
        kind: heads[kind] + min(texts[kind], _MOST_TEXT) if heads[kind] else texts[kind]
        for kind in {*heads, *texts}
        if heads[kind] or texts[kind]
    }


def _form(found: list[Sign]) -> str | None:
    """The code that stands out most; None when two different ones stand out as much."""
    codes = [sign for sign in found if sign.form]
    most = max((sign.weight for sign in codes), default=0.0)
    forms = {sign.form for sign in codes if sign.weight == most}
    return forms.pop() if len(forms) == 1 else None
