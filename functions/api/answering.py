"""The API's answers."""

from typing import TypeVar

from aws_lambda_powertools.event_handler import Response

from functions.api.problems import SAFETY

T = TypeVar("T")


def given(body: T, status: int = 200) -> Response[T]:
    """Facts as JSON; the library checks and writes them."""
    return Response(
        status_code=status, content_type="application/json", body=body, headers=dict(SAFETY)
    )
