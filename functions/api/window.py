"""The window where agencies hand in letters: who stands behind it, and how often one may ask."""

from dataclasses import dataclass

from shared.site.reception import Reception


@dataclass(frozen=True)
class Window(Reception):
    """The API's neighbours."""

    def count(self, what: str, who: str, most: int) -> None:
        """Count a request, apart from the tries at the counter. Raises as a reception does."""
        super().count(f"api {what}", who, most)
