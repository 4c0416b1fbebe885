"""``saraban learn``: corrections teach, and what they would make worse is refused."""

import argparse
import json

import pytest

from cli.learning import command
from cli.learning.artefact import teacher
from cli.learning.lessons import LETTERS, examples
from cli.learning.trial import FOLDS, dealt, tried
from cli.trouble import Trouble
from shared.classification import learned_file

DENTAL, CHILD = "ssf-benefit/2", "ssf-benefit/7"


@pytest.fixture(scope="module")
def few():
    """Some of our own letters: enough to teach, few enough to be quick."""
    files = (LETTERS / f"{name}.jsonl" for name in ("dev", "kept", "open"))
    return [one for file in files for one in examples(file)][::8]


@pytest.fixture
def file(tmp_path):
    def write(name, *rows):
        path = tmp_path / name
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def learn(monkeypatch, few, tmp_path):
    """The command, with few of our own letters; returns the file that it wrote."""
    monkeypatch.setattr(command, "own_letters", lambda: few)

    def run(*files):
        out = tmp_path / "data" / "learned.bin"
        assert 0 == command.run(argparse.Namespace(files=list(files), out=out))
        return out

    return run


def test_what_is_written_is_a_learned_part_that_knows_its_lessons(learn, file, few, capsys):
    path = file("desk.jsonl", {"id": "1", "subject": "เบิกค่าอุดฟัน", "process": DENTAL})
    out = learn(path)
    about, _, _ = learned_file.parts(out.read_bytes())

    assert (len(few), 1) == (about.letters, about.corrections)
    assert learned_file.load(out).rows
    assert "right of the sure" in capsys.readouterr().out


def test_earlier_corrections_must_be_given_again(learn, file):
    learn(file("desk.jsonl", {"subject": "เบิกค่าอุดฟัน", "process": DENTAL}))

    with pytest.raises(Trouble, match="1 corrections, and only 0"):
        learn()


def test_corrections_that_make_it_worse_are_refused(learn, few, file, tmp_path):
    """Every letter again, almost, with another's label."""
    rows = [
        {"subject": one.letter.submission.subject, "body": f"{reading.text}!", "process": CHILD}
        for one in few
        for reading in one.letter.readings[:1]
    ]

    with pytest.raises(Trouble, match="Nothing is written"):
        learn(file("wrong.jsonl", *rows))
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param({"subject": "x", "process": "dental/1"}, "no process is called", id="a slip"),
        pytest.param({"subject": "x"}, "no process is called", id="no label"),
        pytest.param({"subject": 5, "process": DENTAL}, "not a text", id="no letter"),
        pytest.param({"subject": "x", "process": DENTAL, "also": 7}, "desk.jsonl:1", id="no list"),
    ],
)
def test_a_row_that_is_no_labelled_letter_is_named(file, row, said):
    with pytest.raises(Trouble, match=said):
        examples(file("desk.jsonl", row))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Trouble, match="nowhere"):
        examples(tmp_path / "nowhere")


def test_a_letter_is_asked_in_the_same_turn_whatever_else_is_taught():
    letters = examples(LETTERS / "open.jsonl")
    fold, some = dealt(letters), dealt(letters[5:20])

    assert some.items() <= fold.items()
    assert FOLDS == len(set(fold.values()))


def test_no_letter_is_decided_by_what_it_taught(few):
    """A run that two copies of one odd letter have is learned by none that decides them."""
    odd = [few[0], few[0]]
    trial = tried([*few, *odd], teacher())
    others = [one for one in few if one.key != few[0].key]
    rows = trial.turns[few[0].key].rows
    only_there = few[0].runs.difference(*(one.runs for one in others))

    assert not (only_there & rows.keys()) - teacher()(others).rows.keys()
