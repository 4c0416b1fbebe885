"""May a mail be believed that it comes from the agency it claims to come from?

Two claims: the sender's domain is an agency's, or the letter has the form of an official one.
A domain is believed by DMARC, the only check that speaks of the address which is shown, or by
SPF for that same domain. A sender's own domain may pass every check and look like an agency's.
"""

from collections.abc import Sequence

from functions.router.lookalikes import domain_of, is_agencys, looks_like_an_agencys
from shared.classification.passages import Passage
from shared.correspondence.official import official_letter
from shared.model.arrival import Arrival, Channel, Verdict, Verdicts
from shared.model.submission import ReadLetter

LOOKS_LIKE = "sender looks like an agency"
NOT_PROVEN = "agency not proven"
_OWN_LABELS = 3
"""Labels of an agency's own domain: ``mol.go.th``."""


def doubt(letter: ReadLetter, pieces: Sequence[Passage]) -> str | None:
    """The rule by which a person must look first, or None. Uploads were never checked."""
    arrival, sender = letter.arrival, letter.submission.sender
    if arrival.channel is not Channel.MAIL or sender is None:
        return None
    if looks_like_an_agencys(sender.address, sender.name):
        return LOOKS_LIKE
    domain = domain_of(sender.address)
    if is_agencys(domain):
        return None if _proven(arrival, domain) else NOT_PROVEN
    if arrival.verdicts.sender_unproven and official_letter(pieces):
        return NOT_PROVEN
    return None


def _proven(arrival: Arrival, domain: str) -> bool:
    verdicts = arrival.verdicts
    if verdicts.dmarc is Verdict.PASS or not _checked(verdicts):
        return True
    envelope = domain_of(arrival.envelope_sender or "")
    ours = _organisation(envelope) == _organisation(domain)
    return verdicts.dmarc is not Verdict.FAIL and verdicts.spf is Verdict.PASS and ours


def _checked(verdicts: Verdicts) -> bool:
    """Whether the mail service said anything: what nobody checked, nobody failed."""
    return {verdicts.spf, verdicts.dkim, verdicts.dmarc} != {Verdict.NONE}


def _organisation(domain: str) -> str:
    return ".".join(domain.split(".")[-_OWN_LABELS:])
