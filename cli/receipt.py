"""``saraban receipt``: the paper of a letter's receipts made again, the same to the byte."""

import argparse
import sys

from cli.place import here, letter_of
from cli.trouble import Trouble
from functions.notify.paper.printing import print_paper
from shared.errors import NotPrinted
from shared.model.letter import LetterRecord
from shared.model.seal import Seal
from shared.ports.register import Register


def run(asked: argparse.Namespace) -> int:
    """Write a PDF for each sealed receipt of a letter: its own, and those of what joined it."""
    register = here(asked.town).register
    letter = letter_of(asked.reference, register)
    seals = _seals(letter, register)
    asked.out.mkdir(parents=True, exist_ok=True)
    for number, seal in enumerate(seals, start=1):
        file = asked.out / f"SSO-{letter.reference}-{number}.pdf"
        try:
            file.write_bytes(print_paper(seal))
        except NotPrinted as error:
            raise Trouble(f"The typesetter cannot set it here: {error}.") from None
        sys.stdout.write(f"{file}\n")
    return 0


def _seals(letter: LetterRecord, register: Register) -> list[Seal]:
    arrivals = dict.fromkeys((letter.arrival_id, *register.arrivals.of(letter.submission_id)))
    receipts = (register.receipts.get(arrival) for arrival in arrivals)
    seals = [receipt.seal for receipt in receipts if receipt and receipt.seal]
    if not seals:
        raise Trouble("Its sender was sent no receipt, so there is none to make again.")
    return seals
