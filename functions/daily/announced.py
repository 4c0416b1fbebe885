"""Which objects of the two buckets are arrivals, and under which ids the ledger has them. Pure."""

from shared.model.arrival import MANIFEST, PREFIXES, SES_SETUP, Arrival, Channel, arrival_id
from shared.model.fact import ArrivalId, Fact
from shared.model.stored import Stored

_SETUP = PREFIXES[Channel.MAIL] + SES_SETUP


class Announced(Fact):
    """An arrival as far as its object alone tells it."""

    arrival: Arrival
    ids: tuple[ArrivalId, ...]
    """S3's notice names an object's version or, where it has none, its tag."""


def announced(channel: Channel, stored: Stored) -> Announced | None:
    """The arrival that an object is; None for a folder's other files and SES's own word."""
    part = channel is Channel.UPLOAD and not stored.key.endswith(f"/{MANIFEST}")
    if stored.key == _SETUP or part:
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
