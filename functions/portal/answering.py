"""The portal's answers: pages, words for its script, the key to keep."""

import json
from pathlib import Path

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


def as_json(said: object, status: int = 200) -> Response[str]:
    """An answer for our own script."""
    body = json.dumps(said, ensure_ascii=False)
    return Response(
        status_code=status, content_type="application/json", body=body, headers=dict(SITE.safety)
    )


def paper(content: bytes) -> Response[bytes]:
    """A receipt's PDF, to keep."""
    headers = {**SITE.safety, "Content-Disposition": 'attachment; filename="SSO-receipt.pdf"'}
    return Response(status_code=200, content_type="application/pdf", body=content, headers=headers)


def plain_file(content: str, name: str, content_type: str) -> Response[str]:
    """A file to keep."""
    headers = {**SITE.safety, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)
