"""Everything that the system has of one letter: where it lies, and what the register says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from cli.place import Place, letter_of
from shared.aws.holds import DynamoHolds
from shared.aws.tasks import DynamoTasks
from shared.model.arrival import MANIFEST, Arrival, Channel
from shared.model.fact import CENTRAL, ArrivalId, Fact, OfficeCode
from shared.model.letter import ArrivalRecord, LetterRecord, Reply
from shared.model.receipt import address_hash
from shared.model.work import WorkItem
from shared.ports.register import Register


@dataclass(frozen=True)
class Belongings:
    """One letter with the replies that joined it; ``record`` is its record."""

    place: Place
    record: LetterRecord

    @property
    def register(self) -> Register:
        """The register."""
        return self.place.register

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """What its sender wrote later."""
        return self.register.letters.replies(self.record.submission_id)

    @cached_property
    def items(self) -> tuple[WorkItem, ...]:
        """Its work at each office."""
        return self.register.work.of(self.record.submission_id)

    @cached_property
    def arrivals(self) -> tuple[ArrivalRecord, ...]:
        """Every way in which it, or a reply, came; in no order that means anything."""
        named: list[ArrivalId] = [self.record.arrival_id]
        named += self.register.arrivals.of(self.record.submission_id)
        for reply in self.replies:
            named += [reply.arrival_id, *self.register.arrivals.of(reply.submission_id)]
        lines = (self.register.arrivals.get(name) for name in dict.fromkeys(named))
        return tuple(line for line in lines if line)

    @property
    def addresses(self) -> frozenset[str]:
        """Where answers to it were or could be sent."""
        senders = [self.record.sender, *(reply.sender for reply in self.replies)]
        given = {self.record.reply_to, *(sender.address for sender in senders if sender)}
        return frozenset(address for address in given if address)

    @property
    def offices(self) -> frozenset[OfficeCode]:
        """Those that have or had it, and the central registry."""
        return frozenset({CENTRAL, *(item.office for item in self.items)})

    @property
    def objects(self) -> Iterator[tuple[str, str]]:
        """Bucket, and key or folder, of everything stored: as it came, and as it was read."""
        for line in self.arrivals:
            yield line.arrival.bucket, _as_it_came(line.arrival)
            yield self.place.name("LettersBucket"), f"receipts/{line.arrival.id}.pdf"
        for name in (self.record.submission_id, *(r.submission_id for r in self.replies)):
            yield self.place.name("LettersBucket"), f"letters/{name}/"

    def said(self) -> Mapping[str, object]:
        """All facts of the register, as JSON can hold them."""
        name, register = self.record.submission_id, self.register
        answers = [register.receipts.get(line.arrival.id) for line in self.arrivals]
        stopped = [register.suppressions.get(address_hash(one)) for one in sorted(self.addresses)]
        table = self.place.table("RegisterTable")
        tasks = [DynamoTasks(table).about(line.arrival.id, self.offices) for line in self.arrivals]
        hold = DynamoHolds(table).of(name)
        return {
            "record": _plain(self.record),
            "replies": list(map(_plain, self.replies)),
            "arrivals": list(map(_plain, self.arrivals)),
            "work_items": list(map(_plain, self.items)),
            "history": list(map(_plain, register.events.of(name))),
            "receipts": [_plain(one) for one in answers if one],
            "later_messages": list(map(_plain, register.receipts.notices(name))),
            "tasks": list(map(_plain, chain.from_iterable(tasks))),
            "no_more_mail": [_plain(one) for one in stopped if one],
            "legal_hold": _plain(hold) if hold else None,
        }


def belongings(reference: str, place: Place) -> Belongings:
    """The letter that has this reference. Raises Trouble."""
    return Belongings(place, letter_of(reference, place.register))


def _as_it_came(arrival: Arrival) -> str:
    if arrival.channel is Channel.UPLOAD:
        return arrival.key.removesuffix(MANIFEST)
    return arrival.key


def _plain(fact: Fact) -> object:
    return fact.model_dump(mode="json")
