"""Our reader and the plain engine, page by page and letter by letter, as tables."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table

from benchmarks.reading_bench.whole_letters import LetterResult
from cli.tables import table


@dataclass(frozen=True)
class PageResult:
    """One page in one condition, read both ways; ``wrong`` of ``signs`` signs are."""

    condition: str
    font: str
    sheet: str
    signs: int
    wrong: int
    plain_wrong: int
    seconds: float
    plain_seconds: float
    pages: int
    glances: int


def tables(pages: Sequence[PageResult], letters: Sequence[LetterResult]) -> Iterator[Table]:
    """By condition, by font, and by letter."""
    yield _error_table("condition", pages, lambda each: each.condition)
    yield _error_table("font", pages, lambda each: each.font)
    if letters:
        yield _letter_table(letters)


def _error_table(name: str, pages: Iterable[PageResult], by: Callable[[PageResult], str]) -> Table:
    groups: dict[str, list[PageResult]] = defaultdict(list)
    for each in pages:
        groups[by(each)].append(each)
    shown = table(name, "pages", "error", "plain", "worst page", "plain", "s/page", "plain",
                  "times", "glances/page")  # fmt: skip
    for group, found in groups.items():
        shown.add_row(group, *_cells(found))
    shown.add_row("all", *_cells([each for found in groups.values() for each in found]))
    return shown


def _cells(found: Sequence[PageResult]) -> Iterator[str]:
    signs = sum(each.signs for each in found)
    read = max(1, sum(each.pages for each in found))
    seconds = sum(each.seconds for each in found) / read
    plain = sum(each.plain_seconds for each in found) / len(found)
    yield str(len(found))
    yield f"{sum(each.wrong for each in found) / signs:.1%}"
    yield f"{sum(each.plain_wrong for each in found) / signs:.1%}"
    yield f"{max(each.wrong / each.signs for each in found):.1%}"
    yield f"{max(each.plain_wrong / each.signs for each in found):.1%}"
    yield f"{seconds:.2f}"
    yield f"{plain:.2f}"
    yield f"{seconds / plain:.2f}"
    yield f"{sum(each.glances for each in found) / read:.2f}"


def _letter_table(letters: Sequence[LetterResult]) -> Table:
    shown = table("letter", "sent as", "pages", "read", "share", "s", "plain s", "decided",
                  "plain", "with the true text")  # fmt: skip
    for each in letters:
        shown.add_row(
            each.letter, each.sent_as, str(each.pages), str(each.read),
            f"{each.read / each.pages:.0%}", f"{each.seconds:.1f}", f"{each.plain_seconds:.1f}",
            f"{each.ours}{'' if each.sure else ' ?'}", each.plain, each.true,
        )  # fmt: skip
    pages, read = sum(each.pages for each in letters), sum(each.read for each in letters)
    same = sum(each.ours == each.true for each in letters)
    wrong = sum(each.ours != each.true and each.sure for each in letters)
    plain = sum(each.plain == each.true for each in letters)
    shown.add_row("all", "", str(pages), str(read), f"{read / pages:.0%}", "", "",
                  f"{same} of {len(letters)} right, {wrong} wrong and sure",
                  f"{plain} right", "")  # fmt: skip
    return shown
