"""The refusal: why a letter could not be taken, and what its sender can do."""

from email.message import EmailMessage

from functions.notify.facts import RefusalFacts
from functions.notify.message import Heading, Mark, compose
from functions.notify.rendering import render


def compose_refusal(facts: RefusalFacts, heading: Heading) -> EmailMessage:
    """The answer to a letter that was refused.

    Raises Undeliverable for an address that no header can hold.
    """
    if facts.english:
        subject = "Your letter to the Social Security Office could not be registered"
    else:
        subject = "สำนักงานประกันสังคมไม่อาจลงทะเบียนรับหนังสือของท่านได้"
    return compose(heading, Mark.REFUSAL, subject, render("refusal", facts, subject))
