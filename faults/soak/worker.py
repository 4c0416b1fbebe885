"""A worker process: runs the functions, and asks AWS over a pipe.

``keeper`` is forked before anything else is done, so that a worker's memory is its own and the
pretend account's is not counted with it. When a worker is killed, the keeper forks the next.
"""

import logging
import os
import sys
from datetime import datetime
from multiprocessing.connection import Connection
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

import boto3
import botocore.endpoint
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError, ReadTimeoutError
from moto.core.botocore_stubber import MockRawResponse

from faults.clock import Clock
from faults.soak.memory import on_cpu, rss, rss_of_children
from local.blueprint import Function
from local.handlers import load
from local.lambda_context import context_of

REFUSED, CUT, SILENT = "refused", "cut", "silent"
"""No connection; none after the call was done; no answer until botocore gives up."""


class Task(NamedTuple):
    """One invocation."""

    function: Function
    event: dict[str, Any]
    at: datetime


class Call(NamedTuple):
    """One attempt of one call, as it goes over the wire."""

    name: str
    method: str
    url: str
    headers: dict[str, str]
    body: bytes
    cpu: float
    """Seconds of work since the last one."""
    slept: float
    """Seconds that botocore waited before it tried again."""


class Done(NamedTuple):
    """The answer; ``died`` names the exception of a function that raised."""

    result: Any
    died: str
    cpu: float
    rss: int
    reader: int
    """Bytes that the reader of foreign files holds, in a process of its own."""


class Line:
    """The worker's end of the pipe."""

    def __init__(self, pipe: Connection, clock: Clock) -> None:
        """``clock`` is moved to what the account says."""
        self.pipe, self.clock = pipe, clock
        self.mark = on_cpu()
        self.slept = 0.0

    def worked(self) -> float:
        """Seconds of work since it was last asked."""
        mark, self.mark = self.mark, on_cpu()
        return self.mark - mark

    def sleep(self, seconds: float) -> None:
        """Botocore waits before it tries again."""
        self.slept += seconds

    def send(self, request: Any, event_name: str, **_: Any) -> AWSResponse:
        """``before-send``: in place of the network."""
        body = request.body.read() if hasattr(request.body, "read") else request.body or b""
        body = body.encode() if isinstance(body, str) else body
        headers = {str(name): _text(value) for name, value in request.headers.items()}
        name = event_name.removeprefix("before-send.")
        slept, self.slept = self.slept, 0.0
        call = Call(name, request.method, request.url, headers, body, self.worked(), slept)
        self.pipe.send(call)
        said, now = self.pipe.recv()
        self.clock.set(now)
        self.mark = on_cpu()
        if said == REFUSED:
            raise EndpointConnectionError(endpoint_url=request.url)
        if said == CUT:
            raise ConnectionClosedError(endpoint_url=request.url)
        if said == SILENT:
            raise ReadTimeoutError(endpoint_url=request.url)
        status, answered, content = said
        return AWSResponse(request.url, status, answered, MockRawResponse(content))


def keep(pipe: Connection) -> None:
    """The keeper: one worker after the other, until the pipe is closed."""
    environment: dict[str, str] = pipe.recv()
    os.environ.update(environment)
    while True:
        pid = os.fork()
        if pid == 0:
            try:
                _work(pipe)
            except (EOFError, BrokenPipeError):
                os._exit(0)
        _, status = os.waitpid(pid, 0)
        if os.WIFEXITED(status):
            os._exit(0)


def _work(pipe: Connection) -> None:
    logging.disable(logging.CRITICAL)
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - as long as it lives
    clock = Clock()
    clock.hold()
    line = Line(pipe, clock)
    # botocore waits before it tries again: by the simulated clock.
    patch.object(botocore.endpoint, "time", SimpleNamespace(sleep=line.sleep)).start()
    session = botocore.session.get_session()
    answered: Any = line.send  # botocore's types do not know that its hearers may answer
    session.register("before-send", answered)
    boto3.setup_default_session(botocore_session=session)
    pipe.send(os.getpid())
    while True:
        task: Task = pipe.recv()
        clock.set(task.at)
        pipe.send(_done(task, line))


def _done(task: Task, line: Line) -> Done:
    line.worked()
    try:
        result = load(task.function.handler)(task.event, context_of(task.function))
    except Exception as error:  # noqa: BLE001 - Lambda says no more of it either
        return Done(None, type(error).__name__, line.worked(), rss(), rss_of_children())
    return Done(result, "", line.worked(), rss(), rss_of_children())


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
