"""One bad file costs seconds, never the letter: readers that hang, grow or die are replaced."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.intake.reading.apart import ReaderApart
from functions.intake.reading.apart_watch import Limits
from functions.intake.reading.budget import Budget, Unlimited
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from shared.errors import NotConfigured
from tests.intake.hostile import order

PROJECT = Path(__file__).parents[2]
DOCUMENTS = Path(__file__).parents[1] / "documents"
MEGABYTE = 1024 * 1024
HOSTILE = ("tests.intake.hostile:read", "tests.intake.hostile:opened")
LIMITS = Limits(silence=2.0, ocr_page=4.0, memory=300 * MEGABYTE, worn=120 * MEGABYTE)


@pytest.fixture(scope="module")
def apart() -> Iterator[ReaderApart]:
    reader = ReaderApart(LIMITS, *HOSTILE)
    yield reader
    reader.close()


def told(apart: ReaderApart, *words: str, budget: Budget | None = None) -> list[str]:
    """The pages' texts, in a document's own budget."""
    _, reading = apart(order(*words), budget=budget or Budget())
    return [page.text for page in reading.pages]


BAD = [
    pytest.param(["hang"], "took_too_long", id="native code that never comes back"),
    pytest.param(["sleep:60"], "took_too_long", id="waits for something that never comes"),
    pytest.param(["eat:4000"], "too_large", id="takes all memory"),
    pytest.param(["segfault"], "corrupt", id="native code that crashes"),
    pytest.param(["abort"], "corrupt", id="native code that gives up"),
    pytest.param(["exit:0"], "corrupt", id="ends without an answer"),
    pytest.param(["killed"], "too_large", id="killed by the system, which does so for memory"),
    pytest.param(["babble"], "corrupt", id="says what is no answer"),
    pytest.param(["boast"], "corrupt", id="announces two gigabytes of answer"),
]


@pytest.mark.parametrize(("words", "refusal"), BAD)
def test_a_bad_document_is_refused_by_name_and_the_next_is_read(apart, words, refusal):
    kind, reading = apart(order(*words), budget=Budget())

    assert (Kind.PDF, refusal, ()) == (kind, reading.refusal, reading.pages)
    assert ["well"] == told(apart, "page:well")


def test_pages_read_before_the_reader_was_stopped_are_kept(apart):
    _, reading = apart(order("expect:9", "page:one", "page:two", "hang"), budget=Budget())

    assert ("one\ntwo", 7, None) == (reading.text, reading.unread_pages, reading.refusal)


def test_the_process_stays_warm_from_document_to_document(apart):
    assert told(apart, "pid") == told(apart, "pid")


def test_a_process_that_leaks_is_replaced_before_it_matters(apart):
    before = told(apart, "pid", "keep:150")

    assert before != told(apart, "pid")


def test_a_document_is_not_blamed_for_what_an_earlier_one_broke(apart):
    apart.close()
    told(apart, "once")

    assert ["well"] == told(apart, "once", "page:well")


def test_what_is_missing_in_the_deployment_is_no_documents_fault(apart):
    with pytest.raises(NotConfigured, match="OCR-engine"):
        apart(order("missing:OCR-engine"))


def test_a_process_that_cannot_start_is_our_own_fault():
    reader = ReaderApart(LIMITS, "tests.intake.no_such_module:read")

    with pytest.raises(NotConfigured):
        reader(order("page:x"))


def test_the_letters_budget_gives_the_pages(apart):
    budget = Budget(ocr_pages=3)
    budget.begin(waiting=1)

    assert ["one", "two"] == told(apart, "ocr:one", "ocr:two", "ocr:three", budget=budget)
    budget.begin()
    assert ["four"] == told(apart, "ocr:four", "ocr:five", budget=budget)


def test_reading_stops_when_it_is_enough(apart):
    budget = Budget()
    budget.begin(enough=lambda texts: "two" in texts)

    assert ["one", "two"] == told(apart, "ocr:one", "ocr:two", "ocr:three", budget=budget)


def test_a_slow_page_has_more_time_than_a_silent_parser(apart):
    assert ["one"] == told(apart, "ocr:one", budget=Budget())
    slow = apart(order("ocr:one", "sleep:60"), budget=Budget())[1]
    assert ("one", 1) == (slow.text, slow.unread_pages)


def test_when_a_letters_time_is_long_over_documents_are_kept_unopened(apart):
    late = Budget(seconds=-61.0)

    assert "took_too_long" == apart(order("page:x"), budget=late)[1].refusal
    assert ["x"] == told(apart, "page:x", budget=Budget(seconds=-1.0))
    assert ["x"] == told(apart, "ocr:x", budget=Unlimited())


def test_our_own_fault_in_the_middle_does_not_upset_the_next_document(apart):
    def broken(texts):
        raise ZeroDivisionError

    budget = Budget()
    budget.begin(enough=broken)
    with pytest.raises(ZeroDivisionError):
        apart(order("ocr:one", "ocr:two"), budget=budget)

    assert ["well"] == told(apart, "page:well")


def test_a_text_letter_does_not_pay_for_a_process():
    reader = ReaderApart(LIMITS, *HOSTILE)

    assert "สวัสดี" == reader("สวัสดี".encode())[1].text
    assert "สวัสดี" == reader("<p>สวัสดี".encode(), Kind.HTML)[1].text
    assert reader.pid is None


def test_a_frozen_sandbox_is_nobodys_fault(apart):
    """Lambda stops all processes between two letters, for minutes or hours."""
    before = told(apart, "pid")
    os.kill(apart.pid, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, (apart.pid, signal.SIGCONT)).start()

    assert before == told(apart, "pid")


def test_a_process_that_no_longer_listens_is_replaced(apart):
    told(apart, "pid")
    os.kill(apart.pid, signal.SIGSTOP)
    long = b" page:x" * MEGABYTE

    _, reading = apart(order("page:well") + b" " * len(long), budget=Budget())
    assert "well" == reading.text


def test_it_holds_no_credentials(apart, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    apart.close()

    assert ["nothing"] == told(apart, "env:AWS_SECRET_ACCESS_KEY")


def test_what_a_parser_prints_reaches_no_log(apart, capfd):
    told(apart, "print:1-1002-00345-67-8")

    assert ("", "") == capfd.readouterr()


def test_what_it_started_ends_with_it(apart):
    [grandchild] = map(int, told(apart, "child"))
    apart.close()

    assert gone(grandchild)


def test_it_dies_with_intake_even_while_it_hangs():
    script = (
        "import os, sys; from functions.intake.reading.apart import ReaderApart\n"
        "from tests.intake.hostile import order\n"
        f"reader = ReaderApart(None, *{HOSTILE})\n"
        "reader(order('page:x')); print(reader.pid, flush=True)\n"
        "reader(order('page:x', 'hang'))\n"
    )
    intake = subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, "-c", script], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    with intake:
        assert intake.stdout
        number = int(intake.stdout.readline())
        intake.kill()

    assert gone(number)


WITHOUT_SEMAPHORES = """
import _multiprocessing

class Refuse:
    SEM_VALUE_MAX = 1

    def __init__(self, *args, **kwargs):
        raise OSError(38, "Function not implemented")

_multiprocessing.SemLock = Refuse
"""


def test_it_runs_where_there_is_no_shared_memory(tmp_path):
    """In Lambda there is no /dev/shm: semaphores, and so Queue and Pool, fail with ENOSYS."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_SEMAPHORES)
    script = (
        "import multiprocessing, sys\n"
        "from functions.intake.reading.apart import ReaderApart\n"
        "try: multiprocessing.Queue()\n"
        "except OSError: print('no queue')\n"
        "print(ReaderApart()(open(sys.argv[1], 'rb').read())[1].text)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", script, str(DOCUMENTS / "letter.pdf")],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith("no queue\n")
    assert "เชียงใหม่" in done.stdout


@pytest.fixture(scope="module")
def real() -> Iterator[ReaderApart]:
    reader = ReaderApart()
    yield reader
    reader.close()


@pytest.mark.parametrize("name", ["letter.pdf", "letter.png"])
def test_apart_reads_the_same_as_here(real, name):
    content = (DOCUMENTS / name).read_bytes()

    assert read(content) == real(content)


def gone(number: int) -> bool:
    """Whether a process has ended, within some seconds; what nobody waits for yet has ended."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
