"""The pretend account at the other end of the pipe: answers calls, or fails to."""

import os
import signal
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, HeadersDict
from moto.core.models import botocore_stubber

from faults.clock import Clock
from faults.soak.worker import CUT, REFUSED, SILENT, Call, Done, Task
from shared.aws.patience import READ, SEND

TAKES = {"dynamodb": 0.008, "s3": 0.035, "sqs": 0.012, "kms": 0.012, "sesv2": 0.08}
"""Assumed seconds of one call within a region, on the careful side of what AWS's users report."""
UNDONE = frozenset({"killed before", REFUSED, "500 before", "throttled"})
"""Fates of an attempt that has no effect."""
UNHEARD = frozenset({CUT, SILENT, "500 after", "killed after"})
"""Fates of one that was done: who asked will ask again."""


@dataclass
class Odds:
    """How often what happens to an attempt; the rest of ``faults`` is refused, cut, 500."""

    faults: float = 0.01
    killed: float = 0.0002
    silent: float = 0.0002


@dataclass
class Account:
    """Serves one worker at a time. ``tried`` counts attempts and what became of them."""

    pipe: Connection
    clock: Clock
    chance: Random
    odds: Odds
    pid: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    doubles: int = 0
    memory: list[int] = field(default_factory=list)
    reader: list[int] = field(default_factory=list)
    cpu: float = 0.0

    def serve(self, task: Task) -> tuple[Any, datetime]:
        """The function's answer (None: it died) and when it came, by the simulated clock."""
        if not self.pid:
            self.pid = self.pipe.recv()
        self.clock.set(task.at)
        ends = task.at + timedelta(seconds=task.function.timeout)
        self.pipe.send(task)
        unnoted = False  # SES took a mail, and nobody has written it down yet
        while True:
            heard = self.pipe.recv()
            self._pass(heard)
            if isinstance(heard, Done):
                self.doubles += unnoted
                self.memory.append(heard.rss)
                self.reader.append(heard.reader)
                return (None if heard.died else heard.result), self.clock.now
            fate = self._fate()
            answer = None if fate in UNDONE else self._answer(heard)
            if fate not in UNDONE:
                sent = heard.name.endswith(".SendEmail")
                self.doubles += unnoted and not heard.name.endswith(".TransactWriteItems")
                self.doubles += sent and fate in UNHEARD
                unnoted = sent and fate not in UNHEARD
            if fate.startswith("killed") or self.clock.now >= ends:
                self.doubles += unnoted
                self._kill()
                return None, min(self.clock.now, ends)
            self.pipe.send((self._said(fate, heard, answer), self.clock.now))

    def _pass(self, heard: Call | Done) -> None:
        self.cpu += heard.cpu
        waited = heard.slept if isinstance(heard, Call) else 0.0
        self.clock.move(timedelta(seconds=heard.cpu + waited))

    def _fate(self) -> str:
        drawn, odds = self.chance.random(), self.odds
        self.tried["attempts"] += 1
        if drawn >= odds.faults:
            return ""
        if drawn < odds.killed:
            fate = self.chance.choice(("killed before", "killed after"))
        elif drawn < odds.killed + odds.silent:
            fate = SILENT
        else:
            fate = self.chance.choice(("throttled", "500 before", "500 after", REFUSED, CUT))
        self.tried[fate] += 1
        return fate

    def _answer(self, call: Call) -> tuple[int, Any, bytes]:
        service = call.name.partition(".")[0]
        self.clock.move(timedelta(seconds=TAKES.get(service, 0.02)))
        headers: Any = HeadersDict(call.headers)  # as botocore itself prepares a request
        request = AWSPreparedRequest(call.method, call.url, headers, call.body, stream_output=False)
        done = botocore_stubber.process_request(request)
        if done is None:
            raise RuntimeError(call.name)
        status, answered, content = done
        body = content.encode() if isinstance(content, str) else bytes(content)
        return int(status), dict(answered), body

    def _said(self, fate: str, call: Call, answer: Any) -> Any:
        if fate == SILENT:
            waits = SEND if call.name.startswith("sesv2.") else READ
            self.clock.move(timedelta(seconds=waits))
        if fate in {REFUSED, CUT, SILENT}:
            return fate
        if fate.startswith(("500", "throttled")):
            status, name = (
                (500, "InternalError") if fate[0] == "5" else (400, "ThrottlingException")
            )
            return _refusal(call, status, name)
        return answer

    def _kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.pid = 0


def _refusal(call: Call, status: int, name: str) -> tuple[int, dict[str, str], bytes]:
    """As the service writes it: S3 in XML, the others in JSON."""
    if call.name.startswith("s3."):
        name = "SlowDown" if status != 500 else name  # noqa: PLR2004
        body = f"<Error><Code>{name}</Code><Message>made to fail</Message></Error>"
        return (503 if name == "SlowDown" else status), {}, body.encode()
    return status, {"x-amzn-errortype": name}, f'{{"__type":"{name}","message":"no"}}'.encode()
