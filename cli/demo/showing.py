"""The table at the end of the demo."""

from collections.abc import Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from cli.demo.ending import Ending
from cli.tables import cut, keep_readable, keep_whole, table
from cli.thai import OUTCOMES, confidence, decided, office_name, process_short, receipt
from samples.inbox import Sample
from shared.model.letter import Outcome

LETTER = "จดหมาย / เลขอ้างอิง\nLetter / reference"
NUMBER = "เลขรับ\nNo."
PROCESS = "กระบวนงาน\nProcess"
SURE = "มั่นใจ\nSure"
OFFICE = "หน่วยงาน\nOffice"
BY = "ตัดสินโดย\nDecided by"
TOLD = "แจ้งผู้ส่ง\nReceipt"
TIME = "วินาที\ns"
CAPTION = "? เจ้าหน้าที่ยืนยันกระบวนงานอีกครั้ง  a clerk confirms the process"


def endings(
    samples: Sequence[Sample], found: Mapping[str, Ending], wrong: Mapping[str, Sequence[str]]
) -> Table:
    """A line for each sample, in the order in which they went in."""
    shown = table("", LETTER, NUMBER, PROCESS, SURE, OFFICE, BY, TOLD, TIME)
    keep_whole(shown, "", NUMBER, PROCESS, SURE, TOLD, TIME)
    keep_readable(shown, 20, LETTER)
    keep_readable(shown, 16, OFFICE)
    keep_readable(shown, 20, BY)
    shown.caption = CAPTION
    for sample in samples:
        mark = "[red]✗[/]" if wrong[sample.id] else "[green]✓[/]"
        shown.add_row(mark, *_line(sample.id, found.get(sample.id)))
    return shown


def _line(name: str, ending: Ending | None) -> tuple[str, ...]:
    if ending is None:
        return (name, *("-",) * 7)
    letter, record = ending.letter, ending.record
    how = "" if record.outcome is Outcome.WORK_ITEM else OUTCOMES[record.outcome]
    told, seconds = escape(receipt(ending.receipt).replace(" (", "\n(")), f"{ending.seconds:.1f}"
    if letter is None:
        why = f"{how}: {record.reason}" if record.reason else how
        return (name, *("-",) * 4, escape(why), told, seconds)
    best = letter.classification.best.process
    return (
        f"{name}\n[bold]{letter.reference}[/]",
        "\n".join(str(item.number) for item in ending.work),
        f"{escape(cut(process_short(best), 30))}\n[dim]{best}[/]",
        confidence(letter.classification),
        "\n".join(escape(office_name(item.office)) for item in ending.work),
        escape("\n".join(filter(None, (how, decided(letter.routing))))),
        told,
        seconds,
    )
