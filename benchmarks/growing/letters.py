"""Letters that grow: larger, of more pages, to more mailboxes; and a larger directory."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import partial
from random import Random
from zlib import crc32

from benchmarks.growing.exponent import Growth
from benchmarks.line.system import System
from benchmarks.reading_bench.as_deployed import read_as_deployed
from benchmarks.reading_bench.descendants import CpuWatch
from benchmarks.reading_bench.drawn import Font, pdf
from benchmarks.reading_bench.sheets import some_sheets
from functions.router.offices import route
from shared.classification.classify import classify
from shared.directory import offices, processes
from shared.directory.offices import Directory
from shared.model.submission import ReadLetter

SEED = 20261122
_KB = 1024
SIZES = (1, 10, 100, 1_000, 5_000, 25_000)
PAGES = (1, 5, 20, 100, 500)
RECIPIENTS = (1, 2, 5, 20, 70, 143)
TIMES = (1, 2, 5, 10)
_SHEETS = 20
_LONG = 1000
"""Different pages of the long PDF: the rest repeats them."""


def by_size() -> Growth:
    """A mail with one attachment, from 1 KB to 25 MB: opened, sorted out and kept."""
    return _read("letter's KB", "CPU ms to read it", SIZES, lambda kb: (_mail(kb * _KB), "l.eml"))


def by_pages() -> Growth:
    """A PDF with a text layer, from 1 to 500 pages."""
    sheets = some_sheets(_SHEETS, SEED)

    def made(pages: int) -> tuple[bytes, str]:
        return pdf([sheets[n % _SHEETS] for n in range(pages)], Font("Sarabun", 400)), "p.pdf"

    return _read("pages of a PDF", "CPU ms to read it", PAGES, made)


def by_recipients(made: System) -> Iterator[Growth]:
    """One mail to many mailboxes: calls and DynamoDB's write units, from mail to receipt."""
    boxes = sorted(offices.load().mailboxes)
    calls, writes = [], []
    for number, many in enumerate(RECIPIENTS):
        made.witness.clear()
        text = f"ขอเบิกค่าคลอดบุตร ผู้ประกันตนมาตรา 33 จังหวัดน่าน เรื่องที่ {number}"
        made.receive(_mail(_KB, text), boxes[:many], f"many{number}@mail.example")
        made.carry()
        calls.append(float(len(made.witness.calls)))
        writes.append(float(sum(call.capacity.writes for call in made.witness.calls)))
    xs = tuple(map(float, RECIPIENTS))
    yield Growth("recipients", "AWS calls", xs, tuple(calls))
    yield Growth("recipients", "write units", xs, tuple(writes))


def by_directory() -> Growth:
    """Deciding with a directory of ten times as many offices."""
    letter = read_as_deployed("l.eml", _mail(4 * _KB, "บ้านอยู่อำเภอเมืองน่าน จังหวัดน่าน")).letter
    if letter is None:
        raise ValueError("a letter of our own was refused")
    known, found = offices.load(), classify(letter, processes.load())
    ys = []
    for times in TIMES:
        larger = _larger(known, times)
        route(letter, found, larger)
        ys.append(_milliseconds(partial(route, letter, found, larger), 20))
    return Growth("offices", "CPU ms to route", tuple(144.0 * n for n in TIMES), tuple(ys))


def _larger(known: Directory, times: int) -> Directory:
    """The same offices again under other names and numbers, as if ten towns were one."""
    more = [
        office.model_copy(
            update={"code": f"{office.code}-{n}", "mailbox": f"x{n}.{office.mailbox}"}
        )
        for n in range(1, times)
        for office in known.offices
    ]
    return known.model_copy(update={"offices": (*known.offices, *more)})


def _read(
    axis: str, what: str, xs: tuple[int, ...], make: Callable[[int], tuple[bytes, str]]
) -> Growth:
    _letter(*make(xs[0]))
    ys = [_milliseconds(partial(_letter, *make(x)), 2) for x in xs]
    return Growth(axis, what, tuple(map(float, xs)), tuple(ys))


def _letter(content: bytes, name: str) -> ReadLetter | None:
    return read_as_deployed(name, content).letter


def _milliseconds(work: Callable[[], object], many: int) -> float:
    """The least processor time of so many tries: another's work only ever adds to it.

    What takes seconds is tried once.
    """
    best = float("inf")
    for _ in range(many):
        watch = CpuWatch()
        work()
        best = min(best, watch.seconds() * 1000)
        if best > _LONG:
            break
    return best


def _mail(size: int, text: str = "ขอส่งเอกสารเพิ่มเติมตามที่แจ้งไว้") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "sender@mail.example", "saraban@sso.go.th"
    message["Subject"], message["Message-ID"] = (
        "เอกสาร",
        f"<{size}-{crc32(text.encode())}@mail.example>",
    )
    message.set_content(text)
    left = size - len(message.as_bytes())
    if left > 0:
        content = Random(SEED).randbytes(left * 3 // 4)  # noqa: S311 - filling, no secret
        message.add_attachment(content, maintype="application", subtype="octet-stream",
                               filename="data.bin")  # fmt: skip
    return message.as_bytes()


def large_mail() -> Iterator[bytes]:
    """A mail as large as mail systems let through."""
    yield _mail(SIZES[-1] * _KB)
