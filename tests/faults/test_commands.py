"""`make faults` and `make soak` in small: what they hold every letter to, a change breaks here."""

import subprocess
import sys

import pytest

from tests.structure.source import PROJECT

SECONDS = 600


def printed(*command: str) -> str:
    """What a command printed that must find nothing wrong."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert 0 == done.returncode, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


SCENARIOS = [
    pytest.param("refusal", id="a letter that is refused"),
    pytest.param("take and finish, once", id="a clerk who never tries again"),
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_whichever_call_fails_the_letter_ends_as_it_must(scenario):
    said = printed("faults", "--quick", "--random", "1", "--only", scenario)

    assert " 0 violations" in said


def test_what_can_never_succeed_lies_on_the_desk_with_its_reason_and_can_be_given_back():
    said = printed("faults", "--only", "hopeless message to router", "--plan", "0 after killed")

    assert "sqs.DeleteMessage" in said, "it was given back"
    assert "hopeless message to router:" not in said


def test_of_many_letters_with_many_faults_none_is_lost():
    said = printed("faults.soak", "--letters", "25", "--faults", "0.05")

    assert "0 violations, 0 letters lost" in said
