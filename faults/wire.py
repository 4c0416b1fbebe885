"""The wire: every AWS call that a worker makes, counted; those that are planned fail.

It hangs on botocore's own events: ``before-call`` comes before anything of a call is done,
``after-call`` when its answer is there. What calls outside a worker (the harness itself, a
sender's server) is neither counted nor broken. botocore's retries lie between the two events,
so a call that fails here is one that failed as often as botocore would have tried.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import botocore.session

from faults.breaking import Fault, How, Killed, Torn, When, fail


class Call(NamedTuple):
    """One call of a worker."""

    worker: int
    service: str
    operation: str

    def __str__(self) -> str:
        """``dynamodb.PutItem``."""
        return f"{self.service}.{self.operation}"


class Wire:
    """Counts and breaks. ``planned`` are the faults of this run."""

    def __init__(self) -> None:
        """Nothing is planned; ``draw`` may be set to draw a fault for each call."""
        self.planned: dict[int, Fault] = {}
        self.draw: Callable[[int], Fault | None] = lambda _: None
        self.calls: list[Call] = []
        self.hit: list[Fault] = []
        self._workers = 0
        self._at_work = self._dead = False
        self._pending: Fault | None = None

    def attach(self, session: botocore.session.Session) -> None:
        """Hang on the events of all clients that this session makes from now on."""
        session.register("before-call", self._before)
        session.register("after-call", self._after)

    def plan(self, faults: Iterable[Fault]) -> None:
        """Begin to count anew, with these faults."""
        self.planned = {fault.call: fault for fault in faults}
        self.calls, self.hit = [], []

    def plan_nothing_more(self) -> None:
        """From here on nothing fails; what was counted stays."""
        self.planned, self.draw = {}, lambda _: None

    @contextmanager
    def worker(self) -> Iterator[None]:
        """What happens within is one invocation of a function. Raises Killed."""
        self._workers += 1
        self._at_work, self._dead = True, False
        try:
            yield
            if self._dead:
                raise Killed  # something swallowed it: the dead say nothing
        finally:
            self._at_work = False

    def _before(self, **told: Any) -> None:
        if not self._at_work:
            return
        if self._dead:
            raise Killed
        number = len(self.calls)
        model = told["model"]
        self.calls.append(Call(self._workers, model.service_model.service_name, model.name))
        fault = self.planned.get(number) or self.draw(number)
        if fault and fault.when is When.BEFORE:
            self._fail(fault)
        self._pending = fault

    def _after(self, **told: Any) -> None:
        fault, self._pending = self._pending, None
        if not self._at_work or fault is None:
            return
        if self.calls[-1].operation == "GetObject" and fault.how is How.CUT:
            self.hit.append(fault)
            told["parsed"]["Body"] = Torn()
            return
        self._fail(fault)

    def _fail(self, fault: Fault) -> None:
        self.hit.append(fault)
        self._dead = fault.how is How.KILLED
        call = self.calls[-1]
        fail(fault.how, fault.when, call.service, call.operation)
