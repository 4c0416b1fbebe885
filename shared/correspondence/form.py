"""One document as an official letter: which of its lines stands where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shared.correspondence.lines import Line
from shared.correspondence.marks import NUMBERED, Label, is_agencys, label_of
from shared.correspondence.stamps import Stamps, stamps_in, stamps_on

HEAD = 40
"""Lines from a document's top in which an official letter has its เรื่อง and เรียน."""
_TOPS = (Label.SUBJECT, Label.ADDRESSEE)
_SUBJECT = re.compile(r"\W*เรื่อง|\W*เรือง[\s:]")


@dataclass(frozen=True)
class Form:
    """The lines of a document, and where the form's parts stand among them.

    ``numbered`` is the line of the number; ``labels`` has the line of each label, and where
    in it the labelled words begin.
    """

    lines: Sequence[Line]
    numbered: tuple[int, re.Match[str]] | None
    labels: Mapping[Label, tuple[int, int]]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Form":
        """A greeting may stand above the number (in a mail); the form begins below it."""
        numbered = next(_numbered(lines[:HEAD]), None)
        labels: dict[Label, tuple[int, int]] = {}
        for place in range(numbered[0] if numbered else 0, len(lines)):
            found = label_of(lines[place].text)
            if found and _is_written(lines[place], found[0]):
                labels.setdefault(found[0], (place, found[1]))
        return cls(lines, numbered, labels)

    @property
    def head(self) -> Sequence[Line]:
        """What stands above เรื่อง and เรียน."""
        tops = [self.labels[label][0] for label in _TOPS if label in self.labels]
        return self.lines[: min([*tops, HEAD])]

    def is_official(self, *, secrecy: bool, agency: bool) -> bool:
        """Whether enough of the form is there; see shared/correspondence/official.py."""
        tops = [self.labels[label][0] for label in _TOPS if label in self.labels]
        if any(place >= HEAD + HEAD for place in tops):
            return False
        if self.numbered and tops:
            return True
        lettered = agency and Label.CLOSING in self.labels
        return len(tops) == len(_TOPS) and (secrecy or lettered)

    def stamps(self) -> Stamps:
        """Urgency from the head alone; secrecy from every page, where it is stamped."""
        urgency, _ = stamps_on(self.head)
        _, secrecy = stamps_on(self.lines)
        if self.numbered:
            place, found = self.numbered
            beside = stamps_in(self.lines[place], *found.span("stamps"))
            urgency, secrecy = urgency or beside[0], secrecy or beside[1]
        return urgency, secrecy


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, re.Match[str]]]:
    for place, line in enumerate(lines):
        found = NUMBERED.match(line.text)
        if found and is_agencys(found):
            yield place, found


def _is_written(line: Line, label: Label) -> bool:
    """A name such as เรืองชัย folds to a label's letters: its tone mark or a space tells."""
    if label is not Label.SUBJECT:
        return True
    return _SUBJECT.match(line.said(0).text) is not None
