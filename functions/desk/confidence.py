"""How sure the system is, in words that never say that it knows. Pure."""

from functions.desk.words import Words

_SURE, _LEAST = 0.99, 0.01


def confidence(share: float) -> Words:
    """In per cent; neither all nor nothing: an estimate is not a fact."""
    if share > _SURE:
        return Words("มากกว่า 99%", "more than 99%")
    if share < _LEAST:
        return Words("น้อยกว่า 1%", "less than 1%")
    return Words(f"{share:.0%}", f"{share:.0%}")
