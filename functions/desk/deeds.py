"""What a clerk can do with a letter, as a table: the move, what is noted, what must be given."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from shared.errors import FieldMissing
from shared.model.event import Did
from shared.model.fact import Fact, OfficeCode, ProcessId, SubmissionId


class Deed(StrEnum):
    """The actions of the letter page."""

    TAKE = "take"
    PUT_BACK = "put-back"
    FINISH = "finish"
    RETURN = "return"
    PASS = "pass"  # noqa: S105 - a letter is passed on, no password
    CORRECT = "correct"
    SPAM = "spam"
    RESTORE = "restore"


class Rule(NamedTuple):
    """How a deed moves the work item, what is noted of it, and which fields it needs."""

    move: str
    did: Did
    needs: tuple[str, ...] = ()


RULES: Mapping[Deed, Rule] = {
    Deed.TAKE: Rule("claim", Did.TAKEN),
    Deed.PUT_BACK: Rule("release", Did.PUT_BACK),
    Deed.FINISH: Rule("finish", Did.FINISHED, ("note",)),
    Deed.RETURN: Rule("return", Did.RETURNED, ("documents",)),
    Deed.PASS: Rule("pass", Did.PASSED, ("to_office", "note")),
    Deed.CORRECT: Rule("correct", Did.CORRECTED, ("process",)),
    Deed.SPAM: Rule("spam", Did.MARKED_SPAM),
    Deed.RESTORE: Rule("restore", Did.RESTORED),
}

MOST_SIGNS = 2000
"""Of a note."""


class Asked(Fact):
    """One deed as a form asks for it. ``version`` is the item's that the clerk saw."""

    deed: Deed
    office: OfficeCode
    submission_id: SubmissionId
    version: int
    note: str = ""
    documents: tuple[str, ...] = ()
    to_office: OfficeCode | None = None
    process: ProcessId | None = None
    tell: bool = False
    """The sender is to be told the result."""

    @property
    def rule(self) -> Rule:
        """What the table says."""
        return RULES[self.deed]

    @property
    def told(self) -> tuple[str, str]:
        """What the history says of it: the words, and the office or process it is about."""
        words = "\n".join(self.documents) if self.deed is Deed.RETURN else self.note
        return words, self.to_office or self.process or ""

    def complete(self) -> None:
        """Raises FieldMissing with the first field that the deed needs and has not."""
        missing = [name for name in self.rule.needs if not getattr(self, name)]
        if missing:
            raise FieldMissing(missing[0])
