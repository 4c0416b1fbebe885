"""What SES says of mail that it took from us, what it did not take, and what came back as mail.

Shapes: SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon
SNS", and the same for feedback notifications, which differ in the name of one field; SNS
Developer Guide, "Amazon SNS message formats". Vendor texts differ and are never read: the
structured notice is what counts.
"""

from email.utils import parseaddr
from enum import StrEnum
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from shared.errors import NotANotice
from shared.model.fact import Fact
from shared.model.messages import BounceSeen, ReceiptImpossible
from shared.model.suppression import HiddenAddress, hidden


class Word(StrEnum):
    """What was said, and the reason that is kept with it."""

    PERMANENT = "bounce_permanent"
    TRANSIENT = "bounce_transient"
    UNDETERMINED = "bounce_undetermined"
    COMPLAINT = "complaint"
    REJECTED = "rejected"
    """SES found a virus in what we sent."""
    IMPOSSIBLE = "impossible"
    """SES did not take it at all; the receipt has SES's own reason."""
    MAIL = "bounce_mail"
    """A delivery report came as mail. Anybody can write one: it suppresses no address."""


SUPPRESSING = frozenset({Word.PERMANENT, Word.COMPLAINT})
"""The others may be over tomorrow: a full mailbox, a server that is down."""


class Feedback(Fact):
    """One thing said of mails of ours. Addresses are hidden here and go no further.

    ``names`` are the Message-IDs by which the mail may be known. ``certain``: it surely was
    ours, so a receipt that is not found is not noted yet.
    """

    word: Word
    names: tuple[str, ...]
    addresses: tuple[HiddenAddress, ...] = ()
    at: AwareDatetime
    certain: bool = True


class _Foreign(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class _Envelope(_Foreign):
    type: Literal["Notification"] = Field(alias="Type")
    message: str = Field(alias="Message")


class _Header(_Foreign):
    name: str
    value: str = ""


class _Mail(_Foreign):
    message_id: str = Field(alias="messageId")
    timestamp: AwareDatetime
    headers: tuple[_Header, ...] = ()


class _Recipient(_Foreign):
    address: str = Field(alias="emailAddress")


class _Bounce(_Foreign):
    kind: str = Field(alias="bounceType")
    recipients: tuple[_Recipient, ...] = Field((), alias="bouncedRecipients")


class _Complaint(_Foreign):
    recipients: tuple[_Recipient, ...] = Field((), alias="complainedRecipients")
    kind: str | None = Field(None, alias="complaintFeedbackType")


class _Event(_Foreign):
    mail: _Mail
    bounce: _Bounce | None = None
    complaint: _Complaint | None = None
    reject: dict[str, Any] | None = None


_SETUP_TEXT = "Successfully validated SNS topic"
_NO_COMPLAINT = "not-spam"
"""The recipient says that the mail was no spam after all (RFC 6430)."""


def feedback_in(body: str) -> Feedback | None:
    """What one message of the queue says; None when nothing follows from it.

    Raises NotANotice for what is neither SES's nor of one of our stations.
    """
    try:
        told = from_json(body)
        if isinstance(told, dict) and told.get("kind") == "bounce_seen":
            return _seen(BounceSeen.model_validate(told))
        if isinstance(told, dict) and told.get("kind") == "impossible":
            refused = ReceiptImpossible.model_validate(told)
            return Feedback(word=Word.IMPOSSIBLE, names=(refused.message_id,), at=refused.at)
        message = _Envelope.model_validate(told).message
        if message.startswith(_SETUP_TEXT):
            return None
        return _said(_Event.model_validate(from_json(message)))
    except (ValidationError, ValueError) as error:
        raise NotANotice(type(error).__name__) from None


def _seen(seen: BounceSeen) -> Feedback:
    return Feedback(word=Word.MAIL, names=seen.names, at=seen.at, certain=False)


def _said(event: _Event) -> Feedback | None:
    if event.bounce:
        return _feedback(event.mail, _bounce(event.bounce.kind), event.bounce.recipients)
    if event.complaint and event.complaint.kind != _NO_COMPLAINT:
        return _feedback(event.mail, Word.COMPLAINT, event.complaint.recipients)
    if event.reject is not None:
        return _feedback(event.mail, Word.REJECTED, ())
    return None


def _bounce(kind: str) -> Word:
    known = {"Permanent": Word.PERMANENT, "Transient": Word.TRANSIENT}
    return known.get(kind, Word.UNDETERMINED)


def _feedback(mail: _Mail, word: Word, recipients: tuple[_Recipient, ...]) -> Feedback:
    ours = (header.value for header in mail.headers if header.name.lower() == "message-id")
    return Feedback(
        word=word,
        names=(mail.message_id, *ours),
        addresses=tuple(hidden(parseaddr(each.address)[1]) for each in recipients),
        at=mail.timestamp,
    )
