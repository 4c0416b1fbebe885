"""The portal's answers: pages, words for its script, files to keep."""

import json
from pathlib import Path
from typing import TypeVar

from aws_lambda_powertools.event_handler import Response

from functions.portal import words
from shared.site.answers import Site

SITE = Site(
    room=Path(__file__).parent,
    packaged=frozenset({"portal.css", "portal.js", "icon.svg"}),
    # An address of ours may hold a reference: no other site learns it.
    referrer="no-referrer",
    names={"words": words},
)
page, to = SITE.page, SITE.to
T = TypeVar("T")


def as_json(said: object, status: int = 200) -> Response[str]:
    """An answer for our own script."""
    body = json.dumps(said, ensure_ascii=False)
    return Response(
        status_code=status, content_type="application/json", body=body, headers=dict(SITE.safety)
    )


def to_keep(content: T, name: str, content_type: str) -> Response[T]:
    """A file to keep, under this name."""
    headers = {**SITE.safety, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)
