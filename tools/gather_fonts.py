"""Put Thai fonts of packages into one folder: ``python -m tools.gather_fonts FROM TO``.

    npm install @fontsource/sarabun @fontsource/kanit ...
    python -m tools.gather_fonts node_modules/@fontsource fonts

A web font comes in pieces, one per script; drawing a Thai line with Arabic digits in it
takes the Thai and the Latin piece as one font. Needs fonttools and brotli. Fonts that a
system already has as a whole (Debian's fonts-tlwg-* and fonts-arundina) are just copied.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

_WEIGHTS = ("300", "400", "600", "700")
_STYLES = ("normal", "italic")


def main(arguments: list[str]) -> None:
    """Merge every family below the first folder into the second."""
    packages, target = (Path(argument) for argument in arguments)
    target.mkdir(parents=True, exist_ok=True)
    for package in sorted(packages.iterdir()):
        for name, pieces in _faces(package):
            _merged(pieces).save(target / f"{name}.ttf")


def _faces(package: Path) -> Iterator[tuple[str, tuple[Path, Path]]]:
    for weight in _WEIGHTS:
        for style in _STYLES:
            latin, thai = (
                package / "files" / f"{package.name}-{script}-{weight}-{style}.woff2"
                for script in ("latin", "thai")
            )
            if latin.exists() and thai.exists():
                ending = "-italic" if style == "italic" else ""
                yield f"{package.name}-{weight}{ending}", (latin, thai)


def _merged(pieces: tuple[Path, Path]) -> Any:
    # Imported by name: the project itself needs no fonttools.
    return import_module("fontTools.merge").Merger().merge([_plain(piece) for piece in pieces])


def _plain(piece: Path) -> BytesIO:
    """The piece without compression: the merger reads nothing else."""
    font, file = import_module("fontTools.ttLib").TTFont(piece), BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    return file


if __name__ == "__main__":
    main(sys.argv[1:])
