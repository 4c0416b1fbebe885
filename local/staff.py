"""The staff: a crew of workers per function, and the pumps that bring them their messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from local.blueprint import Function, Stack
from local.crew import Crew
from local.lambda_environment import credentials, environment
from local.pump import Pump
from local.session import town_session
from local.worker import ROOT, Worker

if TYPE_CHECKING:
    import boto3

SECONDS_FOR_A_BATCH = 10


@dataclass(frozen=True)
class Staff:
    """All functions at work. ``crews`` are by the function's logical id."""

    crews: Mapping[str, Crew]
    pumps: tuple[Pump, ...]
    awaited: frozenset[str]
    """The functions that a queue or a door will call; others load when they are first called."""

    def start(self) -> None:
        """One worker of each awaited function starts to load; the pumps begin."""
        for name in sorted(self.awaited):
            self.crews[name].workers[0].start()
        for pump in self.pumps:
            pump.start()

    def leave(self) -> None:
        """No new messages; the batches at hand are finished, if that is soon; all go."""
        for pump in self.pumps:
            pump.stop()
        for pump in self.pumps:
            if pump.ident is not None:
                pump.join(SECONDS_FOR_A_BATCH)
        for crew in self.crews.values():
            crew.stop()


def hire(
    stack: Stack, session: "boto3.Session", endpoint: str, logs: Path, processes: int
) -> Staff:
    """A crew for each function and, for each of its hands, a pump per event source mapping.

    Worker and pump act in the name of the function's own role, as on AWS.
    """
    crews: dict[str, Crew] = {}
    pumps: list[Pump] = []
    for function in stack.functions:
        keys = credentials(session, function)
        role = town_session(
            endpoint, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"]
        )
        variables = environment(function, keys, stack.region, endpoint, ROOT)
        crew = _crew(function, variables, logs, processes)
        crews[function.logical_id] = crew
        for feed in stack.feeds:
            if feed.function == function.name:
                url = f"{endpoint}/{stack.account}/{feed.queue_arn.rpartition(':')[2]}"
                sqs = role.client("sqs")
                pumps += [Pump(feed, crew, sqs, url) for _ in range(processes)]
    called = {feed.function for feed in stack.feeds} | {door.function for door in stack.doors}
    awaited = (f.logical_id for f in stack.functions if f.name in called)
    return Staff(crews, tuple(pumps), frozenset(awaited))


def _crew(function: Function, variables: Mapping[str, str], logs: Path, processes: int) -> Crew:
    log = logs / f"{function.name}.log"
    return Crew(tuple(Worker(function, variables, log) for _ in range(processes)))
