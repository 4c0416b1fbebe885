"""The town: everything that template.yaml describes, running on this machine."""

import logging
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import boto3

from local import receipt_key, residents, state
from local.blueprint import Stack
from local.cloud_process import CloudProcess
from local.fronts import PORTAL, free_port, open_fronts, usual_port
from local.mailroom import Mailroom
from local.plan import Plan
from local.scanner import scan
from local.smtp import HOST, Listener
from local.stack import deploy
from local.staff import Staff, hire
from shared.model.arrival import Verdicts


class Town:
    """A running town. Everything it writes lies in its folder."""

    def __init__(self, folder: Path, plan: Plan, judge: Callable[[bytes], Verdicts] = scan) -> None:
        """``judge`` plays the mail service's checks; see local.scanner."""
        self.folder = folder.resolve()
        self.plan = plan
        self._judge = judge
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Start it. Raises AlreadyRunning, CloudDied, NotPlayed or NotAllowed."""
        try:
            self._start()
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it: no more mail in, the batches at hand finished, all processes ended."""
        self._open.close()

    def _start(self) -> None:
        self._open.enter_context(state.lock(self.folder))
        outbox, logs = self._folders()
        self._keep_log(logs / "town.log")
        cloud = CloudProcess.start(outbox, logs / "cloud.log")
        self.cloud_pid = cloud.pid
        self._open.callback(cloud.stop)
        session = cloud.admit_town()
        portal = usual_port(PORTAL, self.plan.http_port)
        parameters = {"CheckPage": f"http://localhost:{portal}/check/", **self.plan.parameters}
        stack = deploy(session, self.plan.template, self.plan.name, parameters)
        receipt_key.publish(session, stack.outputs, self.folder)
        cloud.enforce_permissions()
        self._hire(hire(stack, session, cloud.endpoint, logs, self.plan.processes))
        port = self._listen(Mailroom(session, stack.rules, self._judge))
        word = residents.password()
        if pool := stack.outputs.get("People"):
            residents.settle(session, pool, word)
        fronts = self._open_doors(stack, session, {PORTAL: portal})
        agency = residents.agency(session, stack.outputs)
        self.stack = stack
        self.state = state.State(
            endpoint=cloud.endpoint,
            region=stack.region,
            **_keys(session),
            smtp_host=HOST,
            smtp_port=port,
            outbox=outbox,
            logs=logs,
            outputs=stack.outputs,
            fronts=fronts,
            password=word,
            agency=agency,
        )
        state.save(self.folder, self.state)
        self._open.callback(state.forget, self.folder)

    def _folders(self) -> tuple[Path, Path]:
        folders = self.folder / "outbox", self.folder / "logs"
        for folder in folders:
            if self.plan.fresh:
                shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
        return folders

    def _keep_log(self, path: Path) -> None:
        handler = logging.FileHandler(path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        room = logging.getLogger("local")
        room.addHandler(handler)
        room.propagate = False
        self._open.callback(handler.close)
        self._open.callback(room.removeHandler, handler)

    def _hire(self, staff: Staff) -> None:
        self.crews = staff.crews
        self._open.callback(staff.leave)
        staff.start()

    def _open_doors(
        self, stack: Stack, session: boto3.Session, told: Mapping[str, int]
    ) -> dict[str, str]:
        """Serve each HTTP API; returns the addresses by the API's logical id.

        ``told`` are the ports of those whose address was told to the stack before.
        """
        others = (door.api for door in stack.doors if door.api not in told)
        ports = {**told, **{api: usual_port(api, self.plan.http_port) for api in others}}
        fronts = open_fronts(stack, self.crews, session, ports)
        for front in fronts:
            front.start()
            self._open.callback(front.stop)
        return {front.door.api: front.address for front in fronts}

    def _listen(self, mailroom: Mailroom) -> int:
        port = free_port(self.plan.smtp_port)
        listener = Listener(mailroom, port)
        listener.start()
        self._open.callback(listener.stop)
        return port


def _keys(session: boto3.Session) -> dict[str, str]:
    keys = session.get_credentials()
    if keys is None or keys.secret_key is None:
        raise LookupError("the town's own session has keys")
    return {"access_key": keys.access_key, "secret_key": keys.secret_key}
