"""Whether an HTML page can be laid out at a bounded cost.

Laying out pads: each row of a table to its widest cell, each line of a list to its depth. A
page of some kilobytes can thereby become gigabytes of blanks.
"""

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_MOST_BLANKS = 100_000_000
"""Signs that padding may come to at worst; a newsletter comes to some millions."""
_MOST_LINES = 20_000
"""Laying out takes 20 s for 100,000 kept line breaks: its time grows with their square."""
_MOST_ELEMENTS = 50_000
_DEEPEST = 60
"""Tables within tables; each is laid out again in the next."""
_INDENT = 4
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol"})
_LINES = frozenset({"tr", "li", "p", "br", "div", "pre"})


@dataclass
class _Seen:
    """What stands on the page so far."""

    signs: int = 0
    rows: int = 0
    lines: int = 0
    cells: int = 0
    elements: int = 0
    tables: int = 0
    lists: int = 0
    deepest_table: int = 0
    deepest_list: int = 0
    kept: bool = False
    """Line breaks count, for an element somewhere keeps them."""

    def start(self, tag: object) -> None:
        self.elements += 1
        self.rows += tag == "tr"
        self.cells += tag in _CELLS
        self.lines += tag in _LINES
        self.tables += tag == "table"
        self.lists += tag in _LISTS
        self.deepest_table = max(self.tables, self.deepest_table)
        self.deepest_list = max(self.lists, self.deepest_list)

    def end(self, tag: object) -> None:
        self.tables -= tag == "table"
        self.lists -= tag in _LISTS

    def text(self, text: str | None) -> None:
        if text:
            self.signs += 0 if text.isspace() else len(text)
            self.lines += text.count("\n") if self.kept else 0


def can_be_laid_out(page: HtmlElement) -> bool:
    """False for a page whose padding might come to more than _MOST_BLANKS signs."""
    seen = _Seen(
        kept=bool(page.xpath("boolean(//pre|//xmp|//listing|//*[contains(@style,'pre')])"))
    )
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            seen.start(element.tag)
            seen.text(element.text)
        else:
            seen.end(element.tag)
            seen.text(element.tail)
    padding = seen.rows * seen.signs + seen.lines * seen.deepest_list * _INDENT
    bounded = padding <= _MOST_BLANKS and seen.lines + seen.cells <= _MOST_LINES
    return bounded and seen.elements <= _MOST_ELEMENTS and seen.deepest_table <= _DEEPEST
