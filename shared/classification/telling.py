"""How much the name of a file tells about the letter: what to read first."""

from shared.classification.findings import findings
from shared.classification.passages import NOWHERE, Passage, Place
from shared.classification.vocabulary import load
from shared.thai.folding import fold


def telling(name: str) -> float:
    """The weight of the strongest word or form code in a file's name; 0.0 for ``IMG_0042.jpg``.

    Never believed for itself: a file called after a form is likely to be it.
    """
    words = (name.rpartition(".")[0] or name).replace("_", " ")
    found = findings((Passage(NOWHERE, 0, fold(words), Place.NAME),), load())
    return max((finding.weight for finding in found), default=0.0)
