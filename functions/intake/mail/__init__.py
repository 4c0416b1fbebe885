"""Mail: the bytes of one message become a ParsedMail, and no bytes make it fail.

The tree of parts is taken apart here and not by the standard library's parser: that one
hands a part with a broken boundary to nobody, re-writes nested messages when asked for
their bytes, and has no bound on depth. Header values stay bytes until their charset is
known.
"""

from functions.intake.mail.parsed import MailPart, ParsedMail
from functions.intake.mail.parsing import MOST_BYTES, parse_mail

__all__ = ["MOST_BYTES", "MailPart", "ParsedMail", "parse_mail"]
