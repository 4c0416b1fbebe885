"""A place by which a letter ends: where its writer is, whatever was spoken of before.

``… ใบเซ็นของโรงบาลครบ แม่ใจ พะเยา``: the hospital three words before does not make these two its
address. A line of its own, or words that end a sentence before it, show that a new thought begins.
"""

import re

from functions.router.roles import Role, role_before
from shared.classification.passages import Passage, Place

REST = 24
"""The most folded letters that may follow it: the rest of the address, a polite word."""
CONNECTED = 8
"""A word that gives a role counts as joined to a place within so many folded letters."""
_ENDED = re.compile(r"(?:ครบ|แลว|ตามนี|ดวย|ไหม|เลย|นะ|ยังไง|อยางไร|อะไรบาง)$")


def closing(passage: Passage, start: int, role: Role) -> Role:
    """The role of the place at ``start``: unknown if it only closes the letter."""
    folded = passage.folded
    at_end = passage.place is Place.OWN and len(folded.text) - start <= REST
    if not at_end or not folded.gap(start, start)[:1].isspace():
        return role
    before = folded.text[max(0, start - CONNECTED) : start]
    joined, _ = role_before(before, len(before))
    return Role.UNKNOWN if joined is not role or _ENDED.search(before) else role
