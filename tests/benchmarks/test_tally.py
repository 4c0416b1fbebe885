"""What the table of a corpus says: each file once, and what must be 0 is plain to see."""

import pytest

from benchmarks.reading_bench.losing import Compared, Lost
from benchmarks.reading_bench.one_file import Piece, Report
from benchmarks.reading_bench.tally import Outcome, Verdict, summary
from benchmarks.reading_bench.watched import End, Watched

READ = Piece("pdf", None, 3, 1, 2)
REFUSED = Piece("zip", "archive", 0, 0, 0)
NOTHING_LOST = Compared(2, 1, ())


def an_outcome(*pieces, path="a", opened=True, refused=None, compared=NOTHING_LOST, seconds=1.0):
    report = Report(
        mail=True,
        seconds=seconds,
        opened=opened,
        refused=refused,
        pieces=pieces,
        compared=compared,
    )
    return Outcome(path, Watched(End.DONE, report, "", seconds + 1, 2**20))


def an_end(end, path="b"):
    return Outcome(path, Watched(end, None, "why", 9.0, None))


VERDICTS = [
    pytest.param(an_outcome(READ), Verdict.READ, id="read"),
    pytest.param(an_outcome(READ, REFUSED), Verdict.IN_PART, id="one document refused"),
    pytest.param(an_outcome(REFUSED), Verdict.REFUSED, id="all documents refused"),
    pytest.param(an_outcome(opened=False), Verdict.REFUSED, id="too large to open"),
    pytest.param(an_outcome(), Verdict.READ, id="a subject and nothing else"),
    pytest.param(an_end(End.CRASHED), Verdict.CRASHED, id="crashed"),
    pytest.param(an_end(End.HUNG), Verdict.HUNG, id="hung"),
]


@pytest.mark.parametrize(("outcome", "verdict"), VERDICTS)
def test_every_file_ends_as_one_thing(outcome, verdict):
    assert verdict is outcome.verdict


def test_the_sums():
    lost = an_outcome(READ, path="lost.eml", compared=Compared(1, 0, (Lost(3, "text/html", 0.5),)))
    bounce = an_outcome(READ, REFUSED, path="bounce.eml", refused="from_a_machine")
    found = summary([lost, bounce, an_end(End.HUNG)])

    assert (3, 2, 1, 1, 1, 1) == tuple(
        found[name] for name in ("files", "mails", "read", "read_in_part", "hung", "lost")
    )
    assert (3, 2, 4) == tuple(found[n] for n in ("documents", "ocr_pages", "unread_pages"))
    assert {"archive": {"zip": 1}} == found["refused_documents"]
    assert {"from_a_machine": 1} == found["not_taken_in"]


def test_trouble_is_told_with_its_file():
    lost = an_outcome(READ, path="lost.eml", compared=Compared(1, 0, (Lost(3, "text/html", 0.5),)))
    found = summary([lost, an_end(End.CRASHED), an_outcome(READ)])["trouble"]

    assert [("lost.eml", "lost", "part 3 (text/html): 50.0%"), ("b", "crashed", "why")] == [
        (each["path"], each["what"], each["how"]) for each in found
    ]


def test_the_slowest_come_first_and_one_given_up_counts():
    found = summary(
        [an_outcome(path="quick"), an_end(End.HUNG), an_outcome(path="slow", seconds=4)]
    )

    assert [("b", 9.0), ("slow", 4.0), ("quick", 1.0)] == [
        (each["path"], each["seconds"]) for each in found["slowest"]
    ]
    assert {"path": "slow", "megabytes": 1} == found["peak_memory"]
