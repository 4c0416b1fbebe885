"""The learned part helps the rules, and never speaks where it must not."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.labelled import letter_from
from shared.classification import learned_file
from shared.classification.classify import by_rules, classify, classify_with
from shared.classification.learned import Learned
from shared.classification.mixing import HELD, agreed, damped, mix
from shared.directory import offices, processes
from shared.errors import BadDirectory
from shared.model.fact import ProcessId

PROCESSES = processes.load()
DENTAL, CHILD, NOTHING = map(ProcessId, ("ssf-benefit/2", "ssf-benefit/7", "none"))
LETTERS = Path(__file__).parents[2] / "benchmarks" / "letters"
AT = datetime(2026, 11, 20, tzinfo=UTC)
CONTENT = learned_file.FILE.read_bytes()
ABOUT, RUNS, HALVES = learned_file.parts(CONTENT)


def letter(row):
    return letter_from(json.dumps(row), offices.load(), AT)[1]


def model(rows=None, **changed):
    told = {"rules": 0.7, "learned": 10.0, "version": "learned-test", "scale": 1}
    told |= {"sure_from": 0.9, "sure_alone": 0.98}
    return Learned(**{"rows": rows or {}, "processes": (DENTAL, CHILD), **told, **changed})


def row(*values):
    return sum(value + 8 << 16 * place for place, value in enumerate(values))


def test_the_file_of_the_product_is_in_order():
    assert set(processes.load()) == set(learned_file.load().processes)


def test_what_is_written_is_read():
    about = ABOUT.model_copy(update={"processes": (DENTAL, CHILD, NOTHING)})
    halves = bytes([(3 + 8) | (-7 + 8) << 4, (0 + 8) | 8 << 4])
    read = learned_file.unpack(learned_file.pack(about, ["ฟัน"], halves))
    worth = read.worth({"ฟัน"})

    assert {DENTAL: 3 * worth, CHILD: -7 * worth, NOTHING: 0} == read.scores({"ฟัน", "ไม่"})
    assert [("ฟัน", -7)] == list(read.weights({"ฟัน", "ไม่"}, CHILD))


def test_a_letter_of_very_many_runs_does_not_overflow():
    many = {f"{number:04}": row(7, -7) for number in range(9000)}
    scores = model(many).scores(many.keys())

    assert scores[DENTAL] == -scores[CHILD] == pytest.approx(7 * 9000 / 9000**0.5)


BROKEN = [
    pytest.param(b"", id="empty"),
    pytest.param(CONTENT[:-500], id="cut off"),
    pytest.param(b"PK" + CONTENT, id="something else"),
    pytest.param(learned_file.pack(ABOUT, RUNS[1:], HALVES), id="a run is missing"),
    pytest.param(learned_file.pack(ABOUT, [RUNS[1], *RUNS[1:]], HALVES), id="a run twice"),
    pytest.param(learned_file.pack(ABOUT, ["ฟ", *RUNS[1:]], HALVES), id="a run too short"),
    pytest.param(
        learned_file.pack(ABOUT.model_copy(update={"format": 3}), RUNS, HALVES), id="a later format"
    ),
    pytest.param(
        learned_file.pack(ABOUT.model_copy(update={"sure_from": 0.0}), RUNS, HALVES),
        id="always sure",
    ),
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_refused_by_name(content, tmp_path):
    path = tmp_path / "learned.bin"
    path.write_bytes(content)

    with pytest.raises(BadDirectory, match=r"learned\.bin"):
        learned_file.load(path)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(BadDirectory, match="nowhere"):
        learned_file.load(tmp_path / "nowhere")


def test_both_halves_have_their_say():
    rules = {DENTAL: 0.6, CHILD: 0.4}

    assert CHILD == best(mix(rules, {CHILD: 0.5, DENTAL: -0.5}, model()))
    assert DENTAL == best(mix(rules, {CHILD: 0.5, DENTAL: -0.5}, model(learned=0.0)))


@pytest.mark.parametrize("held", sorted(HELD))
@given(score=st.floats(-3, 3), other=st.floats(-3, 3))
def test_runs_alone_overturn_no_sign_of_who_writes_or_of_nothing(held, score, other):
    mixed = mix({held: 0.4, DENTAL: 0.35, CHILD: 0.25}, {held: score, DENTAL: other}, model())

    assert held == best(mixed)


def test_what_only_one_half_says_needs_more_confidence():
    assert model().stands(0.91, undisputed=True)
    assert not model().stands(0.91, undisputed=False)
    assert model().stands(0.99, undisputed=False)


def test_both_halves_agree_where_each_puts_it_first():
    assert agreed({DENTAL: 0.9, CHILD: 0.1}, {DENTAL: 0.4, CHILD: 0.1}, DENTAL)
    assert not agreed({DENTAL: 0.9, CHILD: 0.1}, {DENTAL: 0.1, CHILD: 0.4}, DENTAL)
    assert not agreed({DENTAL: 0.4, CHILD: 0.6}, {DENTAL: 0.4, CHILD: 0.1}, DENTAL)


def test_neighbours_in_a_topic_differ_less():
    together = {DENTAL: {DENTAL, CHILD}, CHILD: {DENTAL, CHILD}}

    assert {DENTAL: 1.0, CHILD: 0.5} == damped({DENTAL: 1.0, CHILD: 0.0}, together)


def test_the_version_names_both_parts():
    rules, _, learned = classify(letter({"body": "ขอเบิกค่าทำฟัน"}), PROCESSES).version.partition("+")

    assert rules.startswith("rules-")
    assert learned.startswith("learned-")


def test_its_evidence_is_marked_and_stands_in_the_letter():
    body = "เรียนเจ้าหน้าที่ ดิฉันไปขูดหินปูนและอุดฟันที่คลินิกมา สำรองจ่ายไปก่อน ขอเบิกค่าทำฟันค่ะ"
    found = classify(letter({"body": body}), PROCESSES)
    pieces = [piece for piece in found.evidence if piece.meaning == f"learned:{DENTAL}"]

    assert pieces
    assert all(piece.text == body[piece.start : piece.end] for piece in pieces)
    assert all(piece.weight > 0 for piece in pieces)


def test_an_empty_letter_has_nothing_to_learn_from():
    found = classify(letter({"subject": "", "body": ""}), PROCESSES)

    assert NOTHING == found.best.process
    assert not [piece for piece in found.evidence if piece.meaning.startswith("learned:")]


def test_a_process_that_was_never_learned_is_still_ranked():
    """A later edition of the list may have a process before anybody taught it."""
    some = {name: PROCESSES[name] for name in (DENTAL, CHILD, NOTHING)}
    found = classify_with(model(processes=(CHILD,)), letter({"body": "ขอเบิกค่าทำฟัน ขูดหินปูน"}), some)

    assert DENTAL == found.best.process


LINES = [
    line
    for path in sorted(LETTERS.glob("open*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
SHORT = 4
MARKS = str.maketrans("", "", "่้๊๋์็")


def doubled(text):
    return text.replace(" ", "  ").replace("\n", "\n\n")


def twice(text):
    """As some PDFs give it: vowels above and below the line doubled."""
    return re.sub("([ัิ-ู])", r"\1\1", text)


def sara_am(text):
    """As some PDFs give it: apart from its consonant."""
    return text.replace("ำ", " ำ")


def toneless(text):
    """Tone marks lost in short words, as hurried thumbs do."""
    words = text.split(" ")
    return " ".join(word.translate(MARKS) if len(word) <= SHORT else word for word in words)


def thai_digits(text):
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def unseen_signs(text):
    """As copied from a web page: spaces that do not break, and of no width."""
    return text.replace(" ", "\u00a0").replace("ร", "ร\u200b")


def capitals(text):
    return text.upper()


def decomposed(text):
    """Sara am as two signs, sara ae as two sara e."""
    return text.replace("ำ", "ํา").replace("แ", "เเ")


NOISES = [doubled, twice, sara_am, toneless, thai_digits, unseen_signs, capitals, decomposed]


@pytest.mark.parametrize("noise", NOISES)
@settings(max_examples=60, deadline=None)
@given(line=st.sampled_from(LINES))
def test_light_noise_does_not_change_the_process(noise, line):
    clean = json.loads(line)
    noisy = clean | {name: noise(clean[name]) for name in ("subject", "body")}
    before, after = (classify(letter(one), PROCESSES) for one in (clean, noisy))

    assert before.best.process == after.best.process


@settings(max_examples=60, deadline=None)
@given(line=st.sampled_from(LINES))
def test_who_writes_and_that_nothing_is_said_are_never_overruled_unseen(line):
    its = letter(json.loads(line))
    found, ruled = classify(its, PROCESSES), by_rules(its, PROCESSES).shares

    assert best(ruled) not in HELD or not found.sure or found.best.process == best(ruled)


def best(shares):
    return max(shares, key=shares.get)
