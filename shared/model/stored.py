"""Stored: an object as a bucket lists it, without its content."""

from pydantic import AwareDatetime

from shared.model.fact import Fact


class Stored(Fact):
    """The version of an object that stands now.

    ``version`` is empty where the bucket keeps none; ``tag`` is S3's ETag without its quotes.
    """

    bucket: str
    key: str
    version: str
    tag: str
    at: AwareDatetime
