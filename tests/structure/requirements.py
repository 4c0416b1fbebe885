"""Reads what is declared: pyproject.toml and the locked requirement files."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tests.structure.source import PROJECT

ARTEFACTS = {
    "layer": Path("shared/requirements.txt"),
    "desk": Path("functions/desk/requirements.txt"),
    "intake": Path("functions/intake/requirements.txt"),
    "notify": Path("functions/notify/requirements.txt"),
}
"""The manifest of each artefact that has libraries of its own, by its group's name."""

LOCKED = tuple(sorted(Path("requirements").glob("*.txt"))) + tuple(ARTEFACTS.values())

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)( ;[^\\]*)?", re.MULTILINE)


@cache
def pyproject() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def runtime() -> frozenset[str]:
    """The distributions that the deployed functions import."""
    return names(pyproject()["project"]["dependencies"])


def extras() -> frozenset[str]:
    """The distributions that the town and the samples use beside those."""
    listed = pyproject()["project"]["optional-dependencies"].values()
    return frozenset().union(*map(names, listed))


def group(name: str) -> frozenset[str]:
    """The distributions of one dependency group."""
    return names(pyproject()["dependency-groups"][name])


def names(requirements: list[str]) -> frozenset[str]:
    """Requirements without versions and extras, in the one spelling."""
    return frozenset(normal(re.split(r"[\[<>=~! ;]", text)[0]) for text in requirements)


def normal(name: str) -> str:
    """PyPI's one spelling of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> frozenset[tuple[str, str]]:
    """Name and version of everything that a locked file installs."""
    text = (PROJECT / path).read_text(encoding="utf-8")
    return frozenset((normal(name), version) for name, version, _ in PIN.findall(text))
