"""Province: one of the 77, Bangkok among them."""

from shared.model.fact import Fact


class Province(Fact):
    """A province by its two-digit official code. ``aliases`` are other written forms."""

    code: str
    name_th: str
    name_en: str
    aliases: tuple[str, ...] = ()
