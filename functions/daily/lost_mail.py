"""What the header lines that SES puts on top of a mail say of its envelope. Pure.

SES writes Return-Path, Received, its verdicts, Received-SPF and Authentication-Results above
all that the sender wrote. Of several envelope recipients Received names only one; the others
are looked for in To and Cc. Who was a blind copy alone is not known any more.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from shared.model.arrival import Arrival, Verdict, Verdicts

_OURS = frozenset(
    {
        "return-path",
        "received",
        "x-ses-spam-verdict",
        "x-ses-virus-verdict",
        "received-spf",
        "authentication-results",
    }
)
_BY_SES = re.compile(r"\bby\s+inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\b")
_FOR = re.compile(r"\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?\s*;")
_CHECK = re.compile(r"^[ \t]+(spf|dkim|dmarc)=([a-z]+)", re.MULTILINE)
"""Each check begins a line of its own; what a sender chose never does."""
_CHECKED = {"pass": Verdict.PASS, "fail": Verdict.FAIL}
_SOON = timedelta(hours=1)
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")


def as_ses_took_it(arrival: Arrival, content: bytes, mailboxes: frozenset[str]) -> Arrival:
    """The arrival of a mail whose notice was lost, as far as the stored mail tells it.

    ``mailboxes`` are the offices'. Without SES's lines on top nothing is known but the object.
    """
    head = BytesHeaderParser().parsebytes(_HEAD_ENDS.split(content, 1)[0])
    lines = _lines_of_ses(head)
    if not _BY_SES.search(lines.get("received", "")):
        return arrival
    return arrival.model_copy(
        update={
            "received_at": _time(lines["received"], arrival.received_at),
            "recipients": _recipients(lines["received"], head, mailboxes),
            "envelope_sender": lines.get("return-path", "").strip().strip("<>"),
            "verdicts": _verdicts(lines),
        }
    )


def _lines_of_ses(head: Message) -> Mapping[str, str]:
    """Each name once, from the top, until a line that SES does not write."""
    found: dict[str, str] = {}
    for name, value in head.items():
        if name.lower() not in _OURS or name.lower() in found:
            break
        found[name.lower()] = str(value)
    return found


def _verdicts(lines: Mapping[str, str]) -> Verdicts:
    checks: dict[str, Verdict] = {}
    for name, said in _CHECK.findall(lines.get("authentication-results", "")):
        if checks.get(name) is not Verdict.PASS:  # one good signature of several is enough
            checks[name] = _CHECKED.get(said, Verdict.GRAY)
    scans = {name: _scan(lines.get(f"x-ses-{name}-verdict", "")) for name in ("spam", "virus")}
    return Verdicts(**scans, **checks)


def _scan(said: str) -> Verdict:
    word = said.strip().upper()
    return Verdict(word) if word in set(Verdict) else Verdict.NONE


def _recipients(received: str, head: Message, mailboxes: frozenset[str]) -> tuple[str, ...]:
    written = [str(value) for name in ("to", "cc") for value in head.get_all(name, [])]
    named = [*_FOR.findall(received), *(address for _, address in getaddresses(written))]
    ours = (address.lower() for address in named if address.lower() in mailboxes)
    return tuple(dict.fromkeys(ours))


def _time(received: str, stored_at: datetime) -> datetime:
    """When SES took it, which is just before it stored it."""
    try:
        at = parsedate_to_datetime(received.rpartition(";")[2].strip())
    except ValueError:
        return stored_at
    return at if at.tzinfo and stored_at - _SOON <= at <= stored_at else stored_at
