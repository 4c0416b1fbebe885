"""Plays the Lambda runtime in a worker's process: one event in, one answer out, a line each.

``python -m local.runtime`` is started by ``local.worker`` with a function's own environment.
Requests come as JSON lines on standard input, answers go to what was standard output;
whatever the function prints goes to its log. When standard input ends, so does the process,
even in the middle of an event: a worker never outlives the town.
"""

import json
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any, TextIO

from local.handlers import Handler, load
from local.lambda_context import Context


def main() -> None:
    """Load the handler, say so, and answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    try:
        handler = load(os.environ["_HANDLER"])
    except Exception as error:  # noqa: BLE001 - Lambda reports any failed import by name
        traceback.print_exc()
        _answer(answers, {"init_error": type(error).__name__})
        return
    _answer(answers, {"ready": True})
    for request in _each(requests):
        _answer(answers, _invoke(handler, request))


def _read(requests: "SimpleQueue[dict[str, Any]]") -> None:
    for line in sys.stdin:
        requests.put(json.loads(line))
    os._exit(0)


def _each(requests: "SimpleQueue[dict[str, Any]]") -> Iterator[dict[str, Any]]:
    while True:
        yield requests.get()


def _invoke(handler: Handler, request: dict[str, Any]) -> dict[str, Any]:
    context = Context(
        aws_request_id=request["id"],
        deadline=request["deadline"],
        function_name=os.environ["AWS_LAMBDA_FUNCTION_NAME"],
        invoked_function_arn=request["arn"],
        memory_limit_in_mb=int(os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]),
        log_group_name=os.environ["AWS_LAMBDA_LOG_GROUP_NAME"],
        log_stream_name=os.environ["AWS_LAMBDA_LOG_STREAM_NAME"],
    )
    try:
        return {"id": request["id"], "result": handler(request["event"], context)}
    except Exception as error:  # noqa: BLE001 - as Lambda does: any error fails the invocation
        traceback.print_exc()
        return {"id": request["id"], "error": type(error).__name__}


def _answer(answers: TextIO, answer: dict[str, Any]) -> None:
    sys.stdout.flush()
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
