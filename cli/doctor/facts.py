"""Are the lists in order that offices edit, and what deciding was taught?"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from cli.doctor.finding import Finding, judged
from cli.place import Place
from functions.desk.directory_checks import FILES, check
from shared.classification import learned_file
from shared.classification.vocabulary import load as load_vocabulary
from shared.errors import BadDirectory
from shared.thai.calendar import BANGKOK

TAUGHT: Mapping[str, Callable[[], object]] = {
    "words": load_vocabulary,
    "learned part": learned_file.load,
}


def lists(_: Place) -> Iterator[Finding]:
    """Each list of this copy of the product keeps its own rules, as the desk shows them too."""
    today = datetime.now(BANGKOK).date()
    for words, load in FILES:
        found = check(words, load, today)
        yield _in_order(words.en, found.wrong, f"{found.rows} rows" if found.rows else "in order")
    for name, loaded in TAUGHT.items():
        yield _in_order(name, _wrong(loaded), "in order")


def _in_order(name: str, wrong: str, said: str) -> Finding:
    return judged(name, well=not wrong, said=wrong or said, do="mend the row and deploy")


def _wrong(load: Callable[[], object]) -> str:
    try:
        load()
    except BadDirectory as wrong:
        return str(wrong)
    return ""
