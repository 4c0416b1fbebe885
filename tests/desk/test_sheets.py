"""A register leaves the desk as a file that no spreadsheet runs."""

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from functions.desk.sheets import as_csv, as_xlsx, safe

FORMULAS = [
    pytest.param("=1+1", id="equals"),
    pytest.param("+66 81", id="plus"),
    pytest.param("-2+3", id="minus"),
    pytest.param("@SUM(A1)", id="at"),
    pytest.param("  =cmd|' /C calc'!A0", id="after spaces"),
    pytest.param("\t=1", id="after a tab"),
    pytest.param("\r=1", id="after a line end"),
    pytest.param("|calc", id="pipe"),
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_would_calculate_is_shown_as_written(cell: str):
    assert f"'{cell}" == safe(cell)


@pytest.mark.parametrize("cell", ["", "-", "ขอเบิกเงิน", "12/2569", "a=b"])
def test_other_cells_stay_as_they_are(cell: str):
    assert cell == safe(cell)


def test_excel_reads_thai_and_lines_within_a_cell():
    made = as_csv(["เรื่อง"], [['สองบรรทัด\n"ในช่องเดียว"']])
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))

    assert made.startswith(b"\xef\xbb\xbf")
    assert [["เรื่อง"], ['สองบรรทัด\n"ในช่องเดียว"']] == rows


def test_a_workbook_holds_strings_only():
    made = as_xlsx("ทะเบียน/2569", ["เรื่อง"], [["=1+1 <b>&\x00"]])
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        for name in book.namelist():
            ET.fromstring(book.read(name))  # noqa: S314 - our own
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    cells = [(cell.get("t"), "".join(cell.itertext())) for cell in sheet.iter() if cell.get("t")]

    assert [("inlineStr", "เรื่อง"), ("inlineStr", "=1+1 <b>&")] == cells
    assert made == as_xlsx("ทะเบียน/2569", ["เรื่อง"], [["=1+1 <b>&\x00"]])
