"""The floors of the house: a room may import only rooms on floors below its own."""

from collections.abc import Iterable, Iterator

from tests.structure.source import Import

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"benchmarks", "faults", "fuzz"}),
    frozenset({"tools"}),
    frozenset({"cli"}),
    frozenset({"local", "samples"}),
    frozenset(
        {
            "functions.intake",
            "functions.router",
            "functions.notify",
            "functions.feedback",
            "functions.desk",
            "functions.portal",
            "functions.daily",
            "functions.api",
        }
    ),
    frozenset({"shared.site"}),
    frozenset({"shared.aws", "shared.station"}),
    frozenset({"shared.correspondence", "shared.deadlines", "shared.standing", "shared.tallying"}),
    frozenset(
        {
            "shared.classification",
            "shared.findable",
            "shared.office_hours",
            "shared.sealing",
            "shared.telemetry",
            "shared.uploading",
        }
    ),
    frozenset({"shared.directory", "shared.ports", "shared.settings"}),
    frozenset({"shared.model", "shared.own_words"}),
    frozenset({"shared.errors", "shared.thai"}),
)
"""From the roof down. A new room gets a place here, or the test names it."""

DEPTH = {room: depth for depth, floor in enumerate(FLOORS) for room in floor}

TOPS = sorted({room.partition(".")[0] for room in DEPTH} | {"tests"})


def upward(imports: Iterable[Import]) -> Iterator[str]:
    """One sentence for each import that does not go down."""
    for module, name in imports:
        here, there = room(module), room(name)
        if there is None or here == there:
            continue
        if here not in DEPTH:
            yield f"{module} lies in no room of tests/structure/floors.py"
        elif DEPTH.get(there, -1) <= DEPTH[here]:
            yield f"{module} imports {name}, which is not below it"


def room(name: str) -> str | None:
    """The room of a dotted path; None for what is not ours or only a house of rooms."""
    parts = name.split(".")
    if parts[0] not in TOPS:
        return None
    if parts[0] in {"shared", "functions"}:
        return ".".join(parts[:2]) if len(parts) > 1 else None
    return parts[0]
