"""Sees every AWS call of the stations, with what DynamoDB would bill for it.

It listens to botocore's own events in the default session; a session of its own is not heard.
What the pretend account costs in processor time is told apart from the stations' own.
"""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from time import process_time
from typing import Any
from unittest.mock import patch

import boto3
import botocore.session
from moto.core.botocore_stubber import BotocoreStubber

from benchmarks.line.capacity import Capacity, capacity
from benchmarks.reading_bench.descendants import CpuWatch
from local.blueprint import Function


@dataclass(frozen=True)
class Call:
    """One request: which function made it, of which service, and what went over the wire."""

    function: str
    service: str
    operation: str
    sent: int
    received: int
    capacity: Capacity = field(default_factory=Capacity)


@dataclass(frozen=True)
class Invocation:
    """One run of a function: processor seconds of its own, and bytes that it logged."""

    function: str
    memory: int
    seconds: float
    logged: int


class Witness:
    """Keeps calls and invocations in order."""

    def __init__(self, session: boto3.Session) -> None:
        """``session`` looks into the tables and is not heard."""
        self.calls: list[Call] = []
        self.invocations: list[Invocation] = []
        self._session = session
        self._function = ""
        self._asked: dict[str, Any] = {}
        self._pretending = 0.0

    def attach(self, heard: botocore.session.Session) -> None:
        """Listen to the session of the stations; notice moto's own time, until the process ends."""
        heard.register("before-call", self._before)
        heard.register("after-call", self._after)
        answer = BotocoreStubber.__call__

        def timed(stub: Any, *given: Any, **named: Any) -> Any:
            begun = process_time()
            try:
                return answer(stub, *given, **named)
            finally:
                self._pretending += process_time() - begun

        patch.object(BotocoreStubber, "__call__", timed).start()

    def clear(self) -> None:
        """Forget what was seen."""
        self.calls.clear()
        self.invocations.clear()

    @contextmanager
    def invocation(self, function: Function) -> Iterator[None]:
        """What happens within is this function's."""
        self._function, self._pretending, printed = function.name, 0.0, io.StringIO()
        watch = CpuWatch()
        try:
            with redirect_stdout(printed), _logged_to(printed):
                yield
        finally:
            seconds = watch.seconds() - self._pretending
            logged = len(printed.getvalue().encode())
            name = self._function
            self.invocations.append(Invocation(name, function.memory, seconds, logged))
            self._function = ""

    def _before(self, **told: Any) -> None:
        self._asked = told["params"]

    def _after(self, **told: Any) -> None:
        http_response, model = told["http_response"], told["model"]
        if not self._function:
            return
        service, body = model.service_model.service_name, self._asked.get("body") or b""
        units = Capacity()
        if service == "dynamodb":
            answered = json.loads(http_response.content or b"{}")
            units = self._units(model.name, json.loads(body), answered)
        size = body if isinstance(body, bytes | str) else _whole(body)
        received = _received(http_response, model)
        self.calls.append(Call(self._function, service, model.name, len(size), received, units))

    def _units(self, operation: str, asked: dict[str, Any], answered: dict[str, Any]) -> Capacity:
        begun = process_time()
        try:
            return capacity(operation, asked, answered, self._session.client("dynamodb").get_item)
        finally:
            self._pretending += process_time() - begun


@contextmanager
def _logged_to(printed: io.StringIO) -> Iterator[None]:
    """The stations' loggers took hold of standard output when they were made."""
    known = [one for one in logging.Logger.manager.loggerDict.values() if hasattr(one, "handlers")]
    writing = [h for one in known for h in one.handlers if isinstance(h, logging.StreamHandler)]
    before = [(handler, handler.setStream(printed)) for handler in writing]
    try:
        yield
    finally:
        for handler, stream in before:
            if stream is not None:
                handler.setStream(stream)


def _received(response: Any, model: Any) -> int:
    """What streams is still to be read by the station; its length is announced."""
    if model.has_streaming_output:
        return int(response.headers.get("content-length", 0))
    return len(response.content)


def _whole(body: Any) -> bytes:
    """A stream's bytes; the one who sent it left it at its end."""
    body.seek(0)
    content: bytes = body.read()
    return content
