"""Pages of the deployed desk, and what each asks of AWS."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from html import unescape
from time import process_time
from typing import Any, NamedTuple
from urllib.parse import quote

import functions.desk.handler
from benchmarks.volume_bench.letters import OFFICE, RARE_PROCESS, RARE_WORDS, Laid
from local.http_event import Call, event
from local.lambda_context import Context

CLERK = {
    "cognito:username": "somsri",
    "cognito:groups": "[clerk]",
    "custom:office": OFFICE,
    "token_use": "id",
}
HERE = f"/offices/{OFFICE}"
_CONTEXT = Context(
    aws_request_id="00000000-0000-0000-0000-000000000000",
    deadline=0.0,
    function_name="desk",
    invoked_function_arn="arn:aws:lambda:ap-southeast-1:123456789012:function:desk",
    memory_limit_in_mb=1792,
    log_group_name="/aws/lambda/desk",
    log_stream_name="here",
)


class Cost(NamedTuple):
    """What a page took. ``looked_at`` are items that DynamoDB read, ``got`` those it returned."""

    calls: int
    looked_at: int
    got: int
    own_ms: float
    """Of the processor, in the desk's own code."""
    aws_ms: float
    """The same in moto and boto3."""


class Watch:
    """Counts every call of the process's clients to DynamoDB while it is told to."""

    def __init__(self, events: Any) -> None:
        """``events`` are a botocore session's."""
        self.reset()
        events.register("before-call.dynamodb", self._before)
        events.register("after-call.dynamodb", self._after)

    def reset(self) -> None:
        """Begin at nothing."""
        self.calls = self.looked_at = self.got = 0
        self.seconds = self._since = 0.0

    def _before(self, **_: Any) -> None:
        self.calls += 1
        self._since = process_time()

    def _after(self, parsed: Mapping[str, Any], model: Any, **_: Any) -> None:
        self.seconds += process_time() - self._since
        found = sum(map(len, parsed.get("Responses", {}).values())) if parsed else 0
        if model.name in {"Query", "Scan"}:
            self.looked_at += parsed["ScannedCount"]
            self.got += parsed["Count"]
        elif model.name == "GetItem":
            self.looked_at += 1
            self.got += "Item" in parsed
        elif model.name == "BatchGetItem":
            self.looked_at += found
            self.got += found


def questions(laid: Laid) -> dict[str, str]:
    """The pages to ask for, by what they are."""
    common, rare = quote("เปลี่ยนที่อยู่"), quote(RARE_WORDS)
    return {
        "queue": f"{HERE}/queue",
        "queue, next page": "",
        "mine": f"{HERE}/queue?mine=1",
        "unread and overdue": f"{HERE}/queue?unread=1&overdue=1",
        "a rare process": f"{HERE}/queue?process={quote(RARE_PROCESS, safe='')}",
        "unsure, of a common process": f"{HERE}/queue?by=unsure&process=refund%2F2",
        "search: common words": f"{HERE}/search?q={common}",
        "search: rare words": f"{HERE}/search?q={rare}",
        "search: words of no letter": f"{HERE}/search?q={quote('ทุ่งกุลาร้องไห้')}",
        "search: a sender": f"{HERE}/search?q={quote(laid.sender)}",
        "search: a reference": f"{HERE}/search?q={laid.reference}",
        "search: a register number": f"{HERE}/search?q={laid.number}/2569",
        "register book": f"{HERE}/register/2569",
        "letter": f"{HERE}/letters/{laid.letter}",
    }


def ask(watch: Watch, laid: Laid) -> Iterator[tuple[str, Cost]]:
    """Ask for each page once; what it took. Raises LookupError when one is not shown."""
    following = ""
    for name, path in questions(laid).items():
        watch.reset()
        begun = process_time()
        page = _page(path or following)
        took = process_time() - begun
        cost = Cost(
            calls=watch.calls,
            looked_at=watch.looked_at,
            got=watch.got,
            own_ms=1000 * (took - watch.seconds),
            aws_ms=1000 * watch.seconds,
        )
        following = _next(page) or f"{HERE}/queue"
        yield name, cost


@contextmanager
def fresh_desk() -> Iterator[None]:
    """The desk's wiring made anew, and forgotten afterwards."""
    functions.desk.handler.wiring.cache_clear()
    yield
    functions.desk.handler.wiring.cache_clear()


def _page(path: str) -> str:
    call = Call(method="GET", target=path, headers={"authorization": "Bearer x"}, body=b"")
    asked = event(call, "$default", CLERK, datetime.now(UTC))
    # Lambda gives a context of its own, not of the class that Powertools names.
    handler: Any = functions.desk.handler.lambda_handler
    answer = handler(asked, _CONTEXT)
    if answer["statusCode"] not in {200, 303}:
        raise LookupError(f"{path}: {answer['statusCode']}")
    return str(answer.get("body") or "")


def _next(page: str) -> str:
    found = re.search(r'rel="next" href="([^"]*)"', page)
    return unescape(found[1]) if found else ""
