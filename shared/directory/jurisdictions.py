"""Which office is responsible for which place, as far as anybody has said so.

A ``confirmed`` row routes; a ``hint`` row only suggests. For the districts of Bangkok and
of the branches no source was found: what is missing here goes to a person.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.gazetteer import load as load_districts
from shared.directory.offices import load as load_offices
from shared.directory.table import DATA, once, read
from shared.errors import UnknownOffice
from shared.model.fact import Fact, OfficeCode

COLUMNS = ("place", "office", "status", "source")


class Jurisdiction(Fact):
    """An office's word for one district: its code, the office, how certain, who says so."""

    place: str
    office: OfficeCode
    status: str
    source: str

    @property
    def confirmed(self) -> bool:
        """Whether letters may be routed by it."""
        return self.status == "confirmed"


@cache
def load(data: Path = DATA) -> Mapping[str, Jurisdiction]:
    """Every known jurisdiction by the district's code. Raises BadDirectory."""
    rows = read(data / "jurisdictions.csv", COLUMNS)
    once(rows, "place")
    offices, districts = load_offices(data=data), load_districts(data)
    for row in rows:
        if row["place"] not in districts:
            raise row.wrong(f"no district has the code {row['place']}")
        if row["status"] not in {"confirmed", "hint"}:
            raise row.wrong(f"no such status: {row['status']!r}")
        try:
            offices.by_code(OfficeCode(row["office"]))
        except UnknownOffice:
            raise row.wrong(f"no office {row['office']!r}") from None
    return MappingProxyType({row["place"]: row.fact(Jurisdiction) for row in rows})
