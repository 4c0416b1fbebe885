"""From a receipt's facts to the statement that is signed and set on paper. Pure.

The words are the mail's own: the same templates, in the form of blocks (``paper.j2``). They
are part of the statement, so that a later change of a template changes no old receipt.
"""

import json
from datetime import datetime

from functions.notify.facts import DocumentLine, OfficeLine, ReceiptFacts
from functions.notify.paper.printing import LAYOUT, TYPESETTER
from functions.notify.rendering import half
from shared.model.seal import Half, Language, SealedDocument, SealedOffice, Statement


def statement(facts: ReceiptFacts, issued_at: datetime, check_page: str) -> Statement:
    """What a receipt says, whole; ``check_page`` is where its QR code leads, or empty."""
    languages: tuple[Language, ...] = ("en", "th") if facts.english else ("th", "en")
    return Statement(
        layout=LAYOUT,
        typesetter=TYPESETTER,
        check_page=check_page,
        issued_at=issued_at,
        reference=facts.reference,
        joined=facts.joined,
        subject=facts.subject,
        entered_at=facts.entered_at,
        deemed_at=facts.deemed_at,
        process=facts.process.id if facts.process else None,
        sure=facts.sure,
        offices=tuple(map(_office, facts.offices)),
        documents=tuple(map(_document, facts.documents)),
        halves=tuple(_half(facts, language) for language in languages),
    )


def _half(facts: ReceiptFacts, language: Language) -> Half:
    lines = half("paper", "receipt", language, facts).splitlines()
    blocks = tuple(tuple(json.loads(line)) for line in lines if line.strip())
    return Half(language=language, blocks=blocks)


def _office(line: OfficeLine) -> SealedOffice:
    return SealedOffice(
        code=line.code, name_th=line.name_th, name_en=line.name_en, number=line.number
    )


def _document(line: DocumentLine) -> SealedDocument:
    return SealedDocument.model_validate(line.model_dump(include=set(SealedDocument.model_fields)))
