"""Arrival: one thing that came in at one channel."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256

from pydantic import AwareDatetime

from shared.model.fact import ArrivalId, Fact


class Channel(StrEnum):
    """The way in."""

    MAIL = "mail"
    UPLOAD = "upload"
    DROP = "drop"


PREFIXES: Mapping[Channel, str] = {
    Channel.MAIL: "mail/",
    Channel.UPLOAD: "uploads/",
    Channel.DROP: "dropbox/",
}
"""Where the receipt rule stores mails, and what the upload bucket announces (template.yaml)."""
MANIFEST = "manifest.json"
"""The file that closes an upload's folder."""
SES_SETUP = "AMAZON_SES_SETUP_NOTIFICATION"
"""What SES stores once among the mails when a rule is made: no letter."""


class Verdict(StrEnum):
    """What the mail service's checks said (SES receipt object); NONE: it did not say."""

    PASS = "PASS"  # noqa: S105 - SES's word for "in order", not a password
    FAIL = "FAIL"
    GRAY = "GRAY"
    PROCESSING_FAILED = "PROCESSING_FAILED"
    DISABLED = "DISABLED"
    NONE = "NONE"


class Verdicts(Fact):
    """The five checks of the receiving mail service, kept apart."""

    spam: Verdict = Verdict.NONE
    virus: Verdict = Verdict.NONE
    spf: Verdict = Verdict.NONE
    dkim: Verdict = Verdict.NONE
    dmarc: Verdict = Verdict.NONE

    @property
    def sender_unproven(self) -> bool:
        """DMARC failed, or SPF or DKIM did and nothing passed: the address may be forged.

        Only DMARC speaks of the address that people see: SPF and DKIM pass for whatever domain
        the envelope or the signature names. A domain that publishes none of them fails none.
        """
        checks = (self.spf, self.dkim, self.dmarc)
        failed = Verdict.FAIL in checks and Verdict.PASS not in checks
        return failed or self.dmarc is Verdict.FAIL


class Arrival(Fact):
    """Where a letter lies, how it came, and when the mail service or S3 accepted it.

    ``recipients`` are envelope recipients (RCPT TO), not the To: header.
    ``received_at`` is the accepting service's time: the Electronic Government Act
    B.E. 2565, section 10, counts from there.
    """

    id: ArrivalId
    channel: Channel
    bucket: str
    key: str
    received_at: AwareDatetime
    recipients: tuple[str, ...] = ()
    envelope_sender: str | None = None
    verdicts: Verdicts = Verdicts()


def arrival_id(bucket: str, key: str, version: str = "") -> ArrivalId:
    """The same stored object gets the same id, so a redelivered notice is recognised."""
    return ArrivalId(sha256(f"{bucket}\n{key}\n{version}".encode()).hexdigest()[:20])
