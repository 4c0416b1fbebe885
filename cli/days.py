"""A day as it is given to a command."""

from datetime import date

from cli.trouble import Trouble


def day_of(written: str) -> date:
    """The day written as 2026-11-22. Raises Trouble."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Trouble(f"{written!r} is no day: write it as 2026-11-22.") from None
