"""Which objects of the two buckets are arrivals, and under which ids the ledger has them. Pure."""

from collections.abc import Mapping

from shared.model.arrival import Arrival, Channel, arrival_id
from shared.model.fact import ArrivalId, Fact
from shared.model.stored import Stored

PREFIXES: Mapping[Channel, str] = {
    Channel.MAIL: "mail/",
    Channel.UPLOAD: "uploads/",
    Channel.DROP: "dropbox/",
}
"""Where the receipt rule stores mail, and what the upload bucket announces (template.yaml)."""
MANIFEST = "/manifest.json"
SETUP = "mail/AMAZON_SES_SETUP_NOTIFICATION"
"""What SES stores once when a rule is made: no letter."""


class Announced(Fact):
    """An arrival as far as its object alone tells it."""

    arrival: Arrival
    ids: tuple[ArrivalId, ...]
    """S3's notice names an object's version or, where it has none, its tag."""


def announced(channel: Channel, stored: Stored) -> Announced | None:
    """The arrival that an object is; None for a folder's other files and SES's own word."""
    if stored.key == SETUP or (channel is Channel.UPLOAD and not stored.key.endswith(MANIFEST)):
        return None
    names = ("",) if channel is Channel.MAIL else (stored.version, stored.tag)
    ids = tuple(
        arrival_id(stored.bucket, stored.key, name)
        for name in names
        if name or channel is Channel.MAIL
    )
    arrival = Arrival(
        id=ids[0], channel=channel, bucket=stored.bucket, key=stored.key, received_at=stored.at
    )
    return Announced(arrival=arrival, ids=ids)
