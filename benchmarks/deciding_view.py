"""The tables of ``python -m benchmarks.deciding``."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.pace import Pace, Start
from benchmarks.scoring.confusion import Confusion
from benchmarks.scoring.figures import WANTED, Figures
from benchmarks.scoring.report import Group, Report
from cli.tables import console, table

_ROWS = (
    ("process right", "process_right"),
    ("sure", "sure"),
    ("right of the sure", "sure_right"),
    (f"could be sure with {WANTED:.0%} right", "could_be_sure"),
    ("expected calibration error", "expected_error"),
    ("office right", "office_right"),
    ("automatic", "automatic"),
    ("right of the automatic", "automatic_right"),
    ("triage", "triage"),
)
_GROUP_COLUMNS = (
    ("process", "process_right"),
    ("sure", "sure"),
    ("right", "sure_right"),
    ("calibration", "expected_error"),
    ("office", "office_right"),
    ("automatic", "automatic"),
    ("right", "automatic_right"),
    ("triage", "triage"),
)
_MOST_TAGS = 4


def show(name: str, found: Report) -> None:
    """Print all tables of one file."""
    out = console()
    out.print(Text(f"\n{name}", style="bold"))
    out.print(_summary(found))
    for note in found.notes:
        out.print(f"  {note}")
    out.print(_bands(found))
    out.print(_groups("by difficulty", found.by_difficulty))
    out.print(_groups("by tag", found.by_tag))
    if found.confused is not None:
        out.print(_confused(found.confused))
    if found.mistakes is not None:
        _mistakes(out, found)


def show_pace(measured: Pace, begun: Start) -> None:
    """Print the last lines: how fast."""
    out = console()
    out.print(
        f"\n{measured.both:,.0f} letters a second on one core "
        f"(classify {measured.classify:,.0f}, route {measured.route:,.0f})"
    )
    out.print(
        f"a fresh process: {begun.data:.0f} ms of CPU to load all data, "
        f"after {begun.imports:.0f} ms of imports"
    )


def _summary(found: Report) -> Table:
    shown = table("", *found.figures)
    letters = (str(figures.letters) for figures in found.figures.values())
    shown.add_row("letters", *letters)
    for title, field in _ROWS:
        shown.add_row(title, *(_share(figures, field) for figures in found.figures.values()))
    return shown


def _bands(found: Report) -> Table:
    shown = table("confidence", "letters", "mean", "right", "too sure by", title="calibration")
    for band in found.bands:
        shown.add_row(
            f"{band.above:g} - {band.to:g}",
            str(band.letters),
            _percent(band.confidence),
            _percent(band.right),
            f"{100 * band.error:+.1f}",
        )
    return shown


def _groups(title: str, groups: Sequence[Group]) -> Table:
    columns = (column for column, _ in _GROUP_COLUMNS)
    shown = table("", "letters", *columns, "n-grams", title=title)
    shown.columns[0].no_wrap = True
    for group in groups:
        shares = (_share(group.product, field) for _, field in _GROUP_COLUMNS)
        letters = str(group.product.letters)
        shown.add_row(group.name, letters, *shares, _percent(group.ngrams_process_right))
    return shown


def _confused(pairs: Sequence[Confusion]) -> Table:
    columns = ("is", "taken for", "letters", "sure", "difficulty", "tags")
    shown = table(*columns, title="confused")
    for pair in pairs:
        shown.add_row(
            pair.label,
            pair.answer,
            str(pair.letters),
            str(pair.sure),
            _counts(pair.difficulties.items()),
            _counts(list(pair.tags.items())[:_MOST_TAGS]),
        )
    return shown


def _mistakes(out: Console, found: Report) -> None:
    shown = table("letter", "what", "is", "taken for", "confidence", "stood", title="mistakes")
    for one in found.mistakes or ():
        label = one.label if isinstance(one.label, str) else " or ".join(one.label)
        stood = "yes" if one.stood else ""
        shown.add_row(one.id, one.what, label, one.answer, f"{one.confidence:.2f}", stood)
    out.print(shown)


def _counts(counted: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" if count > 1 else name for name, count in counted)


def _share(figures: Figures, field: str) -> str:
    return _percent(getattr(figures, field))


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"
