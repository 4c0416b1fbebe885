"""The envelope of a mail that is only known by its headers. Pure."""

from email import policy
from email.parser import BytesHeaderParser
from email.utils import getaddresses


def sender(content: bytes) -> str:
    """The address in From, or nothing: then the mail goes with the null sender."""
    return next((address for address in _addresses(content, "from") if address), "")


def recipients(content: bytes, domain: str) -> list[str]:
    """Our addresses in To, Cc and Bcc: a sender's server brings us those of our domain only."""
    named = dict.fromkeys(_addresses(content, "to", "cc", "bcc"))
    return [address for address in named if address.lower().endswith(f"@{domain.lower()}")]


def _addresses(content: bytes, *names: str) -> list[str]:
    headers = BytesHeaderParser(policy=policy.compat32).parsebytes(content)
    values = [str(value) for name in names for value in headers.get_all(name, [])]
    return [address for _, address in getaddresses(values)]
