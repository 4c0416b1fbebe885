"""The context object that Lambda gives a handler, with Lambda's own names."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local.blueprint import Function


@dataclass(frozen=True)
class Context:
    """The context of one invocation. ``deadline``: when the worker is killed, as ``time.time``."""

    aws_request_id: str
    deadline: float
    function_name: str
    invoked_function_arn: str
    memory_limit_in_mb: int
    log_group_name: str
    log_stream_name: str
    function_version: str = "$LATEST"

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the worker is killed."""
        return max(0, int((self.deadline - time.time()) * 1000))


def context_of(function: "Function") -> Context:
    """The context of an invocation that begins now, in this process."""
    return Context(
        aws_request_id="00000000-0000-0000-0000-000000000000",
        deadline=time.time() + function.timeout,
        function_name=function.name,
        invoked_function_arn=function.arn,
        memory_limit_in_mb=function.memory,
        log_group_name=f"/aws/lambda/{function.name}",
        log_stream_name="here",
    )
