"""Routes of a site, and what becomes of a request that is refused, or breaks."""

from collections.abc import Callable, Mapping

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared.errors import NotHere, SarabanError, TryLater
from shared.station import failing

Say = Callable[[int, str], Response[str]]
"""Makes the page that says, with this status, the words of this name."""


def new_router() -> APIGatewayHttpRouter:
    """An empty router."""
    make: Callable[[], APIGatewayHttpRouter] = APIGatewayHttpRouter  # it has no types of its own
    return make()


def answer_refusals(
    app: APIGatewayHttpResolver,
    log: Logger,
    say: Say,
    refusals: Mapping[type[SarabanError], tuple[int, str]],
) -> None:
    """Answer what routes raise: NotHere, TryLater, ``refusals``, and our own faults.

    Of a fault the log has kind and place alone: its text may quote a letter.
    """
    app.exception_handler([NotHere, NotFoundError])(_saying(say, 404, "not_here"))
    app.exception_handler(TryLater)(_saying(say, 503, "busy"))
    for kind, (status, name) in refusals.items():
        app.exception_handler(kind)(_saying(say, status, name))

    def own_up(error: Exception) -> Response[str]:
        log.error("request_failed", extra=failing(error))
        return say(500, "broken")

    app.exception_handler(Exception)(own_up)


def _saying(say: Say, status: int, name: str) -> Callable[[Exception], Response[str]]:
    def answer(_: Exception) -> Response[str]:
        return say(status, name)

    return answer
