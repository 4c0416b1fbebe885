"""The cells of an Excel sheet, row by row, as words."""

from dataclasses import dataclass, field

from functions.intake.reading.xml_words import Grammar, Words

_CELLS = Grammar(words=frozenset({"v", "t"}), lines=frozenset({"row"}), gaps=frozenset())


@dataclass
class Cells(Words):
    """Collects a sheet's cells; shared strings are looked up by their number."""

    grammar: Grammar = _CELLS
    shared: tuple[str, ...] = ()
    _type: str = ""
    _cell: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A cell begins with its type: ``s`` is the number of a shared string."""
        super().start(name, attributes)
        if name == "c":
            self._type, self._cell = attributes.get("t", ""), []

    def end(self, name: str) -> None:
        """A cell ends: its value is known."""
        super().end(name)
        if name == "c":
            self.found += [self._value("".join(self._cell)), "\t"]

    def data(self, text: str) -> None:
        """Part of a cell's value."""
        if self._inside:
            self._cell.append(text)

    def _value(self, written: str) -> str:
        if self._type != "s":
            return written
        known = written.isdecimal() and len(written) < _DIGITS and int(written) < len(self.shared)
        return self.shared[int(written)] if known else ""


_DIGITS = 9


@dataclass
class Strings(Words):
    """Collects the shared strings of a workbook, one per ``si``."""

    strings: list[str] = field(default_factory=list)

    def end(self, name: str) -> None:
        """A string ends."""
        super().end(name)
        if name.rpartition(":")[2] == "si":
            self.strings.append("".join(self.found))
            self.found = []
