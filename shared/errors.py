"""Every way this system says no. The class decides what follows.

``Refused``   we will not take this letter; retrying cannot help. The story notes it,
              answers the sender when ``answered`` is true, and the queue sees success.
``Quarantined`` nothing may open this letter until a person has looked; nobody is answered.
``TryLater``  a neighbour is busy; the queue delivers again.
Anything else is our own bug: it reaches the dead-letter queue and an alarm.
"""

from typing import ClassVar


class SarabanError(Exception):
    """The base of all named errors; never raised itself."""


class Refused(SarabanError):
    """A letter we will not take. ``reason`` is stable and stored; retrying cannot help."""

    reason: ClassVar[str]
    answered: ClassVar[bool] = True

    def __init__(self, detail: str = "") -> None:
        """``detail`` is for the register and the desk; never personal data."""
        super().__init__(f"{self.reason}: {detail}" if detail else self.reason)
        self.detail = detail


class EmptyLetter(Refused):
    """No subject, no body text and no document: there is nothing to act on."""

    reason = "empty_letter"


class FromAMachine(Refused):
    """A bounce or an automatic reply (RFC 3464, RFC 3834): an answer would start a loop."""

    reason = "from_a_machine"
    answered = False


class OurOwnMail(Refused):
    """A message that this system sent: taking it in would start a loop."""

    reason = "our_own_mail"
    answered = False


class LetterTooLarge(Refused):
    """More bytes than SES or the upload page accept (40 MB)."""

    reason = "letter_too_large"


class ManifestNotJson(Refused):
    """The folder's manifest.json cannot be read as JSON."""

    reason = "manifest_not_json"
    answered = False


class ManifestInvalid(Refused):
    """The manifest is JSON but not a manifest: a field is missing, unknown or wrong."""

    reason = "manifest_invalid"
    answered = False


class ManifestNamesMissingFiles(Refused):
    """The manifest lists files that are not in its folder."""

    reason = "manifest_names_missing_files"


class UnknownOffice(Refused):
    """The upload names an office that is not in appendix 2."""

    reason = "unknown_office"
    answered = False


class NotASubmission(Refused):
    """An object in the upload bucket that belongs to no folder and no drop box."""

    reason = "not_a_submission"
    answered = False


class Quarantined(SarabanError):
    """The mail service's scanners failed this letter; no parser of ours may touch it."""

    def __init__(self, reason: str) -> None:
        """``reason`` is ``virus`` or ``spam``."""
        super().__init__(reason)
        self.reason = reason


class NotANotice(SarabanError):
    """A message in intake's queue that announces nothing: a person must look at it."""


class TryLater(SarabanError):
    """A neighbour is busy or not ready; the same message will be delivered again."""


class StaleWork(SarabanError):
    """Somebody else changed this work item first; nothing was overwritten."""


class IllegalMove(SarabanError):
    """The work item's state does not allow this move."""


class BadDirectory(SarabanError):
    """A data file breaks its own rules; the row is named. Nothing starts with it."""


class NotConfigured(SarabanError):
    """A setting is missing or wrong; the cold start fails and names it."""


class UnknownReference(SarabanError):
    """No letter has this reference, or its check character is wrong."""


class ReferenceTaken(SarabanError):
    """Another letter has this reference already; draw another."""


class Undeliverable(SarabanError):
    """SES refused a message for good; retrying cannot help. ``str()`` is SES's error code."""


class NotGenuine(SarabanError):
    """A receipt or its code is not what we signed. ``reason`` is stable and says in what."""

    def __init__(self, reason: str) -> None:
        """``reason``: not_a_code, not_signed_by_us, statement_changed, statement_unreadable."""
        super().__init__(reason)
        self.reason = reason


class NotOurKey(SarabanError):
    """A file that should hold the public key of our receipts holds none."""


class NotPrinted(SarabanError):
    """The typesetter could not set a receipt on paper. ``str()`` is the name of its error."""


class LegallyHeld(SarabanError):
    """Nothing of this letter may be erased until an order ends the hold."""


class NotHere(SarabanError):
    """Nothing that this person may know of is at this address.

    Everything refused to a person is refused with this: nobody learns whether an id exists.
    """


class HeldByAnother(SarabanError):
    """Another clerk has this letter in hand."""


class FieldMissing(SarabanError):
    """A form was sent without what the action needs; ``str()`` is the field's name."""


class AlreadyConfirmed(SarabanError):
    """Another office is confirmed for a place; ``str()`` is the place's code."""


class NotItsPlace(SarabanError):
    """An office that cannot be responsible for a place; ``str()`` is the place's code."""


class NotSignedIn(SarabanError):
    """Name, password or code is wrong, or the account is closed: which one is never told."""


class DailyWorkFailed(SarabanError):
    """A work of the daily look was not done; the log says where it failed."""


class ScopeMissing(SarabanError):
    """An agency's token does not allow this; ``str()`` is the scope that would."""


class Unfit(SarabanError):
    """An agency's request cannot be done as it stands; ``str()`` is the stable name of why.

    ``faults`` are what to put right: place in the request, stable name, words that help.
    """

    def __init__(self, name: str, *faults: tuple[str, str, str]) -> None:
        """``faults`` may quote the request: they go into the answer and nowhere else."""
        super().__init__(name)
        self.faults = faults


class FormTooLarge(SarabanError):
    """A form has more bytes than are taken at once; nothing of it was kept."""


class TooOften(SarabanError):
    """Too many tries from one place in a short time."""
