"""Suppression: an address that nothing is sent to any more, and that is nowhere written out."""

from pydantic import AwareDatetime

from shared.model.fact import Fact
from shared.model.receipt import address_hash

HIDDEN = "•••"


class HiddenAddress(Fact):
    """An address by its hash, and as much of it as tells its owner that it is his."""

    hash: str
    shown: str
    """The first letter and the domain: ``s•••@mail.example``."""


class Suppression(Fact):
    """Nothing is sent to ``address``; ``reason`` is what came back of a mail to it."""

    address: HiddenAddress
    reason: str
    at: AwareDatetime


class Suppressed(Fact):
    """Some of them, the newest first; ``before`` leads on when there are more."""

    found: tuple[Suppression, ...]
    before: str | None


def hidden(address: str) -> HiddenAddress:
    """The address hidden. What has no domain shows nothing."""
    local, at, domain = address.strip().lower().rpartition("@")
    shown = f"{local[:1] if len(local) > 1 else ''}{HIDDEN}{at}{domain if at else ''}"
    return HiddenAddress(hash=address_hash(address), shown=shown)
