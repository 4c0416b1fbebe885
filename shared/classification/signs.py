"""Signs that are not words of the list: who wrote, how much, in which form."""

import re
from collections.abc import Iterator, Sequence

from shared.classification.findings import PLACES, Finding
from shared.classification.passages import NOWHERE, Passage, Place
from shared.classification.vocabulary import Vocabulary
from shared.model.submission import ReadLetter, Role
from shared.thai.folding import fold, keys

OFFICIAL_NUMBER = re.compile(
    r"(?<![ก-ฮ])ที(?P<number>[ก-ฮ]{2,3}\.?\(?[ก-ฮ.]*\)?\d{3,5}(?:\.\(?[ก-ฮ\d]+\)?)*/ว?\d+)"
)
"""``ที่ รง ๐๕๐๕/ว ๓๑๘`` folded: the letters of a ministry or province, the unit, the number."""
POLITE = (
    "ขอบพระคุณ; ขอบคุณ; ขอบใจ; ครับ; ค่ะ; คะ; นะ; จ้า; มากๆ; มาก; ได้รับแล้ว; รับทราบ; ทราบแล้ว; "
    "เรียบร้อย; แล้ว; เจ้าหน้าที่; พี่ๆ; ทุกคน; ทุกท่าน; เลย; น่ารัก; ใจดี; สวัสดี; เรียน; ไม่มีอะไรสงสัย; "
    "ไม่มีคำถาม; โอเค; ok; thank you; thanks; received; noted; very much; well; 👍; 🙏; "
    "ส่งจาก iphone ของฉัน; sent from my iphone"
)
"""What an answer may say that asks for nothing."""
OFFICIAL = 5.0
OUR_OWN = "รง06"
"""The Social Security Office's own letters are numbered so: who encloses one is no agency."""
EMPTY = 8.0
EMPTY_BELOW = 12
"""Fewer folded letters than this in all say nothing."""
SAID_BELOW = 14
"""The same of an answer, polite words apart."""
_POLITE = re.compile("|".join(map(re.escape, keys(POLITE.split("; ")))))
FROM_A_MACHINE = 2.0
CHOSEN = 6.0
"""A process chosen at the upload weighs like a form's title: people choose wrongly too."""


def signs(
    letter: ReadLetter,
    passages: Sequence[Passage],
    vocabulary: Vocabulary,
    *,
    asks: bool = False,
) -> Iterator[Finding]:
    """Every such sign. Those that stand in no text have the passage NOWHERE.

    ``asks``: its few words name a matter, so it is not empty.
    """
    yield from _sender(letter, vocabulary)
    for passage in passages:
        yield from _official(passage)
    if not asks and _says_nothing(letter, passages):
        yield _nowhere("", "topic:nothing", EMPTY)
    if letter.submission.machine:
        yield _nowhere(letter.submission.machine, "topic:nothing", FROM_A_MACHINE)
    if letter.submission.chosen_process:
        chosen = letter.submission.chosen_process
        yield _nowhere(chosen, chosen, CHOSEN)


def _says_nothing(letter: ReadLetter, passages: Sequence[Passage]) -> bool:
    """Hardly a word and nothing enclosed; what is enclosed but unread may say a lot."""
    enclosed = any(document.role is Role.ATTACHMENT for document in letter.submission.documents)
    if enclosed or letter.submission.chosen_process:
        return False
    old = {Place.QUOTED, Place.FORWARDED, Place.OLD_SUBJECT}
    quotes = any(passage.place in old for passage in passages)
    said = [
        _POLITE.sub("", passage.folded.text) for passage in passages if passage.place not in old
    ]
    return sum(map(len, said)) < (SAID_BELOW if quotes else EMPTY_BELOW)


def _sender(letter: ReadLetter, vocabulary: Vocabulary) -> Iterator[Finding]:
    sender = letter.submission.sender
    address = sender.address.lower() if sender else ""
    for known, word in vocabulary.senders:
        if address.endswith(known) or (known.endswith("@") and address.startswith(known)):
            yield _nowhere(known, word.means, word.weight)


def _official(passage: Passage) -> Iterator[Finding]:
    found = OFFICIAL_NUMBER.search(passage.folded.text)
    if found and not found["number"].replace(".", "").startswith(OUR_OWN):
        place = passage.place_of(passage.folded.places[found.start()])
        weight = OFFICIAL * PLACES[place]
        yield Finding(
            passage, found.start(), found.end(), "topic:agency", weight, "official number"
        )


def _nowhere(text: str, means: str, weight: float) -> Finding:
    passage = Passage(NOWHERE, 0, fold(text), Place.NAME)
    return Finding(passage, 0, len(passage.folded.text), means, weight, text)
