"""The 77 provinces, Bangkok among them, by their official two-digit code."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.table import DATA, once, read
from shared.errors import BadDirectory
from shared.model.province import Province

BANGKOK_CODE = "10"
PROVINCES = 77
COLUMNS = ("code", "name_th", "name_en", "aliases")


@cache
def load(data: Path = DATA) -> Mapping[str, Province]:
    """Every province by its code, in the order of codes. Raises BadDirectory."""
    rows = read(data / "provinces.csv", COLUMNS)
    for column in ("code", "name_th", "name_en"):
        once(rows, column)
    found = {row["code"]: row.fact(Province, aliases=row.many("aliases")) for row in rows}
    if len(found) != PROVINCES or BANGKOK_CODE not in found:
        raise BadDirectory(f"provinces.csv: {len(found)} provinces, not {PROVINCES} with Bangkok")
    return MappingProxyType(found)
