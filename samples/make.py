"""Write the sample inbox: ``python -m samples.make [FOLDER]``.

The same bytes each time, as long as the drawing libraries stay the same; other versions of
them may draw the pictures a little differently, everything else is fixed.
"""

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samples.inbox import EXPECTED, HERE, INBOX, MANIFEST
from samples.letter import letters
from samples.mime import composed
from samples.travel import stamped

LETTERS = HERE / "letters.toml"


def main(arguments: list[str]) -> None:
    """Draw everything and write the inbox to the folder named, or to ``samples/inbox``."""
    from samples.pictures import DRAWN  # noqa: PLC0415 - the drawing libraries are optional

    folder = Path(arguments[0]) if arguments else INBOX
    drawn = {name: draw() for name, draw in DRAWN.items()}
    for path, content in files(drawn).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def files(drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of the inbox by its path in it; ``drawn`` has the enclosures' bytes."""
    table = tomllib.loads(LETTERS.read_text(encoding="utf-8"))
    expected = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    made = {
        f"{name}.eml": stamped(letter, tuple(expected[name]["recipients"]))
        + composed(letter, drawn)
        for name, letter in letters(table["mail"]).items()
    }
    for folder, upload in table["upload"].items():
        made |= {f"{folder}/{name}": content for name, content in _upload(upload, drawn).items()}
    return made | {key: drawn[name] for key, name in table["drop"].items()}


def _upload(upload: Mapping[str, Any], drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    made = {name: text.encode() for name, text in upload.get("files", {}).items()}
    made |= {name: drawn[source] for name, source in upload.get("drawn", {}).items()}
    manifest = json.dumps(upload["manifest"], ensure_ascii=False, indent=2)
    return {**made, MANIFEST: f"{manifest}\n".encode()}


if __name__ == "__main__":
    main(sys.argv[1:])
