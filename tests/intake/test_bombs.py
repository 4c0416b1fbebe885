"""A small file that asks for gigabytes, hours or for itself is refused by name."""

import zlib
from collections.abc import Iterator

import pytest

from functions.intake.inside_apart import inside_apart
from functions.intake.opened import Piece
from functions.intake.reading.apart import ReaderApart
from functions.intake.reading.apart_watch import Limits
from functions.intake.reading.budget import Budget
from functions.intake.reading.html import html_text
from functions.intake.reading.kinds import Kind
from functions.intake.reading.room import Room
from functions.intake.reading.sniffing import kind_of
from functions.intake.unfolding import unfolded
from shared.model.submission import Role
from tests.intake import bombs
from tests.intake.bombs import one_page, pdf, stream, zeros

_MEGABYTE = 1024 * 1024
FLATE, TWICE = b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]"
INK = stream(b"0 0 9999999 20 re f")


@pytest.fixture(scope="module")
def apart() -> Iterator[ReaderApart]:
    """As in Lambda, with less of everything, so that the tests are quick."""
    reader = ReaderApart(Limits(silence=15.0, memory=400 * _MEGABYTE, worn=300 * _MEGABYTE))
    yield reader
    reader.close()


BOMBS = [
    pytest.param(bombs.same_page(), {"too_many_pages"}, id="a page named 30,000 times"),
    pytest.param(
        bombs.pages_of_pages(), {"corrupt", "too_large", "took_too_long"}, id="pages of pages"
    ),
    pytest.param(
        pdf({1: bombs.CATALOG, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}),
        {"corrupt", "not_legible", "empty"},
        id="pages that hold themselves",
    ),
    pytest.param(
        one_page(stream(zeros(350), FLATE)), {"too_large", "empty"}, id="a stream of nothing"
    ),
    pytest.param(
        one_page(stream(zlib.compress(zeros(350)), TWICE)),
        {"too_large", "empty"},
        id="the same packed twice",
    ),
    pytest.param(
        bombs.drawing_of_drawings(0),
        {"too_large", "took_too_long", "not_legible", "empty"},
        id="a drawing that draws itself",
    ),
    pytest.param(
        bombs.drawing_of_drawings(12),
        {"too_large", "took_too_long"},
        id="drawings of drawings",
    ),
    pytest.param(
        one_page(INK, box=b"[0 0 1000000000 1000000000]"), {"not_legible"}, id="a huge page"
    ),
    pytest.param(one_page(INK, box=b"[0 0 14000 10]"), {"not_legible"}, id="a page like a thread"),
    pytest.param(
        one_page(b"<</Length 4 0 R>>stream\nBT ET\nendstream"),
        {"empty", "corrupt"},
        id="a length that is itself",
    ),
    pytest.param(b"%PDF-1.4\n1 0 obj\n" + b"[" * _MEGABYTE, {"corrupt"}, id="a million brackets"),
    pytest.param(
        bombs.png(2**31 - 1, 2**31 - 1, b"x"), {"picture_too_large"}, id="declared pixels"
    ),
    pytest.param(
        bombs.png(10_000, 10_000, b"x"), {"picture_too_large"}, id="more pixels than a telephone"
    ),
    pytest.param(
        bombs.png(8800, 8980, zeros(1), colour=6, depth=16),
        {"too_large", "corrupt"},
        id="the deepest colours that fit the bound",
    ),
    pytest.param(bombs.tiff(5000), {"too_many_pages"}, id="a fax of 5,000 pages"),
    pytest.param(
        bombs.tiff(1, 200_000, 200_000), {"picture_too_large", "corrupt"}, id="a huge fax"
    ),
    pytest.param(
        bombs.zipped({"word/document.xml": bytes(201 * _MEGABYTE)}),
        {"too_large", "bomb"},
        id="a Word file that unpacks to too much",
    ),
    pytest.param(bombs.laughs(), {"corrupt", "too_large"}, id="entities of entities"),
]


@pytest.mark.parametrize(("content", "refusals"), BOMBS)
def test_it_is_refused_by_name(apart, content, refusals):
    _, reading = apart(content, budget=Budget())

    assert reading.refusal in refusals


def test_a_fax_whose_last_page_names_the_first_has_no_end_and_is_still_read(apart):
    _, reading = apart(bombs.tiff(2, 100, 100, loop=True), budget=Budget())

    assert 2 == len(reading.pages) + reading.unread_pages


def test_to_list_a_zip_of_too_many_files_is_not_even_begun():
    assert Kind.ZIP is kind_of(bombs.many_members(20_001))


HTML = [
    pytest.param("<div style='padding-left:9999999px'>x" * 20_000, id="indented by kilometres"),
    pytest.param("<p style='margin-top:9999999px'>x</p>" * 20_000, id="pages of empty lines"),
    pytest.param("<table><tr><td>" + "x" * 90_000 + "<tr><td>y" * 9_000, id="a wide column"),
    pytest.param("<ul>" * 300 + "<li>x" * 30_000, id="a list in a list in a list"),
    pytest.param("<table><tr><td>" * 200 + "x" * 9_000, id="tables in tables"),
    pytest.param("<pre>x" + "\n" * 300_000, id="kept empty lines"),
    pytest.param("<p>x" + "\t" * 900_000, id="blanks"),
    pytest.param(" " * 900_000 + "<p>x", id="blanks before everything"),
    pytest.param("<a>" * 200_000 + "x", id="tags of no use"),
]


@pytest.mark.parametrize("page", HTML)
def test_no_html_page_becomes_much_larger_than_it_is(page):
    """A body of HTML is read by intake itself, so nothing may be wrong with it."""
    text = html_text(page)

    assert "x" in text
    assert len(text) <= 30 * len(page)


def test_hidden_text_stays_hidden_and_kept_line_breaks_are_kept():
    page = "<p style='display:none'>hidden</p><p style='white-space: pre-wrap'>one\ntwo</p>"

    assert "one\ntwo" == html_text(page).strip()


def piece(content: bytes) -> Piece:
    return Piece(Role.ATTACHMENT, "files.zip", content)


def test_what_is_inside_an_archive_comes_out_of_the_other_process(apart):
    opened = inside_apart(apart)
    found = unfolded(
        [piece(bombs.zipped({"ก.txt": "สวัสดี".encode(), "b.txt": b"hello"}))],
        Room(),
        lambda each, room: opened(each, room, Budget()),
    )

    assert ["files.zip", "ก.txt", "b.txt"] == [each.name for each in found]
    assert ["สวัสดี".encode(), b"hello"] == [each.content for each in found[1:]]


def test_what_it_may_take_out_is_counted_for_the_whole_letter(apart):
    room = Room(members=3)
    opened = inside_apart(apart)
    two = piece(bombs.zipped({"a.txt": b"a", "b.txt": b"b"}))
    found = unfolded([two, two], room, lambda each, room: opened(each, room, Budget()))

    assert 5 == len(found)
    assert [0, 0, 0, 1, 0] == [each.left_out for each in found]


def test_an_archive_that_stops_its_opener_stays_shut_and_is_kept():
    reader = ReaderApart(
        Limits(silence=0.5), "tests.intake.hostile:read", "tests.intake.hostile:opened"
    )
    opened = inside_apart(reader)
    content = bombs.zipped({"hang": b""})
    found = unfolded([piece(content)], Room(), lambda each, room: opened(each, room, Budget()))
    reader.close()

    assert [(content, 1)] == [(each.content, each.left_out) for each in found]
