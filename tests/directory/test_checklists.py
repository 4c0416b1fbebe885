"""A checklist is shown only with the manual that says so."""

from datetime import date

import pytest

from shared.directory import checklists
from shared.directory.table import DATA
from shared.errors import BadDirectory
from shared.model.fact import ProcessId
from shared.model.piece import PieceKind

HEAD = ",".join(checklists.COLUMNS)


def test_every_line_has_a_source_and_both_languages():
    for lines in checklists.load().values():
        for line in lines:
            assert all((line.source, line.source_th, line.name_th, line.name_en, line.pieces))


def test_the_sickness_benefit_has_the_list_of_its_manual():
    wanted = checklists.load(date(2026, 11, 20))[ProcessId("ssf-benefit/1")]

    assert [
        PieceKind.REQUEST_FORM,
        PieceKind.RECEIPT,
        PieceKind.MEDICAL_CERTIFICATE,
        PieceKind.EMPLOYER_CERTIFICATE,
        PieceKind.LEAVE_RECORD,
        PieceKind.NAME_CHANGE,
        PieceKind.SOCIAL_SECURITY_CARD,
        PieceKind.PASSPORT,
        PieceKind.BANK_BOOK,
    ] == [line.pieces[0] for line in wanted]
    assert ("2-01", "2-09") == wanted[0].forms


WRONG = [
    pytest.param("no/such,receipt,,ก,a,,,คู่มือ,manual", id="unknown process"),
    pytest.param("ssf-benefit/1,no_such_piece,,ก,a,,,คู่มือ,manual", id="unknown piece"),
    pytest.param("ssf-benefit/1,receipt,,ก,a,,,คู่มือ,", id="no source"),
    pytest.param("ssf-benefit/1,receipt,,ก,a,ถ้ามี,,คู่มือ,manual", id="a case in Thai only"),
]


@pytest.mark.parametrize("row", WRONG)
def test_a_row_that_is_wrong_is_named(tmp_path, row):
    folder = tmp_path / "2568"
    folder.mkdir()
    for name in ("edition.csv", "processes.csv"):
        (folder / name).write_bytes((DATA / "2568" / name).read_bytes())
    (folder / "checklists.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")

    with pytest.raises(BadDirectory, match=r"checklists\.csv, row 2"):
        checklists.load(data=tmp_path)
