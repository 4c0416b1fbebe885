"""Receipts in DynamoDB."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.aws.items import FAILED, NEW, Item, below, fact, get, key, many, read
from shared.aws.writing import new, put, transact
from shared.errors import TryLater
from shared.model.fact import ArrivalId, SubmissionId
from shared.model.receipt import SUPPRESSED, TOO_MANY, Counter, Receipt, Sending, message_name

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

TRIES = 8
"""How often a receipt is started while another to the same address is."""


@dataclass(frozen=True)
class DynamoReceipts:
    """Keeps ``shared.ports.answers.Receipts``."""

    table: "Table"

    def start(self, receipt: Receipt) -> Receipt:
        """Write a receipt unless this arrival or event has one; returns the one that stands."""
        if put(self.table, _item(receipt)):
            return receipt
        return self._at(_place(receipt)) or receipt

    def start_answer(
        self, receipt: Receipt, address_hash: str, counters: Sequence[Counter]
    ) -> Receipt:
        """Write a receipt as ``start`` does, if its address may have one, and count it."""
        unsuppressed = {"Key": key("SUPPRESSED", address_hash), "ConditionExpression": NEW}
        counting = [_counting(counter, receipt.arrival_id) for counter in counters]
        for _ in range(TRIES):
            refused, *others = transact(
                self.table, {"ConditionCheck": unsuppressed}, *counting, new(_item(receipt))
            ) or (None,)
            if not others:
                return receipt
            if FAILED in (refused, *others):
                return self._instead(receipt, SUPPRESSED if refused == FAILED else TOO_MANY)
        raise TryLater("dynamodb: too many answers to one address")

    def release(self, receipt: Receipt) -> Receipt:
        """Write ``receipt`` over one that was withheld; returns the one that stands then."""
        withheld = {":withheld": Sending.WITHHELD.value}
        if put(self.table, _item(receipt), "sending = :withheld", **withheld):
            return receipt
        return self.start(receipt)

    def end(self, receipt: Receipt) -> None:
        """Say how a receipt ended; its Message-IDs lead replies to the letter from now on."""
        ends = {"Put": {"Item": _item(receipt)}}
        if transact(self.table, ends, *_pointers(receipt)):
            raise TryLater("dynamodb: two hands on one receipt")

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        """The receipt of one arrival."""
        return self._at(key("RECEIPT", arrival_id))

    def several(self, arrival_ids: Sequence[ArrivalId]) -> tuple[Receipt, ...]:
        """The receipts of these arrivals, in batches; those not there are left out."""
        items = many(self.table, [key("RECEIPT", name) for name in arrival_ids])
        return tuple(read(Receipt, item) for item in items)

    def notices(self, submission_id: SubmissionId) -> tuple[Receipt, ...]:
        """The later messages about a letter, by the names of their events."""
        items = below(self.table, f"LETTER#{submission_id}", "NOTICE#")
        return tuple(read(Receipt, item) for item in items)

    def by_message(self, message_id: str) -> Receipt | None:
        """The receipt that went out under a Message-ID: ours, or the one that SES gave it."""
        pointer = get(self.table, key("MESSAGE", message_name(message_id)))
        return self._at({"pk": pointer["told_pk"], "sk": pointer["told_sk"]}) if pointer else None

    def count_answer(self, counter: Counter, arrival_id: ArrivalId) -> bool:
        """Count an answer in one counter; False when it holds its most of other arrivals."""
        for _ in range(TRIES):
            reasons = transact(self.table, _counting(counter, arrival_id))
            if not reasons:
                return True
            if FAILED in reasons:
                return False
        raise TryLater("dynamodb: too many answers to one address")

    def _instead(self, receipt: Receipt, reason: str) -> Receipt:
        """The receipt that stands, or this one, withheld."""
        withheld = {"sending": Sending.WITHHELD, "reason": reason, "seal": None}
        return self._at(_place(receipt)) or self.start(receipt.model_copy(update=withheld))

    def _at(self, where: dict[str, str]) -> Receipt | None:
        item = get(self.table, where)
        return read(Receipt, item) if item else None


def _counting(counter: Counter, arrival_id: ArrivalId) -> dict[str, Any]:
    """A transaction's write that counts an arrival where there is room, or counted it before."""
    return {
        "Update": {
            "Key": key("ANSWERS", counter.name),
            "UpdateExpression": "ADD arrivals :one SET expires_at = :forgotten",
            "ConditionExpression": "attribute_not_exists(arrivals)"
            " OR size(arrivals) < :most OR contains(arrivals, :arrival)",
            "ExpressionAttributeValues": {
                ":one": {str(arrival_id)},
                ":arrival": arrival_id,
                ":most": counter.most,
                ":forgotten": int(counter.until.timestamp()),
            },
        }
    }


def _place(receipt: Receipt) -> dict[str, str]:
    if receipt.event:
        return key("LETTER", receipt.submission_id, sk=f"NOTICE#{receipt.event}")
    return key("RECEIPT", receipt.arrival_id)


def _item(receipt: Receipt) -> Item:
    return {**_place(receipt), **fact(receipt), "sending": receipt.sending.value}


def _pointers(receipt: Receipt) -> Iterator[dict[str, Any]]:
    """Where a Message-ID leads: to the receipt, and to the letter if there is one."""
    place = _place(receipt)
    told: Item = {"told_pk": place["pk"], "told_sk": place["sk"]}
    if receipt.submission_id and receipt.to_sender:
        told["submission_id"] = receipt.submission_id
    for name in sorted({receipt.message_id, receipt.ses_message_id} - {None}, key=str):
        yield {"Put": {"Item": {**key("MESSAGE", name), **told}}}
