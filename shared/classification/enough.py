"""Is what was read of a letter enough, or may a further page change what becomes of it?

Asked by the reader before it spends seconds on one more scanned page. The answer is yes only
when both decisions stand on what is there: the process with more confidence than it needs,
so that an ordinary enclosure cannot unsettle it, and a place that an office answers for.
A further page can always say something new: so the first page of every document is read
whatever the answer, what was left out is counted and shown, and any of it can be read later.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from shared.classification.classify import classify
from shared.classification.passages import Passage, Place, passages
from shared.directory import provinces
from shared.model.fact import ProcessId
from shared.model.process import AGENCY, HOSPITAL_USER, NOTHING, Process
from shared.model.submission import ReadLetter
from shared.thai.folding import keys

VERY_SURE = 0.97
"""Confidence that it takes beside being sure: what an enclosure says in passing may cost some."""
_PLACELESS = frozenset({AGENCY, HOSPITAL_USER, NOTHING})
"""Their office follows from the mailbox and the first page: whom the letter greets."""
_NOT_THE_SENDERS = frozenset({Place.QUOTED, Place.NAME})


def enough(letter: ReadLetter, processes: Mapping[ProcessId, Process]) -> bool:
    """True when no ordinary further page changes the letter's process or office.

    ``letter`` has the documents read so far, the one being read last, with its pages so far.
    """
    classification = classify(letter, processes)
    best = classification.best
    if not classification.sure or best.confidence < VERY_SURE:
        return False
    return best.process in _PLACELESS or names_a_place(passages(letter))


def names_a_place(pieces: Iterable[Passage]) -> bool:
    """Whether the sender's own words or his forms name a province, or an area of Bangkok.

    Only as an office or an address does: after จังหวัด, จ. or ประกันสังคม. Bangkok alone is
    not enough, for it has twelve offices.
    """
    return any(
        _place().search(piece.folded.text)
        for piece in pieces
        if piece.place not in _NOT_THE_SENDERS
    )


@cache
def _place() -> re.Pattern[str]:
    known = provinces.load()
    elsewhere = [known[code] for code in known if code != provinces.BANGKOK_CODE]
    names = keys([name for each in elsewhere for name in (each.name_th, *each.aliases)])
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    before, bangkok, area = keys(["ประกันสังคม", "กรุงเทพมหานคร", "พื้นที่"])
    return re.compile(
        rf"(?:{before}|จังหวัด|จ\.) ?(?:{'|'.join(longest_first)})"
        rf"|(?:เขต|{bangkok}|กทม\.?|กรุงเทพฯ?) ?{area}(?:ที)? ?\d"
    )
