"""One letter after the other through the real stations, each watched."""

from collections.abc import Iterator
from random import Random

from benchmarks.costing.usage import Seen
from benchmarks.line.system import System
from benchmarks.reading_bench.drawn import pictures, thai_fonts
from benchmarks.reading_bench.sheets import some_letters
from benchmarks.reading_bench.text_mails import PLAIN, mails
from benchmarks.reading_bench.whole_letters import SENT_AS, mail
from benchmarks.reading_bench.worn import DRAWN_AT

SEED = 20261122
_MAILBOX = "saraban_chiangmai@sso.go.th"


def text_letters(many: int, kind: str = PLAIN) -> Iterator[bytes]:
    """Mails whose words need no OCR, all different."""
    return mails(kind, many, SEED)


def scanned_letters(many: int) -> Iterator[bytes]:
    """Mails with one PDF of scanned pages each, four to six."""
    fonts, seed = thai_fonts(None, 4), Random(SEED)  # noqa: S311 - invented letters
    for number in range(many):
        letter = some_letters(SEED + number)[number % len(some_letters(SEED))]
        pages = pictures(letter.sheets, fonts[number % len(fonts)], None, DRAWN_AT)
        yield mail(letter, SENT_AS["one PDF"](pages, seed.randrange(1000)))


def watched(raws: Iterator[bytes], made: System, *, silent: int = 0) -> Iterator[Seen]:
    """What each letter uses from mail to receipt; of the first ``silent`` nothing is told.

    They load all data. Every letter has a sender of its own.
    """
    for number, raw in enumerate(raws):
        made.witness.clear()
        made.receive(raw, [_MAILBOX], f"sender{number}@mail.example")
        made.carry()
        if number >= silent:
            yield Seen(len(raw), (*made.witness.calls,), (*made.witness.invocations,))
