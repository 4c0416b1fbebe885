"""Are the lists in order that offices edit?"""

from collections.abc import Callable, Iterator, Mapping

from cli.doctor.finding import Finding, Health
from cli.place import Place
from shared.classification import learned_file
from shared.classification.vocabulary import load as load_vocabulary
from shared.directory import (
    checklists,
    deliveries,
    gazetteer,
    holidays,
    jurisdictions,
    offices,
    processes,
)
from shared.errors import BadDirectory

LISTS: Mapping[str, Callable[[], object]] = {
    "offices": lambda: offices.load().offices,
    "processes": processes.load,
    "checklists": checklists.load,
    "gazetteer": gazetteer.load,
    "jurisdictions": jurisdictions.load,
    "deliveries": deliveries.load,
    "holidays": holidays.declared_days,
    "words": load_vocabulary,
    "learned part": learned_file.load,
}


def lists(_: Place) -> Iterator[Finding]:
    """Each list of this copy of the product keeps its own rules."""
    for name, load in LISTS.items():
        try:
            found = load()
        except BadDirectory as wrong:
            yield Finding(name, Health.ILL, str(wrong), "mend the row and deploy")
        else:
            number = len(found) if hasattr(found, "__len__") else 0
            yield Finding(name, Health.WELL, f"{number} rows" if number else "in order")
