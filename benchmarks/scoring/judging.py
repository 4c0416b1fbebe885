"""What a careful clerk would have decided about a letter, what was decided, and who is right."""

from shared.model.fact import Fact, OfficeCode, ProcessId


class Label(Fact):
    """What a clerk decided. ``accepted`` are the process and those as good as it.

    ``offices`` are the offices whose desk is right; the central registry stands for "a
    person must choose". None: the office of this letter is not labelled.
    """

    process: ProcessId
    accepted: frozenset[ProcessId]
    offices: frozenset[OfficeCode] | None = None
    difficulty: str = ""
    tags: tuple[str, ...] = ()


class Answer(Fact):
    """What was decided. ``sure``: the process stands without a person.

    ``office`` is where the letter lies first (the central registry when it is triaged), None
    from who decides only processes; ``automatic``: nobody had to choose it.
    """

    process: ProcessId
    confidence: float
    sure: bool
    office: OfficeCode | None = None
    automatic: bool = False


class Judged(Fact):
    """One letter's label beside its answer."""

    id: str
    label: Label
    answer: Answer

    @property
    def process_right(self) -> bool:
        """Whether a careful clerk could have chosen this process."""
        return self.answer.process in self.label.accepted

    @property
    def office_right(self) -> bool | None:
        """Whether the letter lies on a right desk; None when that was not asked."""
        if self.label.offices is None or self.answer.office is None:
            return None
        return self.answer.office in self.label.offices
