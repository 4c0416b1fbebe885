"""The offices: the central registry and the 143 of appendix 2, each with its mailbox."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from shared.directory.editions import Edition, edition_on
from shared.directory.office_rules import ALLOWED_DOMAINS, check_offices, check_row
from shared.directory.provinces import load as load_provinces
from shared.directory.table import DATA, Row, once, read
from shared.errors import BadDirectory, UnknownOffice
from shared.model.fact import Fact, OfficeCode
from shared.model.office import Office

__all__ = ["ALLOWED_DOMAINS", "Directory", "load"]

COLUMNS = (
    "code",
    "kind",
    "name_th",
    "name_en",
    "province",
    "province_code",
    "area",
    "amphoe",
    "mailbox",
    "phones",
    "faxes",
    "published_row",
    "published_name",
    "published_mailbox",
    "published_phones",
    "published_faxes",
    "correction",
    "doubt",
)


class Directory(Fact):
    """Every office, the central registry first, then in published order."""

    offices: tuple[Office, ...]

    def by_code(self, code: OfficeCode) -> Office:
        """The office of this code. Raises UnknownOffice when there is none."""
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownOffice from None

    def by_mailbox(self, address: str) -> Office | None:
        """The office that has this mailbox, whatever the case of its letters."""
        return self._by_mailbox.get(address.strip().casefold())

    @cached_property
    def mailboxes(self) -> frozenset[str]:
        """Every mailbox, in lower case."""
        return frozenset(self._by_mailbox)

    @cached_property
    def _by_code(self) -> Mapping[OfficeCode, Office]:
        return {office.code: office for office in self.offices}

    @cached_property
    def _by_mailbox(self) -> Mapping[str, Office]:
        return {office.mailbox.casefold(): office for office in self.offices}


def load(day: date | None = None, data: Path = DATA) -> Directory:
    """The directory of the edition in force on ``day`` (the newest without one).

    Raises BadDirectory naming file and row when the data breaks its own rules.
    """
    return _load(edition_on(day, data), data)


@cache
def _load(edition: Edition, data: Path) -> Directory:
    rows = read(edition.folder / "offices.csv", COLUMNS)
    for column in ("code", "mailbox", "name_th", "name_en"):
        once(rows, column)
    offices = tuple(map(_office, rows))
    provinces = load_provinces(data)
    for row, office in zip(rows, offices, strict=True):
        check_row(row, office, provinces)
    check_offices(rows, offices, provinces)
    if len(offices) != edition.offices:
        raise BadDirectory(f"offices.csv: {len(offices)} offices, not {edition.offices}")
    return Directory(offices=offices)


def _office(row: Row) -> Office:
    given = {"province": row["province"] or None, "province_code": row["province_code"] or None}
    return row.fact(Office, phones=row.many("phones"), faxes=row.many("faxes"), **given)
