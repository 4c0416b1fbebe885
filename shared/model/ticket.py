"""Ticket: leave to put one file where letters arrive."""

from collections.abc import Mapping

from shared.model.fact import Fact

GOOD_FOR = 3600
"""Seconds; whoever needs longer asks again."""


class Ticket(Fact):
    """Where a browser posts the file, and the fields that go before it in the form."""

    address: str
    fields: Mapping[str, str]
