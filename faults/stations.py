"""The deployed functions, called as Lambda calls them; a dead one answers nothing."""

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from faults.breaking import Killed
from faults.world import World
from local.handlers import load
from local.lambda_context import context_of


class Died(Exception):  # noqa: N818 - it says what happened
    """The worker died, or the function raised: Lambda has no answer."""


class Stations:
    """All functions of the template by their names."""

    def __init__(self, world: World) -> None:
        """Imports every handler that the template names."""
        self._world = world
        self._functions = {one.name: one for one in world.stack.functions}
        self._handlers = {name: load(one.handler) for name, one in self._functions.items()}

    def invoke(self, name: str, event: dict[str, Any]) -> Any:
        """One invocation, on the wire. Raises Died."""
        context = context_of(self._functions[name])
        try:
            # Functions print their metrics: that is CloudWatch's to read.
            with redirect_stdout(StringIO()), self._world.wire.worker():
                return self._handlers[name](event, context)
        except (Killed, Exception) as error:
            raise Died(type(error).__name__) from error
