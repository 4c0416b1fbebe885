"""Days on which government offices are closed, or open although a calendar says otherwise.

The package ``holidays`` knows the yearly ones and their substitution days; the data file
``holidays.csv`` has what the cabinet declared since. Labour Day is left out: it is a day
off under the Labour Protection Act for employees and banks, and is not among the official
holidays of government offices (announcements of the Prime Minister's Office on office
hours and official holidays), which stay open. The extra days of the southern border
provinces are not here: the law's clock is that of the office as a whole.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from holidays import country_holidays
from holidays.constants import GOVERNMENT, PUBLIC

from shared.directory.table import DATA, once, read
from shared.model.fact import Fact

COLUMNS = ("day", "day_off", "name_th", "source")
_OPEN_ON = "วันแรงงานแห่งชาติ"


class DeclaredDay(Fact):
    """A day that the cabinet declared off, or working after all, and where that stands."""

    day: date
    day_off: bool
    name_th: str
    source: str


def is_holiday(day: date, data: Path = DATA) -> bool:
    """Whether government offices are closed on ``day`` (weekends apart)."""
    declared = declared_days(data).get(day)
    return declared.day_off if declared else day in _yearly(day.year)


@cache
def declared_days(data: Path = DATA) -> Mapping[date, DeclaredDay]:
    """What the data file declares. Raises BadDirectory naming the row."""
    rows = read(data / "holidays.csv", COLUMNS)
    once(rows, "day")
    days = (row.fact(DeclaredDay) for row in rows)
    return MappingProxyType({declared.day: declared for declared in days})


@cache
def _yearly(year: int) -> frozenset[date]:
    """The official holidays of one year, substitution days among them."""
    known = country_holidays("TH", years=year, categories=(PUBLIC, GOVERNMENT), language="th")
    return frozenset(
        day for day in known if any(_OPEN_ON not in name for name in known.get_list(day))
    )
