"""Files that only hold others: what is read of them is the list of what is inside.

The files inside are documents of their own.
"""

from functions.intake.mail.smime import is_encrypted, sealed_content
from functions.intake.reading.archives import unpacked_archive
from functions.intake.reading.kinds import Kind
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Room
from functions.intake.reading.tidy import tidied
from shared.model.reading import Page, Reading, Source

_MOST_NAMES = 1_000
_SIGNED = Reading(pages=(Page(text="", source=Source.NONE, legibility=1.0),))
"""What was signed is a document of its own: beside it there is nothing to be read."""


def read_holder(content: bytes, kind: Kind) -> Reading:
    """The names inside, one on each line, and why something in it stays closed, if so.

    Raises Unreadable: password, corrupt, archive, bomb, too_large, encrypted_mail, empty.
    """
    if kind is Kind.PKCS7:
        return _sealed(content)
    found = unpacked_archive(content, kind, "", Room())
    names = tidied("\n".join(found.names[:_MOST_NAMES]))
    if not found.names:
        raise Unreadable(found.refusal or Refusal.EMPTY)
    page = Page(text=names, source=Source.TEXT, legibility=1.0)
    return Reading(pages=(page,), refusal=found.refusal and found.refusal.value)


def _sealed(content: bytes) -> Reading:
    if sealed_content(content) is not None:
        return _SIGNED
    raise Unreadable(Refusal.ENCRYPTED_MAIL if is_encrypted(content) else Refusal.KIND_NOT_READ)
