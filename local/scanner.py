"""The mail service's scanner, as far as a laptop can play it.

It knows the two strings that the industry agreed on for trying a scanner out, EICAR's for
viruses and GTUBE for spam; SES fails them too. Where ClamAV's daemon runs, it is asked as well
(local.clamav). Everything else passes.
"""

from collections.abc import Iterator
from email import message_from_bytes

from local.clamav import daemon, found_in
from shared.model.arrival import Verdict, Verdicts

PASSED = Verdicts(
    spam=Verdict.PASS,
    virus=Verdict.PASS,
    spf=Verdict.PASS,
    dkim=Verdict.PASS,
    dmarc=Verdict.PASS,
)

EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
GTUBE = b"XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL"


def scan(content: bytes, otherwise: Verdicts = PASSED) -> Verdicts:
    """The verdicts on a mail: ``otherwise``, unless a part of it is a test string."""
    found = {}
    for part in _parts(content):
        if EICAR in part:
            found["virus"] = Verdict.FAIL
        if GTUBE in part:
            found["spam"] = Verdict.FAIL
    if "virus" not in found and (place := daemon()):
        found["virus"] = _asked(content, place)
    return otherwise.model_copy(update=found)


def _asked(content: bytes, place: str) -> Verdict:
    """As SES says it when its scanner could not be asked: PROCESSING_FAILED."""
    try:
        return Verdict.FAIL if found_in(content, place) else Verdict.PASS
    except OSError:
        return Verdict.PROCESSING_FAILED


def _parts(content: bytes) -> Iterator[bytes]:
    """The mail's parts, decoded; what cannot be taken apart is looked at as it came."""
    yield content
    try:
        for part in message_from_bytes(content).walk():
            decoded = part.get_payload(decode=True)
            if isinstance(decoded, bytes):
                yield decoded
    except Exception:  # noqa: BLE001 - foreign bytes: the mail goes on unscanned, as it came
        return
