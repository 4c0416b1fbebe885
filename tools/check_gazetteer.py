"""Hold the gazetteer against another one: ``python -m tools.check_gazetteer FOLDER``.

FOLDER has districts.csv (code, name_th, name_en) and subdistricts.csv (district_code,
name_th). Prints what differs; the exit status is 1 when a district does.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from shared.directory import gazetteer


def main(folder: Path) -> int:
    """Print every difference and how many there are."""
    districts = list(of_districts(folder))
    subdistricts = list(of_subdistricts(folder))
    for line in (*districts, *subdistricts):
        print(line)  # noqa: T201 - a command's answer
    print(f"{len(districts)} of districts, {len(subdistricts)} of subdistricts")  # noqa: T201
    return bool(districts)


def of_districts(folder: Path) -> Iterator[str]:
    """Districts that only one has, or that have another name."""
    ours = gazetteer.load()
    theirs = {row["code"]: row for row in rows(folder / "districts.csv")}
    yield from (f"district {code}: only in one" for code in sorted(ours.keys() ^ theirs.keys()))
    for code in sorted(ours.keys() & theirs.keys()):
        for column in ("name_th", "name_en"):
            mine, other = getattr(ours[code], column), theirs[code][column]
            if plain(mine) != plain(other):
                yield f"district {code}: {mine} here, {other} there"


def of_subdistricts(folder: Path) -> Iterator[str]:
    """Subdistricts that only one has."""
    ours = {(code, name) for code, d in gazetteer.load().items() for name in d.subdistricts}
    theirs = {(row["district_code"], row["name_th"]) for row in rows(folder / "subdistricts.csv")}
    yield from (f"subdistrict {name} of {code}: only here" for code, name in sorted(ours - theirs))
    yield from (f"subdistrict {name} of {code}: only there" for code, name in sorted(theirs - ours))


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name: str) -> str:
    """A name without capitals, spaces and hyphens: romanisations differ by these."""
    return name.lower().replace(" ", "").replace("-", "")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
