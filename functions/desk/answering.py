"""The desk's answers: pages, and files that no browser shows as a page of ours."""

from pathlib import Path
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie

from functions.desk import words
from functions.desk.asking import SESSION
from functions.desk.confidence import confidence
from functions.desk.doings import done
from functions.desk.places import place_words
from functions.desk.reasons import decides
from functions.desk.rules import why
from shared.correspondence.hospital import FAILINGS
from shared.site.answers import Site, cookie

FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
SITE = Site(
    room=Path(__file__).parent,
    packaged=frozenset({"desk.css", "desk.js", "htmx.min.js", "icon.svg"}),
    referrer="same-origin",
    names={
        "words": words,
        "did": done,
        "confidence": confidence,
        "why": why,
        "finding": FAILINGS.get,
        "decides": decides,
        "place_words": place_words,
    },
)
page, to = SITE.page, SITE.to


def download(
    content: bytes, name: str, content_type: str, *, compress: bool = False
) -> Response[bytes]:
    """A file to keep. No browser shows it as a page of ours, whatever is in it.

    ``compress`` a long table on its way: a function's answer may have six million bytes.
    """
    safe = quote(name or "file", safe="")
    return Response(
        status_code=200,
        content_type=content_type,
        body=content,
        compress=compress,
        headers={
            **SITE.safety,
            "Content-Security-Policy": FILE_POLICY,
            "Content-Disposition": f"attachment; filename*=UTF-8''{safe}",
        },
    )


def picture(content: bytes) -> Response[bytes]:
    """A picture of a page, drawn by us."""
    headers = {**SITE.safety, "Content-Security-Policy": FILE_POLICY}
    headers["Cache-Control"] = "private, max-age=3600"
    return Response(status_code=200, content_type="image/jpeg", body=content, headers=headers)


def session_cookie(token: str, seconds: int) -> Cookie:
    """The signed-in session; ``seconds`` 0 ends it."""
    return cookie(SESSION, token, seconds)
