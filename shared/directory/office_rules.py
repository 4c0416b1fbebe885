"""What a directory of offices must fulfil before a single letter is sent by it."""

import re
from collections.abc import Mapping, Sequence

from shared.directory.provinces import BANGKOK_CODE
from shared.directory.table import Row
from shared.errors import BadDirectory
from shared.model.fact import CENTRAL
from shared.model.office import Office, OfficeKind
from shared.model.province import Province

ALLOWED_DOMAINS = frozenset({"sso.go.th"})
"""Mail of ours goes to offices in these domains only: anything else would be a leak."""
AREAS = range(1, 13)
"""Bangkok's area offices: พื้นที่ 1 to พื้นที่ 12."""

# Nine digits of a fixed line or ten of a mobile one, then the end of a range, an extension.
_NUMBER = re.compile(
    r"(0 [2-7]\d{3} \d{4}|0[689] \d{4} \d{4})(-\d{1,2})?( ต่อ \d{1,4}(-\d{1,4})?)?", re.ASCII
)


def check_row(row: Row, office: Office, provinces: Mapping[str, Province]) -> None:
    """One office by itself: mailbox, place, telephone numbers. Raises BadDirectory."""
    local, _, domain = office.mailbox.partition("@")
    if domain not in ALLOWED_DOMAINS:
        raise row.wrong(f"mailbox domain {domain!r} is not one of ours")
    if local != ("saraban" if office.code == CENTRAL else f"saraban_{office.code}"):
        raise row.wrong(f"mailbox {office.mailbox} does not fit code {office.code}")
    if office.mailbox != office.published_mailbox and not office.correction:
        raise row.wrong("the mailbox is not the published one, and no reason is given")
    if wrong := [n for n in (*office.phones, *office.faxes) if not _NUMBER.fullmatch(n)]:
        raise row.wrong(f"no Thai telephone number: {wrong[0]}")
    _check_place(row, office, provinces)


def check_offices(
    rows: Sequence[Row], offices: Sequence[Office], provinces: Mapping[str, Province]
) -> None:
    """The offices together: central registry, areas, provinces, branches. Raises BadDirectory."""
    if [office.code for office in offices if office.kind is OfficeKind.CENTRAL] != [CENTRAL]:
        raise BadDirectory("offices.csv: there must be one central registry")
    if offices[0].code != CENTRAL:
        raise rows[0].wrong("the central registry comes first")
    if sorted(o.area or 0 for o in offices if o.kind is OfficeKind.AREA) != list(AREAS):
        raise BadDirectory("offices.csv: Bangkok's areas 1 to 12 must each be there once")
    provincial = _provincial(rows, offices)
    if missing := provinces.keys() - provincial.keys() - {BANGKOK_CODE}:
        raise BadDirectory(f"offices.csv: no provincial office for {', '.join(sorted(missing))}")


def _check_place(row: Row, office: Office, provinces: Mapping[str, Province]) -> None:
    if (office.kind is OfficeKind.CENTRAL) != (office.province_code is None):
        raise row.wrong("every office but the central registry lies in a province")
    province = provinces.get(office.province_code or "")
    if office.province_code and (province is None or province.name_th != office.province):
        raise row.wrong(f"{office.province} is not the province {office.province_code}")
    if (office.kind is OfficeKind.BRANCH) != (office.amphoe is not None):
        raise row.wrong("a branch, and no other office, has an amphoe")
    if (office.kind is OfficeKind.AREA) != (office.area is not None):
        raise row.wrong("an area office, and no other office, has an area number")
    if office.province and not office.name_th.endswith((office.province, *_named(office))):
        raise row.wrong("the Thai name does not say where the office is")
    in_bangkok = office.province_code == BANGKOK_CODE
    if in_bangkok != (office.kind is OfficeKind.AREA):
        raise row.wrong("area offices, and no others, lie in Bangkok")


def _named(office: Office) -> tuple[str, ...]:
    return (
        f"{office.province} สาขา{office.amphoe}",
        f"{office.province}พื้นที่ {office.area}",
        f"(จังหวัด{office.province})",
    )


def _provincial(rows: Sequence[Row], offices: Sequence[Office]) -> Mapping[str, Row]:
    """Each province's one provincial office; the branches below it are its own.

    Appendix 2 says a branch's province by position alone, so the order is kept and held.
    """
    found: dict[str, Row] = {}
    last = ""
    for row, office in zip(rows, offices, strict=True):
        code = office.province_code or ""
        if office.kind is OfficeKind.PROVINCE and code in found:
            raise row.wrong(f"{office.province} has a provincial office in row {found[code].line}")
        if office.kind is OfficeKind.PROVINCE:
            found[code] = row
            last = code
        elif office.kind is OfficeKind.BRANCH and code != last:
            raise row.wrong(f"the branch does not stand below the office of {office.province}")
    return found
