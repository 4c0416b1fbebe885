"""The districts (amphoe, and the khet of Bangkok) with their subdistricts and postcodes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.provinces import load as load_provinces
from shared.directory.table import DATA, Row, once, read
from shared.errors import BadDirectory
from shared.model.fact import Fact

DISTRICTS = 928
"""878 amphoe and 50 khet."""
COLUMNS = ("code", "name_th", "name_en", "postcodes", "subdistricts")
NAMES = ("name", "place", "use", "source")


class District(Fact):
    """A district by its four-digit official code; the first two are its province's."""

    code: str
    name_th: str
    name_en: str
    postcodes: tuple[str, ...]
    subdistricts: tuple[str, ...]

    @property
    def province_code(self) -> str:
        """The province it lies in."""
        return self.code[:2]


class OtherName(Fact):
    """What else people call a place.

    ``use`` is ``name`` (as good as the official one), ``hint`` (only suggests), ``marked``: a
    common word that counts only after จ., อ., เขต or the like, or ``near``: one that also counts
    after a word of place (อยู่) in a letter that names its province otherwise.
    """

    name: str
    place: str | None = None
    use: str


def load(data: Path = DATA) -> Mapping[str, District]:
    """Every district by its code, in the order of codes. Raises BadDirectory."""
    return _load(data)


@cache
def _load(data: Path) -> Mapping[str, District]:
    rows = read(data / "gazetteer.csv", COLUMNS)
    once(rows, "code")
    provinces = load_provinces(data)
    found = {row["code"]: _district(row) for row in rows}
    if len(found) != DISTRICTS:
        raise BadDirectory(f"gazetteer.csv: {len(found)} districts, not {DISTRICTS}")
    if {code[:2] for code in found} != set(provinces):
        raise BadDirectory("gazetteer.csv: a province without districts, or the other way round")
    return MappingProxyType(found)


@cache
def other_names(data: Path = DATA) -> tuple[OtherName, ...]:
    """Other names of places, each once. Raises BadDirectory."""
    rows = read(data / "place_names.csv", NAMES)
    once(rows, "name")
    places = load(data).keys() | load_provinces(data).keys()
    for row in rows:
        if (row["use"] in {"marked", "near"}) == bool(row["place"]):
            raise row.wrong("a name or a hint has a place, a marked word has none")
        if row["use"] not in {"name", "hint", "marked", "near"}:
            raise row.wrong(f"no such use: {row['use']!r}")
        if row["place"] and row["place"] not in places:
            raise row.wrong(f"no place has the code {row['place']}")
    return tuple(row.fact(OtherName) for row in rows)


def _district(row: Row) -> District:
    if not (len(row["code"]) == len("1001") and row["code"].isdigit()):
        raise row.wrong("the code has not four digits")
    if not row["subdistricts"]:
        raise row.wrong("no subdistricts")
    return row.fact(
        District, postcodes=row.many("postcodes"), subdistricts=row.many("subdistricts")
    )
