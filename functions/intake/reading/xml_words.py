"""The words of an office file's XML, streamed: no tree is built, so no file is too deep."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat


@dataclass(frozen=True)
class Grammar:
    """Which elements (without their prefix) hold words, and which part them."""

    words: frozenset[str]
    lines: frozenset[str]
    gaps: frozenset[str]
    left_out: frozenset[str] = frozenset()


WORD = Grammar(
    words=frozenset({"t"}),
    lines=frozenset({"p", "br", "cr"}),
    gaps=frozenset({"tab", "tc"}),
    # The same text box for older programs, and what was deleted with changes tracked.
    left_out=frozenset({"Fallback", "del", "tabs"}),
)
SLIDES = Grammar(words=frozenset({"t"}), lines=frozenset({"p", "br"}), gaps=frozenset({"tc"}))
OPEN_DOCUMENT = Grammar(
    words=frozenset({"p", "h"}),
    lines=frozenset({"p", "h", "line-break", "table-row"}),
    gaps=frozenset({"tab", "s", "table-cell"}),
    left_out=frozenset({"tracked-changes"}),
)
SHARED_STRINGS = Grammar(
    words=frozenset({"t"}), lines=frozenset(), gaps=frozenset(), left_out=frozenset({"rPh"})
)


@dataclass
class Words:
    """Collects words while XML is fed to it; ``feed`` raises expat.ExpatError."""

    grammar: Grammar
    found: list[str] = field(default_factory=list)
    _inside: int = 0
    _left_out: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Expat: an element begins."""
        del attributes
        local = name.rpartition(":")[2]
        self._inside += local in self.grammar.words
        self._left_out += local in self.grammar.left_out

    def end(self, name: str) -> None:
        """Expat: an element ends."""
        local = name.rpartition(":")[2]
        self._inside -= local in self.grammar.words
        self._left_out -= local in self.grammar.left_out
        if local in self.grammar.lines:
            self.found.append("\n")
        elif local in self.grammar.gaps:
            self.found.append("\t")

    def data(self, text: str) -> None:
        """Expat: characters."""
        if self._inside and not self._left_out:
            self.found.append(text)


def words(chunks: Iterable[bytes], grammar: Grammar) -> str:
    """The words of one XML file given in chunks. Raises expat.ExpatError when it is none."""
    collector = Words(grammar)
    run(chunks, collector)
    return "".join(collector.found)


def run(chunks: Iterable[bytes], listener: "Words") -> None:
    """Feed the chunks to expat; entities from outside are never fetched."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.data
    for chunk in chunks:
        parser.Parse(chunk, False)  # noqa: FBT003 - expat's own signature
    parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature
