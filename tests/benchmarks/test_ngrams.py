"""What the product is compared with must itself be honest and no straw man."""

from datetime import UTC, datetime

import numpy as np
import pytest

from benchmarks.labelled_letters import LabelledLetter
from benchmarks.ngrams.asking import ask
from benchmarks.ngrams.ridge import softmax, teach
from benchmarks.ngrams.weights import count, likeness
from benchmarks.scoring.judging import Label
from cli.labelled import letter_from
from shared.directory import offices

DENTAL, CHILD = "ssf-benefit/2", "ssf-benefit/7"
AT = datetime(2026, 11, 20, tzinfo=UTC)


def letter(subject, process):
    _, read = letter_from(f'{{"subject": "{subject}"}}', offices.load(), AT)
    return LabelledLetter("", read, Label(process=process, accepted=frozenset({process})))


TAUGHT = [
    letter("ขอเบิกค่าทำฟัน", DENTAL),
    letter("เบิกทำฟันค่ะ ขูดหินปูน", DENTAL),
    letter("ค่าถอนฟัน ทำฟัน", DENTAL),
    letter("เงินสงเคราะห์บุตร", CHILD),
    letter("ขอรับสงเคราะห์บุตรคนที่สอง", CHILD),
    letter("เงินลูก สงเคราะห์บุตร", CHILD),
]


def test_letters_like_the_taught_ones_are_recognised():
    found = ask([letter("ทำฟันมาค่ะ", "none"), letter("สงเคราะห์บุตรไม่เข้า", "none")], TAUGHT, 0.9)

    assert [DENTAL, CHILD] == [answer.process for answer in found]


def test_nobody_is_asked_about_a_letter_that_taught_them():
    """A letter like no other can only be known by one who was taught with it."""
    odd = letter("xyzzy quux", "none")

    asked_of_one_who_knows = ask([letter("xyzzy quux!", "none")], [*TAUGHT, odd], 0.9)
    asked_honestly = ask([odd], [*TAUGHT, odd], 0.9)

    assert ["none"] == [answer.process for answer in asked_of_one_who_knows]
    assert ["none"] != [answer.process for answer in asked_honestly]


def test_likeness_is_one_with_itself_and_nothing_with_the_wholly_different():
    alike = likeness(count(["abcdef", "abcdef", "กขคงจฉ"]), np.array([0, 1, 2]))

    assert pytest.approx(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]]), abs=1e-6) == alike


def test_the_shares_of_all_processes_make_one():
    alike = likeness(count([one.text for one in TAUGHT]), np.arange(len(TAUGHT)))
    ridge = teach(alike, np.array([0, 0, 0, 1, 1, 1]), 2)

    assert pytest.approx(np.ones(len(TAUGHT))) == ridge.shares(alike).sum(axis=1)


def test_left_out_answers_are_those_of_teaching_without_the_letter():
    """The closed form that sets the sharpness is what leaving out would give."""
    alike = likeness(count([one.text for one in TAUGHT]), np.arange(len(TAUGHT))).astype(float)
    classes = np.array([0, 0, 0, 1, 1, 1])
    others = np.arange(1, len(TAUGHT))
    without = teach(alike[np.ix_(others, others)], classes[others], 2)
    targets = 2 * np.eye(2)[classes] - 1
    inverse = np.linalg.inv(alike + 0.3 * np.eye(len(TAUGHT)))

    left_out = targets[0] - (inverse @ targets)[0] / inverse[0, 0]

    assert pytest.approx(alike[0, others] @ without.weights) == left_out


def test_softmax_of_equal_scores_is_equal():
    assert pytest.approx(np.full((1, 4), 0.25)) == softmax(np.zeros((1, 4)))
