"""``saraban upload``: a folder closed by its manifest, or one file for one office."""

import argparse
import secrets
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from cli.place import Place, here, office
from cli.trouble import Trouble

MANIFEST = "manifest.json"


def run(asked: argparse.Namespace) -> int:
    """Put the files where intake takes them; the manifest last, for it closes the folder."""
    path: Path = asked.path
    if not path.exists():
        raise Trouble(f"{path} is not there.")
    things = _folder(path) if path.is_dir() else _drop(path, asked.office)
    place = here(asked.town)
    console = Console(highlight=False, soft_wrap=True)
    for file, key in things:
        _put(place, file, key)
        console.print(escape(f"{file} → s3://{place.name('UploadBucket')}/{key}"))
    return 0


def _folder(path: Path) -> list[tuple[Path, str]]:
    if not (path / MANIFEST).is_file():
        raise Trouble(
            f"{path} has no {MANIFEST}, so nothing would be taken in. "
            "`saraban upload --help` shows one."
        )
    place = f"uploads/{path.resolve().name}-{secrets.token_hex(4)}"
    return [(file, f"{place}/{file.relative_to(path).as_posix()}") for file in _files(path)]


def _files(path: Path) -> Iterator[Path]:
    inside = sorted(file for file in path.rglob("*") if file.is_file())
    yield from (file for file in inside if file != path / MANIFEST)
    yield path / MANIFEST


def _drop(path: Path, code: str | None) -> list[tuple[Path, str]]:
    if code is None:
        raise Trouble(f"{path} is a single file: say for which office, e.g. --office chiangmai")
    stem = f"{path.stem}-{secrets.token_hex(4)}{path.suffix}"
    return [(path, f"dropbox/{office(code).code}/{stem}")]


def _put(place: Place, file: Path, key: str) -> None:
    place.session.client("s3").put_object(
        Bucket=place.name("UploadBucket"), Key=key, Body=file.read_bytes()
    )
