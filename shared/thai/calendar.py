"""Thai time and the Buddhist era."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
BUDDHIST_ERA = 543

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)


def thai_month(day: date) -> str:
    """A month as an official letter writes it: ``พฤศจิกายน 2569``."""
    return f"{MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def thai_day(day: date) -> str:
    """A day as an official letter writes it: ``22 พฤศจิกายน 2569``."""
    return f"{day.day} {thai_month(day)}"


def thai_date(moment: datetime) -> str:
    """The day of a moment in Thailand, as ``thai_day``."""
    return thai_day(moment.astimezone(BANGKOK).date())


def thai_time(moment: datetime) -> str:
    """The time of day as an official letter writes it: ``09.05 น.``."""
    return moment.astimezone(BANGKOK).strftime("%H.%M น.")


def english_day(day: date) -> str:
    """A day in English, common era: ``22 November 2026``."""
    return f"{day.day} {day:%B} {day.year}"


def english_date(moment: datetime) -> str:
    """The day of a moment in Thailand, as ``english_day``."""
    return english_day(moment.astimezone(BANGKOK).date())
