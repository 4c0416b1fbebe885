"""Deciding and answering."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from statistics import median
from time import process_time

from benchmarks.benching.row import Row
from benchmarks.deciding import LETTERS
from benchmarks.labelled_letters import LabelledLetter, read
from benchmarks.ngrams.asking import ask
from benchmarks.pace import pace, start
from benchmarks.receipt_makers import MAKERS, parts
from shared.classification.classify import SURE
from shared.directory import offices, processes

_MANY = 120
_TEACHING = 200
_RECEIPTS = 12


def deciding_rows() -> Iterator[Row]:
    """Process and office of a letter; how right each is: ``python -m benchmarks.deciding``."""
    at = datetime.now(UTC)
    path = LETTERS / "open.jsonl"
    letters = read(path, offices.load(at.date()), processes.load(at.date()), at)
    ours = 1000 / pace([one.letter for one in letters[:_MANY]]).both
    beside = "character n-grams, taught and asked"
    yield Row("process and office decided", ours, "CPU ms", beside, _ngrams(letters))
    yield Row("all data loaded, once", start(path).data, "CPU ms")


def receipt_rows() -> Iterator[Row]:
    """A receipt: text, HTML, code, QR code and PDF/A; the signature in KMS aside."""
    ours = _receipts(parts()["all, signature aside"])
    for name, (make, _) in list(MAKERS.items())[1:]:
        try:
            make()
        except (ImportError, OSError):
            yield Row("receipt composed", ours, "CPU ms", f"{name} (not installed)")
            continue
        yield Row("receipt composed", ours, "CPU ms", f"{name}, the PDF alone", _receipts(make))


def _receipts(make: Callable[[], object]) -> float:
    """The median of a few, after one that loads what is needed."""
    make()
    times = []
    for _ in range(_RECEIPTS):
        begun = process_time()
        make()
        times.append((process_time() - begun) * 1000)
    return median(times)


def _ngrams(letters: Sequence[LabelledLetter]) -> float:
    """Its share of the work for each letter asked; it is taught anew each time."""
    teaching, asked = letters[-_TEACHING:], letters[:_MANY]
    begun = process_time()
    ask(asked, teaching, SURE)
    return (process_time() - begun) * 1000 / len(asked)
