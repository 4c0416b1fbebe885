"""Who works on words sees what was confused; the kept letters tell nobody anything."""

from benchmarks.scoring.confusion import confusions
from benchmarks.scoring.report import PRODUCT, report
from tests.benchmarks.judgements import judged

TWICE = judged("refund/1", "refund/2", sure=True, difficulty="easy", tags=("slang",))
ONCE = judged("none", "refund/2", difficulty="hard", tags=("spam", "english"))


def test_the_most_confused_pair_comes_first_with_what_its_letters_share():
    first, second = confusions([ONCE, TWICE, judged(), TWICE])

    assert ("refund/1", "refund/2", 2, 2) == (first.label, first.answer, first.letters, first.sure)
    assert {"easy": 2} == first.difficulties
    assert {"english": 1, "spam": 1} == second.tags


def test_a_report_names_letters_only_when_asked():
    found = report({PRODUCT: [TWICE]}, ())

    assert found.mistakes is None
    assert 1 == len(found.confused)


def test_a_report_names_each_mistake_when_asked():
    wrong_twice = judged("refund/1", "none", sure=True, office="trat", automatic=True)

    found = report({PRODUCT: [wrong_twice, judged()]}, (), show_mistakes=True)

    assert [("process", True), ("office", True)] == [
        (m.what, m.stood) for m in found.mistakes or ()
    ]


def test_sums_alone_show_no_pair_and_no_group_of_a_few_letters():
    letters = [TWICE] * 5 + [ONCE] * 4

    found = report({PRODUCT: letters}, (), only_sums=True)

    assert found.confused is None
    assert found.mistakes is None
    assert ["slang"] == [group.name for group in found.by_tag]
