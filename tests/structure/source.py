"""Reads the project's own Python as text: which module imports what."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[2]


class Import(NamedTuple):
    """``module`` imports ``name`` (a dotted path, which may end in a class or function)."""

    module: str
    name: str


def imports(*tops: str, typing_too: bool = True) -> Iterator[Import]:
    """Every import below the folders ``tops``; without those for type checkers if asked."""
    for top in tops:
        for path in sorted((PROJECT / top).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            yield from imports_of(module_name(path), text, typing_too=typing_too)


def module_name(path: Path) -> str:
    """The dotted path of a file of this project."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(module: str, text: str, *, typing_too: bool = True) -> Iterator[Import]:
    """The imports of one module. A relative import is an error: paths are written out."""
    tree = ast.parse(text)
    skipped = set() if typing_too else _for_type_checkers(tree)
    for node in ast.walk(tree):
        if node in skipped:
            continue
        match node:
            case ast.Import(names=names):
                yield from (Import(module, alias.name) for alias in names)
            case ast.ImportFrom(module=str(whence), level=0, names=names):
                yield from (Import(module, f"{whence}.{alias.name}") for alias in names)
            case ast.ImportFrom():
                raise AssertionError(f"{module}: relative import in line {node.lineno}")


def _for_type_checkers(tree: ast.Module) -> set[ast.AST]:
    """What stands below ``if TYPE_CHECKING:``."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    typing = [block for block in blocks if ast.unparse(block.test) == "TYPE_CHECKING"]
    return {node for block in typing for line in block.body for node in ast.walk(line)}
