"""What one letter uses, in the units in which AWS sends its bill. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.costing.prices import Assumed
from benchmarks.line.witness import Call, Invocation

Usage = Mapping[str, float]
"""How much of each line of the price file."""

_GB = 1024**3
_CHUNK = 256 * 1024
"""SES counts a received mail in chunks of this size, whole ones only."""
_QUEUED = 64 * 1024
"""SQS counts a message in requests of this size."""


@dataclass(frozen=True)
class Seen:
    """Everything that was seen of one letter; ``received`` are the bytes of its mail."""

    received: int
    calls: Sequence[Call]
    invocations: Sequence[Invocation]

    def calls_by(self) -> Mapping[str, int]:
        """How many calls each function made, in order."""
        return Counter(call.function for call in self.calls)


def usage(seen: Seen, assumed: Assumed) -> Usage:
    """The letter's use of each line; a quiet day, so that every batch holds one message."""
    used: Counter[str] = Counter()
    for call in seen.calls:
        used.update(_of(call))
    for run in seen.invocations:
        own = (call for call in seen.calls if call.function == run.function)
        used.update(_ran(run, seconds_of(run, own, assumed), assumed))
    messages = len(seen.invocations)
    used.update({"sqs.request": messages * 2})  # taken from the queue, and deleted there
    used.update(_arrived(seen.received))
    return {name: float(many) for name, many in sorted(used.items())}


def mean(many: Iterable[Usage]) -> Usage:
    """The mean of some letters' usage."""
    found = list(many)
    total: Counter[str] = Counter()
    for one in found:
        total.update(one)
    return {name: total[name] / len(found) for name in sorted(total)}


def _arrived(received: int) -> Usage:
    """What SES does before any of our code: store, announce, and fill the queue."""
    return {
        "ses.received": 1,
        "ses.received_chunk": received // _CHUNK,
        "s3.put": 1,
        "s3.gb_month": received / _GB,
        "sns.publish": 1,
        "sqs.request": 1,
    }


def seconds_of(run: Invocation, calls: Iterable[Call], assumed: Assumed) -> float:
    """How long an invocation lasts in Lambda: measured processor time, assumed waiting.

    A function has processors by its memory: less than one below 1,769 MB.
    """
    share = min(1.0, run.memory / assumed.megabytes_of_a_processor)
    return run.seconds / share + sum(map(assumed.wait, calls))


def _ran(run: Invocation, seconds: float, assumed: Assumed) -> Usage:
    logged = run.logged + assumed.platform_log_bytes
    return {
        "lambda.request": 1,
        "lambda.gb_second": run.memory / 1024 * seconds,
        "logs.gb": logged / _GB,
    }


def _of(call: Call) -> Usage:
    match call.service:
        case "dynamodb":
            units = call.capacity
            return {
                "dynamodb.read": units.reads,
                "dynamodb.write": units.writes,
                "dynamodb.gb_month": units.written / _GB,
            }
        case "s3" if call.operation == "PutObject":
            return {"s3.put": 1, "s3.gb_month": call.sent / _GB}
        case "s3":
            return {"s3.get": 1}
        case "sqs":
            return {"sqs.request": -(-call.sent // _QUEUED)}
        case "kms":
            return {"kms.sign": 1}
        case "sesv2":
            mail = call.sent * 3 // 4  # the message travels as base64
            return {"ses.sent": 1, "ses.attachment_gb": mail / _GB}
    raise ValueError(f"no price line for {call.service}")
