"""Classification: processes ranked with confidence, and the evidence."""

from shared.model.fact import Fact, ProcessId


class Evidence(Fact):
    """Words that counted: where they stand and what they weigh.

    ``document`` is the document's number, 0 for the subject; ``start``/``end`` are
    offsets in characters into that text as the sender wrote it. ``document`` -1: it stands
    in no text (the sender's address, a document's name).
    """

    text: str
    document: int
    start: int
    end: int
    weight: float
    meaning: str
    """What it speaks for: a process id, ``topic:`` or a facet (``section:40``), or a place."""


class Candidate(Fact):
    """One process and how likely it is (0 to 1)."""

    process: ProcessId
    confidence: float


class Classification(Fact):
    """Best guess first. ``sure`` says whether the best stands without a person."""

    ranked: tuple[Candidate, ...]
    sure: bool
    evidence: tuple[Evidence, ...]
    version: str
    """Which process list and rules decided."""

    @property
    def best(self) -> Candidate:
        """The best guess; there always is one (``none`` is a process)."""
        return self.ranked[0]
