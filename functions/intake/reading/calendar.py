"""Calendar invitations (RFC 5545) as a person reads them."""

import re
from collections.abc import Iterator

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r'([A-Za-z-]{1,40})((?:;[^:";]*(?:"[^"]*")?[^:";]*)*):(.*)')
_COMMON_NAME = re.compile(r';CN="?([^";:]*)', re.IGNORECASE)
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d{0,2}(Z?))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)
_SHOWN = {
    "METHOD": "Method", "SUMMARY": "Subject", "DTSTART": "Begins", "DTEND": "Ends", "DUE": "Due",
    "LOCATION": "Place", "ORGANIZER": "Organizer", "ATTENDEE": "Invited", "STATUS": "Status",
    "DESCRIPTION": "Text", "COMMENT": "Comment", "URL": "Link", "CONTACT": "Contact",
}  # fmt: skip
_EVENTS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
"""The components of RFC 5545, 3.6, that tell of something: an event, a to-do, an entry in a
journal, time that is taken."""
_INSIDE = frozenset({"VALARM", "VTIMEZONE"})


def calendar_text(text: str) -> str:
    """Subject, time, place, people and text of every event; times as written."""
    return "\n".join(_lines(_FOLD.sub("", text)))


def _lines(text: str) -> Iterator[str]:
    skipped = 0
    for line in text.splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        name, value = found[1].upper(), found[3]
        if name in ("BEGIN", "END") and value.strip().upper() in _INSIDE:
            skipped += 1 if name == "BEGIN" else -1
        elif name == "BEGIN" and value.strip().upper() in _EVENTS:
            yield ""
        elif not skipped and name in _SHOWN and value.strip():
            yield f"{_SHOWN[name]}: {_value(name, found[2], value)}"


def _value(name: str, settings: str, value: str) -> str:
    if name in ("DTSTART", "DTEND", "DUE") and (found := _TIME.match(value)):
        year, month, day, hour, minute, zone = found.groups()
        clock = f" {hour}:{minute}{' UTC' if zone else ''}" if hour else ""
        return f"{year}-{month}-{day}{clock}"
    shown = _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)
    if name in ("ORGANIZER", "ATTENDEE"):
        who = _COMMON_NAME.search(settings)
        return f"{who[1] if who else ''} <{_MAILTO.sub('', shown)}>".strip()
    return shown
