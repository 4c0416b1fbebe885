"""The agencies that hand in letters by the API, by the client ids of their programs.

The gate knows a client by its id alone; whose it is stands here. A client without a row is let
in all the same (the deployment names who is), and the desk shows its id.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.table import DATA, once, read
from shared.model.fact import Fact

COLUMNS = ("client", "name_th", "name_en", "source", "who", "when")


class Agency(Fact):
    """One agency's program: ``source`` says who asked for it, ``who`` entered it, and ``when``."""

    client: str
    name_th: str
    name_en: str
    source: str
    who: str
    when: date


@cache
def load(data: Path = DATA) -> Mapping[str, Agency]:
    """Every known agency, by client id. Raises BadDirectory naming the row."""
    rows = read(data / "agencies.csv", COLUMNS)
    once(rows, "client")
    return MappingProxyType({one.client: one for one in (row.fact(Agency) for row in rows)})
