"""A worker: one operating-system process that runs one function, as Lambda's sandbox does."""

import json
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from local.blueprint import Function

ROOT = Path(__file__).resolve().parent.parent
"""What lies in the function's folder on Lambda: the project."""

SECONDS_TO_LOAD = 60
SECONDS_TO_STOP = 5


class InvocationFailed(Exception):  # noqa: N818 - it says what happened
    """The function raised, ran out of time or died; its messages come back by themselves."""


class Worker:
    """One process at a time: started when first needed, started anew when it has died."""

    def __init__(self, function: Function, environment: Mapping[str, str], log: Path) -> None:
        """``environment`` is all that the process sees; ``log`` gets what it prints."""
        self.function = function
        self._environment = dict(environment)
        self._log = log
        self._process: subprocess.Popen[str] | None = None
        self._answers: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._ready = False

    @property
    def pid(self) -> int | None:
        """The process, or None when there is none."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process unless it runs; does not wait until it has loaded."""
        if self._process and self._process.poll() is None:
            return
        self._forget()
        with self._log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "local.runtime"],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        listening = (self._process.stdout, self._answers)
        threading.Thread(target=_listen, args=listening, daemon=True).start()

    def invoke(self, event: Mapping[str, Any]) -> Any:
        """The function's answer to one event. Raises InvocationFailed."""
        self._load()
        number = str(uuid.uuid4())
        deadline = time.time() + self.function.timeout
        request = {"id": number, "arn": self.function.arn, "deadline": deadline, "event": event}
        self._send(request)
        answer = self._wait(self.function.timeout, "timed out")
        if "error" in answer:
            raise InvocationFailed(str(answer["error"]))
        return answer["result"]

    def stop(self) -> None:
        """End the process, kindly and then for certain."""
        if self._process is None:
            return
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._forget()

    def _load(self) -> None:
        self.start()
        if self._ready:
            return
        answer = self._wait(SECONDS_TO_LOAD, "did not load in time")
        if "init_error" in answer:
            self._forget()
            raise InvocationFailed(f"could not be loaded: {answer['init_error']}")
        self._ready = True

    def _send(self, request: Mapping[str, Any]) -> None:
        stdin = self._process.stdin if self._process else None
        if stdin is None:
            raise InvocationFailed("no process")
        try:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
        except BrokenPipeError:
            self._forget()
            raise InvocationFailed("died") from None

    def _wait(self, seconds: float, otherwise: str) -> dict[str, Any]:
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            self._forget()
            raise InvocationFailed(otherwise) from None
        if answer is None:
            self._forget()
            raise InvocationFailed("died")
        return answer

    def _forget(self) -> None:
        """Kill what is left of the process and start with a clean slate."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdin:
                self._process.stdin.close()
        self._process = None
        self._answers = SimpleQueue()
        self._ready = False


def _listen(stdout: IO[str], answers: "SimpleQueue[dict[str, Any] | None]") -> None:
    with stdout:
        for line in stdout:
            answers.put(json.loads(line))
    answers.put(None)
