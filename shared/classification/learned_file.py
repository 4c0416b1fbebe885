"""The file of the learned part: zlib over a JSON line, the runs, an empty line, the rows.

The JSON line has what ``About`` says; the runs stand one per line; each row has four bits for
each process in the order of ``processes``, two processes in a byte, the first in its low half.
"""

import zlib
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import Field, PositiveFloat, ValidationError

from shared.classification.learned import Learned
from shared.classification.runs import LENGTHS
from shared.errors import BadDirectory
from shared.model.fact import Fact, ProcessId

FILE = Path(__file__).parent / "data" / "learned.bin"
FORMAT = 2
_LOW = bytes(value & 15 for value in range(256))
_HIGH = bytes(value >> 4 for value in range(256))


class About(Fact):
    """The first line: what the rows are worth, and what they were taught with."""

    format: int = FORMAT
    processes: tuple[ProcessId, ...] = Field(min_length=1)
    scale: PositiveFloat
    rules: PositiveFloat
    learned: float = Field(ge=0)
    sure_from: float = Field(gt=0, le=1)
    sure_alone: float = Field(gt=0, le=1)
    letters: int
    """How many of the project's letters taught it."""
    corrections: int
    """How many letters corrected at a desk did."""
    beside: str
    """The version of the rules that it was calibrated beside."""


def pack(about: About, runs: list[str], halves: bytes) -> bytes:
    """The file's bytes. ``halves``: the rows, already two processes in a byte."""
    head = about.model_dump_json().encode()
    return zlib.compress(head + b"\n" + "\n".join(runs).encode() + b"\n\n" + halves, 9)


@cache
def load(path: Path = FILE) -> Learned:
    """The learned part of the product. Raises BadDirectory when its file is not in order."""
    try:
        return unpack(path.read_bytes(), path.name)
    except OSError as error:
        raise BadDirectory(f"{path.name}: cannot be read ({type(error).__name__})") from None


def unpack(content: bytes, name: str = FILE.name) -> Learned:
    """The learned part from its file's bytes. Raises BadDirectory saying what is wrong."""
    about, runs, halves = parts(content, name)
    many = len(about.processes) + len(about.processes) % 2
    wrong = [run for run in runs if len(run) not in LENGTHS]
    if wrong or len(set(runs)) != len(runs) or len(halves) * 2 != many * len(runs):
        raise BadDirectory(f"{name}: {len(runs)} runs and {len(halves)} bytes do not fit together")
    wide = bytearray(4 * len(halves))
    wide[0::4], wide[2::4] = halves.translate(_LOW), halves.translate(_HIGH)
    whole, width = bytes(wide), 2 * many
    read = int.from_bytes
    return Learned(
        rows={
            run: read(whole[at : at + width], "little")
            for run, at in zip(runs, range(0, len(whole), width), strict=True)
        },
        processes=about.processes,
        scale=about.scale,
        rules=about.rules,
        learned=about.learned,
        sure_from=about.sure_from,
        sure_alone=about.sure_alone,
        version=f"learned-{sha256(content).hexdigest()[:8]}",
    )


def parts(content: bytes, name: str = FILE.name) -> tuple[About, list[str], bytes]:
    """The first line, the runs and the rows. Raises BadDirectory for what is no such file."""
    try:
        head, _, rest = zlib.decompress(content).partition(b"\n")
        about = About.model_validate_json(head)
        names, found, halves = rest.partition(b"\n\n")
        runs = names.decode().split("\n")
    except (zlib.error, ValidationError, UnicodeDecodeError) as error:
        raise BadDirectory(f"{name}: no learned part ({type(error).__name__})") from None
    if about.format != FORMAT or not found:
        raise BadDirectory(f"{name}: format {about.format}, not {FORMAT}, or cut off")
    return about, runs, halves
