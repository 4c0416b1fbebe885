"""What an event of a letter's history says was done, in words. Pure."""

from functions.desk.words import DEEDS_DONE, Words
from shared.model.event import Did, Event

CONFIRMED = Words("ยืนยันกระบวนงาน", "Confirmed the process")


def done(event: Event) -> Words:
    """A correction to what the letter was taken for already confirms it."""
    before, _, after = event.detail.partition(" ")
    if event.did is Did.CORRECTED and before == after:
        return CONFIRMED
    return DEEDS_DONE[event.did]
