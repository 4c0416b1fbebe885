"""From letters to the learned part's file."""

from collections.abc import Sequence
from functools import partial

from cli.learning.calibrating import Teacher
from cli.learning.lessons import Example, Lesson
from cli.learning.teaching import teach
from cli.learning.word_lessons import word_lessons
from shared.classification.learned import Learned
from shared.classification.learned_file import About, pack, unpack
from shared.classification.vocabulary import load
from shared.directory import processes

_NOT_CALIBRATED = 1.0


def teacher() -> Teacher:
    """One who teaches the word list beside the letters.

    What it makes is as it will be deployed: written as a file and read again.
    """
    return partial(_learned, word_lessons())


def written(examples: Sequence[Example], corrections: int, calibrated: Learned) -> bytes:
    """The file taught with all these letters (so many of them corrections), calibrated so."""
    return _file([*_lessons(examples), *word_lessons()], len(examples), corrections, calibrated)


def _learned(words: Sequence[Lesson], examples: Sequence[Example]) -> Learned:
    return unpack(_file([*_lessons(examples), *words], len(examples), 0, None))


def _lessons(examples: Sequence[Example]) -> list[Lesson]:
    return [example.lesson for example in examples]


def _file(
    lessons: Sequence[Lesson], letters: int, corrections: int, calibrated: Learned | None
) -> bytes:
    known = sorted(processes.load())
    taught = teach(lessons, known)
    about = About(
        processes=tuple(known),
        scale=taught.scale,
        rules=calibrated.rules if calibrated else _NOT_CALIBRATED,
        learned=calibrated.learned if calibrated else _NOT_CALIBRATED,
        sure_from=calibrated.sure_from if calibrated else _NOT_CALIBRATED,
        sure_alone=calibrated.sure_alone if calibrated else _NOT_CALIBRATED,
        letters=letters - corrections,
        corrections=corrections,
        beside=load().version,
    )
    return pack(about, taught.runs, taught.halves)
