"""A function's handler, found as Lambda finds it: by its dotted path."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from local.lambda_context import Context

Handler = Callable[[dict[str, Any], Context], Any]


def load(path: str) -> Handler:
    """The handler at ``functions.router.handler.lambda_handler``; what it needs is imported."""
    module, _, name = path.rpartition(".")
    handler: Handler = getattr(import_module(module), name)
    return handler
