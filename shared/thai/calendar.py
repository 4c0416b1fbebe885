"""Thai time and the Buddhist era."""

from datetime import datetime
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


def thai_date(moment: datetime) -> str:
    """The day as an official letter writes it: ``22 พฤศจิกายน 2569``."""
    local = moment.astimezone(BANGKOK)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year + BUDDHIST_ERA}"


def thai_time(moment: datetime) -> str:
    """The time of day as an official letter writes it: ``09.05 น.``."""
    return moment.astimezone(BANGKOK).strftime("%H.%M น.")


def english_date(moment: datetime) -> str:
    """The day in English, common era: ``22 November 2026``."""
    local = moment.astimezone(BANGKOK)
    return f"{local.day} {local:%B} {local.year}"
