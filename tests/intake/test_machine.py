"""Machines are never answered, and no person is ever taken for one."""

from pathlib import Path

import pytest

from functions.intake.mail import ParsedMail, parse_mail
from shared.model.submission import Machine

DRAWER = Path(__file__).parents[1] / "mails"


def opened(name: str) -> ParsedMail:
    return parse_mail((DRAWER / f"{name}.eml").read_bytes())


REPLIES = [
    "out-of-office-english-no-headers",
    "out-of-office-thai-exchange",
    "out-of-office-with-hint",
    "read-receipt",
    "vacation-gmail",
    "vacation-old-precedence",
]
BOUNCES = ["bounce", "bounce-exchange-thai", "bounce-exim", "bounce-qmail"]
TAKEN_IN_UNANSWERED = {
    "list": Machine.LIST,
    "made-by-a-system": Machine.AUTO_GENERATED,
    "newsletter": Machine.BULK,
    "no-reply-address": Machine.AUTO_GENERATED,
}


@pytest.mark.parametrize("name", REPLIES)
def test_an_automatic_reply_is_known(name):
    mail = opened(name)

    assert (True, False) == (mail.auto_reply, mail.bounce)


@pytest.mark.parametrize("name", BOUNCES)
def test_a_bounce_is_known(name):
    assert opened(name).bounce


@pytest.mark.parametrize("name", TAKEN_IN_UNANSWERED)
def test_mail_of_lists_and_systems_is_taken_in_but_marked(name):
    mail = opened(name)

    assert TAKEN_IN_UNANSWERED[name] is mail.machine
    assert (False, False, False) == (mail.auto_reply, mail.bounce, mail.ours)


def test_our_own_mail_is_known():
    assert opened("ours").ours


PEOPLE = sorted(path.stem for path in DRAWER.glob("person-*.eml"))


@pytest.mark.parametrize("name", PEOPLE)
def test_a_persons_letter_is_a_persons_letter(name):
    mail = opened(name)

    assert (None, False, False, False) == (mail.machine, mail.auto_reply, mail.bounce, mail.ours)


def test_all_other_mails_of_the_drawer_are_from_people():
    machines = {*REPLIES, *BOUNCES, *TAKEN_IN_UNANSWERED, "ours"}
    others = {path.stem for path in DRAWER.glob("*.eml")} - machines
    taken = {
        name
        for name in others
        for mail in [opened(name)]
        if mail.machine or mail.auto_reply or mail.bounce or mail.ours
    }

    assert set() == taken


HEADERS = [
    pytest.param("Auto-Submitted: auto-replied; owner-email=a@b.example", True, id="RFC 5436 form"),
    pytest.param("Auto-Submitted: auto-replied (vacation)", True, id="with a comment"),
    pytest.param("X-Autorespond: yes", True, id="cPanel"),
    pytest.param("X-Auto-Response-Suppress: All", False, id="Exchange's wish alone"),
    pytest.param("X-Autoreply: no", False, id="a program that says no"),
    pytest.param("Return-Path: <>", False, id="an empty return path alone"),
    pytest.param("In-Reply-To: <1@sso.go.th>", False, id="an answer"),
]


@pytest.mark.parametrize(("header", "machine"), HEADERS)
def test_one_header_alone(header, machine):
    raw = f"From: a@mail.example\nSubject: เรื่องเดิม\n{header}\n\nข้อความ\n".encode()

    assert machine is parse_mail(raw).auto_reply
