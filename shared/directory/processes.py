"""The processes: the 44 of appendix 1, and four that people write about outside it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.editions import Edition, edition_on
from shared.directory.table import DATA, Row, once, read
from shared.errors import BadDirectory
from shared.model.fact import ProcessId
from shared.model.process import AGENCY, ENQUIRY, HOSPITAL_USER, NOTHING, PrescribedChannel, Process

COLUMNS = (
    "id",
    "name_th",
    "name_en",
    "channel",
    "channel_th",
    "channel_en",
    "published",
    "published_channel",
    "correction",
)
OUTSIDE = frozenset({AGENCY, HOSPITAL_USER, ENQUIRY, NOTHING})
"""The four that are not in appendix 1; every edition has them."""


def load(day: date | None = None, data: Path = DATA) -> Mapping[ProcessId, Process]:
    """The processes of the edition in force on ``day`` (newest without one), as published.

    Raises BadDirectory naming file and row when the data breaks its own rules.
    """
    return _load(edition_on(day, data))


@cache
def _load(edition: Edition) -> Mapping[ProcessId, Process]:
    rows = read(edition.folder / "processes.csv", COLUMNS)
    for column in ("id", "name_th", "name_en"):
        once(rows, column)
    found = {process.id: process for process in map(_process, rows)}
    if len(found) != edition.processes:
        raise BadDirectory(f"processes.csv: {len(found)} processes, not {edition.processes}")
    if missing := OUTSIDE - found.keys():
        raise BadDirectory(f"processes.csv: no {', '.join(sorted(missing))}")
    return MappingProxyType(found)


def _process(row: Row) -> Process:
    known = {"published": row["published"], "channel_th": row["channel_th"]}
    process = row.fact(Process, channel_en=row["channel_en"], **known)
    if (process.channel is PrescribedChannel.OUTSIDE) != (process.id in OUTSIDE):
        raise row.wrong(f"channel {process.channel.value!r} does not fit {process.id}")
    if process.id != NOTHING and not all((process.channel_th, process.channel_en)):
        raise row.wrong("no words for the prescribed channel")
    if process.id not in OUTSIDE and not process.published:
        raise row.wrong("no published wording")
    return process
