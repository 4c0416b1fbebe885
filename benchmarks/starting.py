"""How long a fresh process takes until it can decide: ``python -m benchmarks.starting FILE``.

Prints one JSON object: CPU milliseconds of the imports, and of loading all data. Data that is
loaded when a letter first needs it counts too: it is what the first pass over some letters
takes more than the second.
"""

import gc
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

_FIRST = 60
"""How many letters are enough to need everything."""


def main(path: Path) -> None:
    """Measure this process, which must be a fresh one, and print."""
    begun = process_time()
    # Imported here because the import is what is measured.
    from benchmarks.deciders import classified, routed  # noqa: PLC0415
    from shared.directory import offices, processes  # noqa: PLC0415

    gc.freeze()  # as shared.station does when a function has been imported
    imported = process_time()
    at = datetime.now(UTC)
    lists = offices.load(at.date()), processes.load(at.date())
    loaded = process_time()
    from benchmarks.labelled_letters import read  # noqa: PLC0415

    letters = [one.letter for one in read(path, *lists, at)[:_FIRST]]
    passes = []
    for _ in range(2):
        start = process_time()
        for letter in letters:
            routed(letter, classified(letter))
        passes.append(process_time() - start)
    data = loaded - imported + passes[0] - passes[1]
    found = {"imports": (imported - begun) * 1000, "data": data * 1000}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
