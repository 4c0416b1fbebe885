"""The directory's offices by what people call them and by what lies in their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from shared.classification.same import Same
from shared.directory import gazetteer, jurisdictions
from shared.directory.confirmed import confirmed_for
from shared.directory.offices import Directory
from shared.model.fact import OfficeCode
from shared.model.office import Office, OfficeKind


@dataclass(frozen=True)
class KnownOffices:
    """Offices by province code, by district code, by area number, by telephone digits."""

    directory: Directory
    provincial: Mapping[str, Office]
    branches: Mapping[str, Office]
    areas: Mapping[int, Office]
    centres: Sequence[Office]
    phones: Mapping[str, Office]
    remembered: Mapping[str, OfficeCode] = field(default_factory=dict)
    """By the district's code: what the central registry has confirmed since the deployment."""

    def suggested_for(self, district: str | None) -> tuple[OfficeCode, ...]:
        """The offices that anybody connects with a district, a confirmed one first."""
        rows = jurisdictions.load().get(district or "", ())
        first = self.remembered.get(district or "")
        said = ([first] if first else []) + [row.office for row in rows]
        return tuple(dict.fromkeys(code for code in said if code in self._codes))

    def confirmed_for(self, district: str | None) -> Office | None:
        """The one office that is confirmed to be responsible for a district."""
        place = district or ""
        sure = confirmed_for(place, jurisdictions.load().get(place, ()), self.remembered)
        known = len(sure) == 1 and sure[0] in self._codes
        return self.directory.by_code(sure[0]) if known else None

    @cached_property
    def _codes(self) -> frozenset[OfficeCode]:
        """What is remembered may name an office of another edition of the directory."""
        return frozenset(office.code for office in self.directory.offices)


def known(directory: Directory, remembered: Mapping[str, OfficeCode] | None = None) -> KnownOffices:
    """The offices of a directory, ready to be looked up; with what is remembered of places."""
    offices = _known(Same(directory))
    return replace(offices, remembered=remembered) if remembered else offices


@lru_cache(maxsize=4)
def _known(same: Same[Directory]) -> KnownOffices:
    kinds: dict[OfficeKind, list[Office]] = {kind: [] for kind in OfficeKind}
    for office in same.thing.offices:
        kinds[office.kind].append(office)
    return KnownOffices(
        directory=same.thing,
        provincial={o.province_code or "": o for o in kinds[OfficeKind.PROVINCE]},
        branches=_by_district(kinds[OfficeKind.BRANCH]),
        areas={o.area or 0: o for o in kinds[OfficeKind.AREA]},
        centres=kinds[OfficeKind.REHABILITATION],
        phones=_by_phone(same.thing.offices),
    )


def _by_district(branches: Sequence[Office]) -> dict[str, Office]:
    codes = {(d.province_code, d.name_th): code for code, d in gazetteer.load().items()}
    return {codes[o.province_code or "", o.amphoe or ""]: o for o in branches}


def _by_phone(offices: Sequence[Office]) -> dict[str, Office]:
    """Telephone numbers that only one office has."""
    owners: dict[str, list[Office]] = {}
    for office in offices:
        for phone in office.phones:
            owners.setdefault(digits(phone), []).append(office)
    return {number: found[0] for number, found in owners.items() if len(found) == 1}


def digits(phone: str) -> str:
    """A telephone number's nine or ten digits; an extension or a range's end is left out."""
    found = "".join(sign for sign in phone if sign.isdigit())
    return found[: 10 if found[1:2] in {"6", "8", "9"} else 9]
