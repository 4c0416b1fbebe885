"""The invented letters of an office's weeks, as letters.toml has them."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from functions.desk.deeds import Deed
from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.thai.calendar import BANGKOK

if TYPE_CHECKING:
    from collections.abc import Mapping

LETTERS = Path(__file__).parent / "letters.toml"


class Done(Fact):
    """What a clerk did with a letter, so many ``hours`` after it came in."""

    deed: Deed
    by: str
    hours: float
    note: str = ""
    documents: tuple[str, ...] = ()
    to_office: OfficeCode | None = None
    process: ProcessId | None = None
    tell: bool = False


class Sent(Fact):
    """One letter. ``to`` is an office's code, or empty for the central mailbox."""

    id: str
    days_ago: int
    at: time
    name: str
    address: str
    to: str
    subject: str
    text: str
    deeds: tuple[Done, ...] = ()

    def came_in(self, now: datetime) -> datetime:
        """When, for somebody who lays the letters ``now``; never later than that."""
        day = now.astimezone(BANGKOK).date() - timedelta(days=self.days_ago)
        return min(datetime.combine(day, self.at, BANGKOK), now)

    @property
    def mailbox(self) -> str:
        """The envelope's recipient."""
        return f"saraban_{self.to}@sso.go.th" if self.to else "saraban@sso.go.th"


def load(path: Path = LETTERS) -> tuple[Sent, ...]:
    """All letters, oldest first. Raises pydantic's ValidationError for one that is not right."""
    table: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    sent = (Sent(id=name, **entry) for name, entry in table.items())
    return tuple(sorted(sent, key=lambda one: (-one.days_ago, one.at)))
