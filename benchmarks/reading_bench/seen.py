"""The runs of text that a person sees in a text part: its lines, or what an HTML page shows."""

from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "title", "template", "noscript", "noframes"})
_BLOCKS = frozenset(
    {"p", "div", "br", "tr", "td", "th", "li", "table", "h1", "h2", "h3", "h4", "hr", "pre",
     "body", "html", "head", "ul", "ol", "blockquote", "center", "dl", "dt", "dd", "form"}
)  # fmt: skip


def seen_runs(text: str, declared_type: str) -> tuple[str, ...]:
    """The lines of a plain text; of an HTML page what stands together in one block."""
    if declared_type != "text/html":
        return tuple(line for line in text.split("\n") if line.strip())
    page = _Page()
    page.feed(text)
    if not page.rawdata.startswith("<"):  # a tag that never ends is shown by nobody
        page.close()
    return tuple(page.runs())


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._runs: list[str] = [""]
        self._inside = 0

    def runs(self) -> list[str]:
        return [run for run in self._runs if run.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._inside += tag in _UNSEEN
        if tag in _BLOCKS:
            self._runs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag in _UNSEEN and self._inside > 0
        if tag in _BLOCKS:
            self._runs.append("")

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self._runs[-1] += data
