"""``saraban verify``: is a receipt, or a code copied from one, really ours? Needs no network.

It exits with 0 only if everything asked about is genuine, to the last byte.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from cli.trouble import Trouble
from cli.verify_view import code_said, statement_said
from functions.notify.paper.printing import TYPESETTER, print_paper
from local.receipt_key import FILE
from shared.errors import NotGenuine, NotOurKey, NotPrinted
from shared.model.seal import Seal, Statement
from shared.sealing.checking import check_code, check_seal, public_keys
from shared.sealing.code import VERSION
from shared.sealing.sealed_file import seal_in

WRONG = {
    "not_a_code": "this is not a receipt's code; a sign is missing, wrong or too many",
    "not_signed_by_us": "the signature is not by this key: a sign was changed, or it is not ours",
    "statement_changed": "the facts in the file are not those that were signed",
    "statement_unreadable": "the facts in the file cannot be read",
    "no_receipt": "no receipt of ours is in this file",
}

_LONG = 80
"""Signs of a code that are said again."""


def run(asked: argparse.Namespace) -> int:
    """Check each; say what was signed, and whether the file shows just that."""
    keys = _keys(asked.key or asked.town / FILE)
    genuine = [_check(given, keys) for given in asked.what]
    return 0 if all(genuine) else 1


def _keys(file: Path) -> tuple[EllipticCurvePublicKey, ...]:
    try:
        return public_keys(file.read_bytes())
    except OSError:
        raise Trouble(
            f"There is no key in {file}. Give the published public key with --key FILE."
        ) from None
    except NotOurKey:
        raise Trouble(f"{file} holds no public key of ours (PEM, P-256).") from None


def _check(given: str, keys: Sequence[EllipticCurvePublicKey]) -> bool:
    # What a telephone reads from the QR code is an address with the code behind a #.
    code = given.rpartition("#")[2].strip()
    try:
        if not code.startswith(VERSION):
            return _check_file(Path(given), keys)
        summary = check_code(code, keys)
    except NotGenuine as wrong:
        return _say(given, "NOT GENUINE", WRONG[wrong.reason])
    _say(summary.reference, "GENUINE", "we signed a receipt that says:", ok=True)
    sys.stdout.write(code_said(summary))
    return True


def _check_file(file: Path, keys: Sequence[EllipticCurvePublicKey]) -> bool:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}.") from None
    seal = seal_in(content)
    statement = check_seal(seal, keys)
    genuine = _compare(file, content, seal, statement)
    sys.stdout.write(statement_said(statement))
    return genuine


def _compare(file: Path, content: bytes, seal: Seal, statement: Statement) -> bool:
    """The signature speaks of the facts; only making the file again speaks of what it shows."""
    try:
        same = print_paper(seal) == content
    except NotPrinted:
        same = False
    if same:
        return _say(str(file), "GENUINE", "to the last byte what we made of these facts:", ok=True)
    if statement.typesetter != TYPESETTER:
        why = f"set with {statement.typesetter}, here is {TYPESETTER}. Trust only these facts:"
        return _say(str(file), "FACTS GENUINE, PAPER NOT COMPARED", why)
    return _say(str(file), "CHANGED", "not the file that we made. Only these facts were signed:")


def _say(what: str, verdict: str, why: str, *, ok: bool = False) -> bool:
    sys.stdout.write(f"{_short(what)}: {verdict}: {why}\n")
    return ok


def _short(what: str) -> str:
    """A file's path as it is; a code that was typed wrong, by its beginning."""
    return f"{what[:_LONG]}…" if len(what) > _LONG and what.startswith(VERSION) else what
