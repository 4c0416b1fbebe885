"""What a stranger writes stays words: in pages, mails, paper, tables and logs."""

import csv
import html
import io
import json
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

import pytest
from pypdf import PdfReader

from functions.desk.sheets import as_csv
from functions.notify.paper.printing import print_paper
from shared.sealing.signing import sealed
from tests.desk.conftest import House, house
from tests.desk.desks import ANONG
from tests.desk.front_door import Visitor
from tests.fakes.signer import FakeSigner
from tests.sealing.statements import a_statement
from tests.story.conftest import line
from tests.story.line import STATIONS, Context, Line, as_event, as_logged, ses_notice

__all__ = ["house", "line"]

PAGES = ("/offices/nan/queue", "/offices/nan/letters/s1", "/offices/nan/register/2569")
TEMPLATES = (
    "{{ 7 * 191 }}",
    "{% for x in range(3) %}1337{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*191} #{7*191} <%= 7*191 %>",
)


def pages(house: House, written: Sequence[str]) -> Iterator[str]:
    """Every page of the desk that shows a stranger's words, with each of these as his."""
    for number, words in enumerate(written, start=1):
        house.room.lay(number, subject=words, sender={"address": "x@mail.example", "name": words})
        yield Visitor(ANONG).get(f"/offices/nan/letters/s{number}").body
        yield Visitor(ANONG).get(f"/offices/nan/search?q={words}").body
    yield Visitor(ANONG).get("/offices/nan/queue").body
    yield Visitor(ANONG).get("/offices/nan/register/2569").body


def test_a_template_in_a_letter_is_shown_as_written(house: House):
    shown = "".join(map(html.unescape, pages(house, TEMPLATES)))

    assert all(words in shown for words in TEMPLATES)
    assert "1337" not in shown.replace(TEMPLATES[1], "")
    assert "<class" not in shown


HTML = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><iframe src=//forger.example>',
    "<a href=javascript:alert(1)>กด</a>",
    "<base href=//forger.example>",
    "<meta http-equiv=refresh content=0>",
    "</title><style>*{display:none}</style>",
)


class Tags(HTMLParser):
    """Every tag of a page that a browser would do something with that we did not write."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        ours = given.get("src", "").startswith("/static/")
        runs = any(name.startswith("on") or name == "style" for name in given)
        link = given.get("href", "").lower().startswith(("javascript:", "//"))
        if runs or link or tag in BAD or (tag == "script" and not ours) or "http-equiv" in given:
            self.bad.append(tag)


BAD = {"iframe", "base", "style", "object", "embed"}


def test_markup_in_a_letter_is_shown_as_written(house: House):
    assert {()} == {tuple(Tags(page).bad) for page in pages(house, HTML)}


@pytest.mark.parametrize("written", HTML)
def test_the_page_of_a_careless_author_would_be_noticed(written: str):
    assert Tags(written).bad


TYPST = [
    pytest.param('#read("/etc/passwd")', id="a file read"),
    pytest.param('#eval("1337")', id="code"),
    pytest.param("$ sum_(i=1)^n i $ *bold* _under_", id="markup"),
    pytest.param('#image("/etc/hostname") ] ) }', id="an open bracket"),
]


@pytest.mark.parametrize("written", TYPST)
def test_a_subject_cannot_program_the_typesetter(written: str):
    halves = (
        {"language": "th", "blocks": (("title", "ใบรับ"), ("row", "ชื่อเรื่อง", written, written))},
        {"language": "en", "blocks": (("title", "Receipt"), ("item", written))},
    )
    seal = sealed(a_statement(subject=written, halves=halves), FakeSigner())
    paper = PdfReader(io.BytesIO(print_paper(seal)))
    text = "".join("".join(page.extract_text().split()) for page in paper.pages)

    assert "".join(written.split()) in text
    assert "root:" not in text


def test_a_table_for_a_spreadsheet_calculates_nothing():
    """tests/desk/test_sheets.py holds the signs one by one."""
    rows = [['=HYPERLINK("http://forger.example","เปิด")', "+1", "-1", "@SUM(1)", "ปกติ"]]
    cells = next(csv.reader(io.StringIO(as_csv([], rows).decode("utf-8-sig").split("\r\n", 1)[1])))

    assert [True, True, True, True, False] == [cell.startswith("'") for cell in cells]


FORGED_LINE = '{"level":"INFO","message":"letter_dispatched","reference":"AAAA-AAAA-AAAA"}'
FORGERS = [
    pytest.param("\n" + FORGED_LINE, id="a line of its own"),
    pytest.param("\r\n" + FORGED_LINE + "\x1b[2J", id="with a terminal's orders"),
    pytest.param("\u2028" + FORGED_LINE, id="with a line end of Unicode"),
]


@pytest.mark.parametrize("forged", FORGERS)
def test_nobody_writes_a_line_of_the_log(line: Line, caplog, forged: str):
    """Neither by a letter nor by a message that is none: what fails is logged too."""
    mail = f"From: x@mail.example\nSubject: {forged}\n\n{forged}\n".encode()
    line.put("mail-bucket", "mail/one", mail)
    line.announce("mail", ses_notice("mail/one", (f"saraban_nan@sso.go.th{forged}",)))
    line.carry()
    message = {"MessageId": forged, "ReceiptHandle": "r", "Body": forged, "MD5OfBody": ""}
    STATIONS["mail"](as_event("mail", message), Context())
    told = as_logged(caplog)

    assert told
    assert all("\n" not in entry and isinstance(json.loads(entry), dict) for entry in told)
    assert not any(json.loads(entry).get("reference") == "AAAA-AAAA-AAAA" for entry in told)
