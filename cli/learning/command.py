"""``saraban learn``: teach the learned part again, with letters corrected at the desk.

Prints how right the product is on the project's own letters before and after, every letter
decided by a learned part that does not know it; writes nothing if that became worse.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.learning.artefact import teacher, written
from cli.learning.lessons import KEPT, Example, examples, own_letters
from cli.learning.showing import show
from cli.learning.trial import Answer, Trial, answered, tried
from cli.tables import console
from cli.trouble import Trouble
from shared.classification.learned_file import FILE, parts
from shared.errors import BadDirectory


@dataclass(frozen=True)
class Compared:
    """The trial before and after some corrections; ``worse`` says in what, or is empty."""

    before: Sequence[Answer]
    after: Sequence[Answer]
    trial: Trial

    @property
    def worse(self) -> str:
        """Why this must not be kept.

        The letters that rules were tuned on are right by the rules alone, whatever is taught:
        so the kept ones, where there are any, must not become worse either.
        """
        if _right(self.after) < _right(self.before):
            return "fewer processes are right"
        if _right(_kept(self.after)) < _right(_kept(self.before)):
            return "fewer processes of the kept letters are right"
        if _wrong_and_sure(self.after) > _wrong_and_sure(self.before):
            return "of the sure processes more are wrong"
        return ""


def run(asked: argparse.Namespace) -> int:
    """Teach, try, print, and write the file unless it is worse."""
    corrections = [one for path in asked.files for one in examples(path)]
    out = asked.out or FILE
    _nothing_forgotten(out, len(corrections))
    own = own_letters()
    found = compare(own, corrections)
    show(found.before, found.after, found.trial.calibrated)
    if found.worse:
        raise Trouble(f"Nothing is written: {found.worse} with these corrections than without.")
    taught = [*own, *_new(corrections, own)]
    content = written(taught, len(taught) - len(own), found.trial.calibrated)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    console().print(f"{out}: {len(content) / 1000:.0f} KB, {len(taught)} letters taught")
    return 0


def compare(own: Sequence[Example], corrections: Sequence[Example]) -> Compared:
    """Try the project's own letters alone, then with the corrections."""
    new = _new(corrections, own)
    trial = tried(own, teacher())
    before = answered(own, trial)
    if not new:
        return Compared(before, before, trial)
    trial = tried([*own, *new], teacher())
    return Compared(before, answered(own, trial), trial)


def _new(corrections: Sequence[Example], own: Sequence[Example]) -> list[Example]:
    """Each correction once (the last counts), without those that are our own letters."""
    known = {one.key for one in own}
    return [*{one.key: one for one in corrections if one.key not in known}.values()]


def _nothing_forgotten(out: Path, corrections: int) -> None:
    """All corrections must be given each time: the file that is replaced knows how many it had."""
    file = out if out.exists() else FILE
    try:
        about, _, _ = parts(file.read_bytes(), file.name)
    except (OSError, BadDirectory):
        return
    if corrections < about.corrections:
        raise Trouble(
            f"{file} was taught with {about.corrections} corrections, and only {corrections} "
            "are given: give the earlier ones too, or they are forgotten."
        )


def _kept(answers: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.example.group.startswith(KEPT)]


def _right(answers: Sequence[Answer]) -> int:
    return sum(answer.right for answer in answers)


def _wrong_and_sure(answers: Sequence[Answer]) -> int:
    return sum(answer.sure and not answer.right for answer in answers)
