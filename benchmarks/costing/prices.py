"""The dated price file, and what is assumed where nothing could be measured."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.line.witness import Call
from shared.model.fact import Fact

FILE = Path(__file__).with_name("prices.toml")


class Price(Fact):
    """One line of the price list; ``usd`` is None where no source for it was found."""

    what: str
    usd: float | None = None
    per: str
    region: str
    """Of the list that it stands in: prices of another region are an approximation."""
    source: str
    read: str
    """The day on which the source says that it was read or in force."""


class Assumed(Fact):
    """What no benchmark without an account can measure."""

    megabytes_of_a_processor: float
    platform_log_bytes: int
    empty_polls_a_minute: int
    waits: Mapping[str, float]
    """Seconds that a call takes beyond our own processor time, by service, or operation."""

    def wait(self, call: Call) -> float:
        """Seconds for one call."""
        return self.waits.get(f"{call.service}.{call.operation}", self.waits[call.service])


class PriceFile(Fact):
    """Everything that ``prices.toml`` says."""

    region: str
    assumed: Assumed
    prices: Mapping[str, Price]


def load(path: Path = FILE) -> PriceFile:
    """The price file. Raises ValidationError when it says something else than prices."""
    return PriceFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
