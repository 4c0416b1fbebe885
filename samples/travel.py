"""The lines that the sender's mail server writes on top: what SES would be handed."""

from base64 import b64encode
from email.utils import format_datetime
from hashlib import sha256, sha512

from samples.letter import Letter


def stamped(letter: Letter, recipients: tuple[str, ...]) -> bytes:
    """``Received`` and ``DKIM-Signature`` of the sender's server (RFC 5321, RFC 6376).

    The signature has the right form and signs nothing: the domain is nobody's.
    """
    hop = letter.hop
    to = f"\r\n\tfor <{recipients[0]}>" if len(recipients) == 1 else ""
    domain = letter.address.partition("@")[2]
    seen = (letter.message_id + letter.hop.queue_id).encode()
    lines = (
        f"Received: from [{hop.address}] (unknown [{hop.address}])",
        f"\tby {hop.server} (Postfix) with ESMTPSA id {hop.queue_id}{to};",
        f"\t{format_datetime(hop.at)}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=example;",
        f"\tt={int(hop.at.timestamp())}; h=from:to:subject:date:message-id;",
        f"\tbh={b64encode(sha256(seen).digest()).decode()};",
        f"\tb={b64encode(sha512(seen).digest()).decode()}",
    )
    return "".join(f"{line}\r\n" for line in lines).encode()
