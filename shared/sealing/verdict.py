"""Is a receipt ours? A code, or a receipt's file, against the published keys."""

from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from shared.errors import NotGenuine
from shared.model.fact import Fact
from shared.model.seal import Statement
from shared.sealing.checking import check_code, check_seal
from shared.sealing.code import Summary, parse
from shared.sealing.sealed_file import seal_in

LONGEST_CODE = 4_000
LARGEST_FILE = 2 * 1024 * 1024
"""A receipt has about 100 kB."""


class Verdict(Fact):
    """What was found. ``reason`` names why it is not genuine; then nothing else is there.

    ``summary`` is what the code says by itself. ``statement`` is there when a file was
    checked: the facts and words that were signed, whatever the file may show.
    """

    reason: str = ""
    code: str = ""
    summary: Summary | None = None
    statement: Statement | None = None

    @property
    def genuine(self) -> bool:
        """We signed it."""
        return not self.reason


def of_code(written: str, keys: Sequence[EllipticCurvePublicKey]) -> Verdict:
    """The verdict on a code as it was pasted, an address before its ``#`` or not."""
    code = "".join(written[:LONGEST_CODE].rpartition("#")[2].split())
    try:
        return Verdict(code=code, summary=check_code(code, keys))
    except NotGenuine as wrong:
        return Verdict(reason=wrong.reason)


def of_file(content: bytes, keys: Sequence[EllipticCurvePublicKey]) -> Verdict:
    """The verdict on a receipt's PDF: on the facts in it, not on how it looks."""
    if len(content) > LARGEST_FILE:
        return Verdict(reason="no_receipt")
    try:
        seal = seal_in(content)
        statement = check_seal(seal, keys)
    except NotGenuine as wrong:
        return Verdict(reason=wrong.reason)
    return Verdict(code=seal.code, summary=parse(seal.code), statement=statement)
