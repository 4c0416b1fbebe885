"""Days as a message writes them, without a time."""

from datetime import date

from shared.thai.calendar import BUDDHIST_ERA, MONTHS


def thai_day(day: date) -> str:
    """``16 ธันวาคม 2569``."""
    return f"{day.day} {thai_month(day)}"


def thai_month(day: date) -> str:
    """``ธันวาคม 2569``."""
    return f"{MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def english_day(day: date) -> str:
    """``16 December 2026 (B.E. 2569)``."""
    return f"{english_day_alone(day)} (B.E. {day.year + BUDDHIST_ERA})"


def english_day_alone(day: date) -> str:
    """``16 December 2026``, where many days stand together."""
    return f"{day.day} {day:%B %Y}"
