"""Letters of the register in DynamoDB."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.aws.busy import waiting_for
from shared.aws.items import FAILED, Item, below, fact, get, key, many, read
from shared.aws.writing import new, transact
from shared.errors import ReferenceTaken, TryLater
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.receipt import message_name

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoLetters:
    """Keeps ``shared.ports.ledger.Letters``."""

    table: "Table"

    def open(self, record: LetterRecord, addressed: Sequence[OfficeCode] = ()) -> LetterRecord:
        """Write a letter with its reference, or return the one that stands."""
        reasons = transact(self.table, *new_letter(record, addressed))
        return self.instead(record, reasons) if reasons else record

    def instead(self, record: LetterRecord, reasons: Sequence[str]) -> LetterRecord:
        """The record that stands, when ``new_letter`` was refused for these reasons.

        Raises ReferenceTaken, or TryLater when neither letter nor reference was in the way.
        """
        standing = self.get(record.submission_id)
        if standing:
            return standing
        if reasons[1] == FAILED:
            raise ReferenceTaken
        raise TryLater("dynamodb: two arrivals of one letter at once")

    def get(self, submission_id: SubmissionId) -> LetterRecord | None:
        """One letter."""
        item = get(self.table, key("LETTER", submission_id))
        return read(LetterRecord, item) if item else None

    def several(self, submission_ids: Sequence[SubmissionId]) -> tuple[LetterRecord, ...]:
        """These letters, in their order; those not there are left out."""
        items = many(self.table, [key("LETTER", one) for one in submission_ids])
        return tuple(read(LetterRecord, item) for item in items)

    def by_reference(self, reference: str) -> LetterRecord | None:
        """The letter that has this reference."""
        return self._pointed(key("REFERENCE", reference))

    def by_message(self, message_id: str) -> LetterRecord | None:
        """The letter that a message of ours with this Message-ID was about."""
        return self._pointed(key("MESSAGE", message_name(message_id)))

    def add_addressed(
        self, submission_id: SubmissionId, offices: Sequence[OfficeCode]
    ) -> tuple[OfficeCode, ...]:
        """Add to the offices that any arrival of this letter addressed; returns all, sorted."""
        where = key("LETTER", submission_id)
        if not offices:
            item = get(self.table, where) or {}
        else:
            with waiting_for("dynamodb"):
                item = self.table.update_item(
                    Key=where,
                    UpdateExpression="ADD addressed :offices",
                    ConditionExpression="attribute_exists(pk)",
                    ExpressionAttributeValues={":offices": set(map(str, offices))},
                    ReturnValues="ALL_NEW",
                )["Attributes"]
        return tuple(sorted(item.get("addressed", ())))

    def replies(self, submission_id: SubmissionId) -> tuple[Reply, ...]:
        """The later letters that joined this one, oldest first."""
        items = below(self.table, f"LETTER#{submission_id}", "REPLY#")
        found = [read(Reply, item) for item in items]
        return tuple(sorted(found, key=lambda reply: reply.received_at))

    def _pointed(self, where: dict[str, str]) -> LetterRecord | None:
        pointer = get(self.table, where)
        name = pointer.get("submission_id") if pointer else None
        return self.get(name) if name else None


def new_letter(record: LetterRecord, addressed: Sequence[OfficeCode]) -> Iterator[dict[str, Any]]:
    """A transaction's first two writes: the letter, then its reference."""
    letter: Item = {**key("LETTER", record.submission_id), **fact(record)}
    if addressed:
        letter["addressed"] = set(map(str, addressed))
    yield new(letter)
    yield new({**key("REFERENCE", record.reference), "submission_id": record.submission_id})
