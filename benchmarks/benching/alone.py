"""What only a fresh process can tell: ``python -m benchmarks.benching.alone WHAT WHICH``."""

import json
import os
import sys
from importlib import import_module
from time import process_time


def started(handler: str) -> dict[str, object]:
    """Milliseconds of a function's imports and of its wiring."""
    begun = process_time()
    module = import_module(handler.rpartition(".")[0])
    imported = process_time()
    wired = hasattr(module, "wiring")
    try:
        if wired:
            module.wiring()
    except Exception:  # noqa: BLE001 - it asked AWS, which is not here; what it took counts
        wired = False
    return {
        "imports": (imported - begun) * 1000,
        "wiring": (process_time() - imported) * 1000,
        "wired": wired,
    }


def remembered(kind: str) -> dict[str, float]:
    """Megabytes that this process and its children held at most while reading a letter."""
    from benchmarks.costing.letters import scanned_letters, text_letters  # noqa: PLC0415
    from benchmarks.growing.letters import large_mail  # noqa: PLC0415
    from benchmarks.reading_bench.as_deployed import read_as_deployed  # noqa: PLC0415
    from benchmarks.reading_bench.descendants import forget_peaks, peak_memory  # noqa: PLC0415

    made = {"text": text_letters(1), "scanned": scanned_letters(1), "25 MB": large_mail()}
    raw = next(made[kind])
    read_as_deployed("warm.eml", next(text_letters(1)))
    forget_peaks(os.getpid())
    read_as_deployed("letter.eml", raw)
    return {"megabytes": (peak_memory(os.getpid()) or 0) / 1024**2}


if __name__ == "__main__":
    found = {"start": started, "memory": remembered}[sys.argv[1]](sys.argv[2])
    sys.stdout.write("\n" + json.dumps(found) + "\n")
