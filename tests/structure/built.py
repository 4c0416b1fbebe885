"""Imports every handler from the built artefacts, with nothing else within reach.

``make build`` and ``.ci/run`` call it after ``sam build``: ``python -m tests.structure.built``.
It fails when a handler cannot be imported as Lambda would import it, when a module comes from
anywhere but the artefacts and the standard library, or when a function is too large for Lambda.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from samtranslator.yaml_helper import yaml_parse

BUILT = Path(".aws-sam/build/template.yaml")

MOST_BYTES = 250 * 1024 * 1024
"""What a function and its layers may weigh unzipped (AWS Lambda quotas)."""

IMPORT = """
import importlib, sys
handler, *paths = sys.argv[1:]
sys.path[:0] = paths
module, _, name = handler.rpartition(".")
assert callable(getattr(importlib.import_module(module), name)), f"{handler} cannot be called"
ours = (*paths, sys.base_prefix)
files = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
strays = {name: file for name, file in files.items() if file and not file.startswith(ours)}
assert not strays, strays
"""


class Artefact(NamedTuple):
    """A function as it is built: its handler, and what lies on its path, in Lambda's order."""

    function: str
    handler: str
    runtime: str
    paths: tuple[Path, ...]

    @property
    def bytes(self) -> int:
        """What it weighs unzipped, with its layers."""
        files = (file for path in self.paths for file in path.rglob("*") if file.is_file())
        return sum(file.stat().st_size for file in files)


def artefacts(template: Path) -> Iterator[Artefact]:
    """The functions of a built template."""
    built = yaml_parse(template.read_text(encoding="utf-8"))
    common = built["Globals"]["Function"]
    for name, resource in built["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            of = {**common, **resource["Properties"]}
            layers = [_layer(built, layer["Ref"]) for layer in of["Layers"]]
            paths = (of["CodeUri"], *(f"{layer}/python" for layer in layers))
            found = tuple((template.parent / path).resolve() for path in paths)
            yield Artefact(name, of["Handler"], of["Runtime"], found)


def problem(artefact: Artefact) -> str | None:
    """What would go wrong in Lambda, or None."""
    running = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if artefact.runtime != running:
        return f"is built for {artefact.runtime}; this is {running}"
    if artefact.bytes > MOST_BYTES:
        return "is too large for Lambda"
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-I", "-S", "-B", "-c", IMPORT, artefact.handler, *artefact.paths],
            cwd=empty,
            env={},
            capture_output=True,
            text=True,
            check=False,
        )
    return done.stderr.strip() or None if done.returncode else None


def _layer(built: dict[str, Any], name: str) -> str:
    return str(built["Resources"][name]["Properties"]["ContentUri"])


def main() -> int:
    """Check every built function; 0 when all are well."""
    failed = 0
    for artefact in artefacts(BUILT):
        trouble = problem(artefact)
        failed += trouble is not None
        size = f"{artefact.bytes / 1024**2:.0f} MB of 250"
        said = f"{artefact.function}: {artefact.handler}, {size}: {trouble or 'imports'}"
        print(said)  # noqa: T201 - the answer to who asked
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
