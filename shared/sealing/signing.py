"""Signing a statement: the one place where a seal is made."""

from shared.model.seal import Seal, Statement
from shared.ports.neighbours import Signer
from shared.sealing.canonical import canonical
from shared.sealing.code import to_be_signed, with_signature


def sealed(statement: Statement, signer: Signer) -> Seal:
    """The statement with its code. Raises TryLater when the signer is busy."""
    signed = to_be_signed(statement)
    signature = signer.sign(signed.encode())
    return Seal(statement=canonical(statement), code=with_signature(signed, signature))
