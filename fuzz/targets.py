"""What is fuzzed: functions that get a stranger's bytes, and the errors that they may raise.

One entry for each target. Anything else that is raised, a crash of native code, a hang or a
runaway of memory is a finding: it becomes a test that fails, and is mended.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PIL import Image

from functions.feedback.events import feedback_in
from functions.intake.identity import mail_id
from functions.intake.mail import parse_mail
from functions.intake.mail.bounced import bounced_ids
from functions.intake.manifest import parse_manifest
from functions.intake.notices import arrivals
from functions.intake.opened import Piece
from functions.intake.read_on import asked_further
from functions.intake.reading.budget import Budget
from functions.intake.reading.ocr import Recognised
from functions.intake.reading.reader import read
from functions.intake.reading.refusals import Refusal
from functions.intake.unfolding import unfolded
from shared.errors import (
    LetterTooLarge,
    ManifestInvalid,
    ManifestNotJson,
    NotANotice,
    UnknownReference,
)
from shared.model.reference import parse_reference, references_in
from shared.model.submission import Role

HERE = Path(__file__).parent
DRAWER = HERE.parent / "tests"


class _Blind:
    """An engine that sees nothing, quickly."""

    def recognise(self, page: Image.Image) -> Recognised:
        """No words."""
        del page
        return Recognised((), ())


def mail(content: bytes) -> None:
    """A mail is taken apart, whatever it is; so is what lies in it."""
    with suppress(LetterTooLarge):
        parsed = parse_mail(content)
        parsed.model_dump_json(exclude={"parts"})
        mail_id(parsed)
        bounced_ids(content)
        unfolded([Piece(part.role, part.name, part.content) for part in parsed.parts])


def readers(content: bytes) -> None:
    """A document is read, or refused by a name."""
    _, reading = read(content, engine=_Blind, budget=Budget())
    reading.model_dump_json()
    if reading.refusal is not None:
        Refusal(reading.refusal)
    unfolded([Piece(Role.ATTACHMENT, "x", content)])


def manifest(content: bytes) -> None:
    """A manifest names files of its own folder, or is refused."""
    with suppress(ManifestInvalid, ManifestNotJson):
        for name in parse_manifest(content).files:
            if name.startswith("/") or ".." in name.split("/"):
                raise AssertionError(name)


def notices(content: bytes) -> None:
    """Messages of SNS, S3 and SES are understood, or wait for a person."""
    text = content.decode("utf-8", "replace")
    with suppress(NotANotice):
        asked_further(text)
    with suppress(NotANotice):
        arrivals(text, "arn:aws:sns:here:1:mail")
    with suppress(NotANotice):
        feedback_in(text)


def reference(content: bytes) -> None:
    """A reference that is found in a text is one, however often it is written and read."""
    text = content.decode("utf-8", "replace")
    for found in references_in(text):
        if parse_reference(found.lower()) != found:
            raise AssertionError(found)
    with suppress(UnknownReference):
        parse_reference(text)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "mail": mail,
    "readers": readers,
    "manifest": manifest,
    "notices": notices,
    "reference": reference,
}
SEEDS: Mapping[str, tuple[Path, ...]] = {
    "mail": (DRAWER / "mails",),
    "readers": (HERE / "corpus" / "readers", DRAWER / "documents"),
    "manifest": (HERE / "corpus" / "manifest",),
    "notices": (HERE / "corpus" / "notices",),
    "reference": (HERE / "corpus" / "reference",),
}
"""Where each begins; what was found on the way is kept beside, not in the repository."""
