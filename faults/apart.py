"""One run in a fork of this process: it may change what it likes, only its answer comes back.

A fork of a world with all of moto's state costs 12 ms; copying that state in Python costs more,
and would miss what handlers keep in memory. The process must have no second thread: the
typesetter's pool would hang in a fork, so a receipt is set on paper only where none is forked.
"""

import gc
import os
import pickle
import select
import signal
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
SECONDS = 3600.0
"""A run that says nothing for so long is ended."""


class RunDied(Exception):  # noqa: N818 - it says what happened
    """The run ended without an answer: a fault of the harness."""


def apart(run: Callable[[], Result]) -> Result:
    """What ``run`` returns, which must be picklable. Raises RunDied with what it printed."""
    gc.freeze()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        os._exit(_answer(run, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        if not select.select([pipe], [], [], SECONDS)[0]:
            os.kill(pid, signal.SIGKILL)
        said = pipe.read()
    os.waitpid(pid, 0)
    if not said:
        raise RunDied
    result: Result = pickle.loads(said)  # noqa: S301 - our own child wrote it
    return result


def _answer(run: Callable[[], object], writing: int) -> int:
    try:
        said = pickle.dumps(run())
    except BaseException:  # noqa: BLE001 - the child says what it was and ends
        traceback.print_exc(file=sys.stderr)
        return 1
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(said)
    return 0
