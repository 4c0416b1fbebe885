"""Sender and clerk see which piece is which, and nothing is called what it may not be."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.intake.pieces.naming import piece_of, pieces_of
from functions.intake.pieces.words import COLUMNS, load
from shared.errors import BadDirectory
from shared.model.piece import NAMES, Piece, PieceKind
from shared.model.reading import Page, Reading, Source
from tests.intake.pieces.noise import damaged, misread
from tests.intake.pieces.pages import ENGLISH, NOTHING, PAGES

SEEDS = st.integers(0, 10_000)
EVERY = [*PAGES.items(), *ENGLISH.items()]


def named(text: str, page: int = 1) -> Piece:
    piece = piece_of(text, page)
    assert piece is not None
    return piece


def noise(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - noise, not a secret


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_a_page_is_named_and_points_to_the_words_that_name_it(kind, text):
    piece = named(text, 3)

    assert (kind, 3) == (piece.kind, piece.page)
    assert piece.words == text[piece.start : piece.end] != ""


def test_every_kind_has_a_page_here_and_a_name_in_both_languages():
    assert set(PieceKind) == set(PAGES) == set(NAMES)
    assert all(name.th and name.en for name in NAMES.values())


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_not_shown_is_not_named(text):
    assert piece_of(text) is None


FORMS = [
    pytest.param("สปส. 2-01\nแบบคำขอรับประโยชน์ทดแทน", "สปส. 2-01", id="above the title"),
    pytest.param("แบบคำขอรับเงินคืน (สปส. ๑-๔๐/๗)", "สปส. 1-40/7", id="behind it, Thai digits"),
    pytest.param("แบบรายการแสดงการส่งเงินสมทบ สปส. 1-10 ส่วนที่ 1", "สปส. 1-10", id="within"),
    pytest.param("สปส 2 - 0l\nแบบคำขอรับประโยชน์ทดแทน", "สปส. 2-01", id="through noise"),
    pytest.param("สปส. 1-01\n=% ไซ\nแบบขนทะเบยนนายจาง", "สปส. 1-01", id="title spoilt"),
    pytest.param("แบบคำขอรับประโยชน์ทดแทน กองทุนประกันสังคม", None, id="never from the title"),
    pytest.param("แบบขึ้นทะเบียนผู้ประกันตน สปส. 1-03 / สปส. 1-03/1", None, id="one of two"),
    pytest.param("กท. 16/1\nใบรับรองแพทย์\nแพทย์ผู้รักษา", "กท. 16/1", id="a doctor's form"),
    pytest.param(
        "แบบคำขอรับประโยชน์ทดแทนกรณีว่างงาน\n" + "รายการ\n" * 14 + "สปส. 2-01/7\nลงชื่อ",
        "สปส. 2-01/7",
        id="at the foot",
    ),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_form_has_the_code_that_is_printed_on_it(text, form):
    assert form == named(text).form


def test_a_form_is_called_by_its_code_too():
    piece = named(PAGES["request_form"])

    assert ("แบบคำขอ (สปส. 2-01)", "request form (สปส. 2-01)") == (piece.name_th, piece.name_en)


def test_each_page_of_a_scan_is_named_and_the_unknown_ones_are_not():
    texts = [PAGES["request_form"], "", NOTHING["only noise"], PAGES["bank_book"]]
    pages = tuple(Page(text=text, source=Source.OCR, legibility=1.0) for text in texts)

    found = [(piece.page, piece.kind) for piece in pieces_of(Reading(pages=pages))]

    assert [(1, PieceKind.REQUEST_FORM), (4, PieceKind.BANK_BOOK)] == found


def test_a_page_that_was_hardly_read_is_not_named_by_a_likeness():
    spoilt = "ใบรปรองแพทย์ตัวจริง\nได้ตรวจร่างกาย\nการวินิจฉัยโรค".replace("ตัวจริง", "")

    assert PieceKind.MEDICAL_CERTIFICATE == named(spoilt).kind
    assert piece_of(spoilt, legible=False) is None


@pytest.mark.parametrize(("kind", "text"), EVERY)
@given(SEEDS)
def test_damage_by_fonts_and_scanners_changes_no_name(kind, text, seed):
    assert kind == named(damaged(text, noise(seed))).kind


@pytest.mark.parametrize(("kind", "text"), PAGES.items())
@given(SEEDS)
def test_misread_letters_never_give_a_wrong_name(kind, text, seed):
    piece = piece_of(misread(text, noise(seed), 0.1))

    # An official letter that has lost its number is a letter still.
    assert piece is None or piece.kind in {kind, kind.replace("official_", "")}


def test_most_pages_keep_their_name_at_five_letters_in_a_hundred_misread():
    pages = [(text, noise(seed)) for text in PAGES.values() for seed in range(20)]

    kept = sum(piece_of(misread(text, chance, 0.05)) is not None for text, chance in pages)

    assert kept / len(pages) >= 0.9


@given(st.text(max_size=300))
def test_any_text_gets_a_name_that_stands_in_it_or_none(text):
    piece = piece_of(text)

    assert piece is None or piece.words == text[piece.start : piece.end]


BAD = [
    pytest.param("receipts,title,4,ใบเสร็จ,usage", "row 2: no such kind", id="unknown kind"),
    pytest.param("receipt,below,4,ใบเสร็จ,usage", "no such kind, place", id="unknown place"),
    pytest.param("receipt,title,much,ใบเสร็จ,usage", "or weight", id="no weight"),
    pytest.param("receipt,title,4,,usage", "without words", id="no words"),
    pytest.param("receipt,title,4,ใบเสร็จ,", "without a source", id="no source"),
]


@pytest.mark.parametrize(("row", "says"), BAD)
def test_a_row_that_is_not_in_order_is_named(tmp_path, row, says):
    path = tmp_path / "pieces.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")

    with pytest.raises(BadDirectory, match=says):
        load(path)
