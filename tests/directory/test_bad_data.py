"""A slip in a data file stops the start with the row named; no letter is sent by it."""

import shutil
from pathlib import Path

import pytest

from shared.directory import offices, processes, provinces
from shared.directory.editions import edition_on
from shared.directory.table import DATA
from shared.errors import BadDirectory

NONTHABURI = "province,สำนักงานประกันสังคมจังหวัดนนทบุรี,"
SPOILT_OFFICES = [
    pytest.param("saraban_nan@sso", "saraban_nan@ssso", "domain 'ssso.go.th'", id="a leak"),
    pytest.param("saraban_nan@", "saraban_pua@", "also in row", id="mailbox twice"),
    pytest.param("\nnan,", "\npua,", "also in row", id="code twice"),
    pytest.param("\nnan,", "\nnam,", "does not fit code nam", id="code and mailbox disagree"),
    pytest.param("0 5471 9585,", "0 5471 95855,", "no Thai telephone", id="digit too many"),
    pytest.param("0 5471 9585,", "1506,", "no Thai telephone", id="short number"),
    pytest.param("พื้นที่ 2,", "พื้นที่ 3,", "also in row", id="area named twice"),
    pytest.param(",10,2,,", ",10,3,,", "does not say where", id="area number wrong"),
    pytest.param(",10,2,,", ",10,,,", "area number", id="area without a number"),
    pytest.param(",น่าน,55,,ปัว", ",น่าน,56,,ปัว", "is not the province 56", id="branch astray"),
    pytest.param(",น่าน,55,,ปัว", ",,,,ปัว", "lies in a province", id="branch in no province"),
    pytest.param(",น่าน,55,,ปัว", ",น่าน,55,,", "has an amphoe", id="branch of no amphoe"),
    pytest.param(f"nonthaburi,{NONTHABURI}", f"nonthaburi,x{NONTHABURI}", "kind", id="no kind"),
    pytest.param("\npua,branch", "\npua,province", "has an amphoe", id="branch made a province"),
    pytest.param("\nirc1,rehabilitation", "\nirc1,province", "provincial office in", id="twice"),
    pytest.param("\ncentral,central", "\ncentral,area", "central registry", id="no registry"),
    pytest.param("code,kind", "kind,code", "header", id="columns swapped"),
    pytest.param("saraban_nan@sso.go.th,0", "saraban_nan@sso.go.th,0,0", "cells", id="a comma"),
]
SPOILT_PROCESSES = [
    pytest.param("hospital/1,", "refund/1,", "also in row", id="id twice"),
    pytest.param(",bizportal,", ",fax,", "unfit: channel", id="unknown channel"),
    pytest.param(",bizportal,", ",outside,", "does not fit registration/1.1", id="outside"),
    pytest.param(",เว็บไซต์ bizportal.go.th,", ",,", "no words", id="channel without words"),
    pytest.param("\nother/enquiry,", "\nother/question,", "does not fit", id="unknown outsider"),
]
SPOILT_PROVINCES = [
    pytest.param("\n11,", "\n10,", "also in row", id="code twice"),
    pytest.param("\n55,น่าน,Nan,", "", "76 provinces", id="one missing"),
    pytest.param(",Nan,", ",,", "unfit: name_en", id="no English name"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data to spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(file: Path, old: str, new: str) -> None:
    """Replace the first ``old``, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("old", "new", "said"), SPOILT_OFFICES)
def test_a_slip_among_the_offices_is_named(data, old, new, said):
    """File, row and what is wrong, before the first letter."""
    spoil(data / "2568" / "offices.csv", old, new)

    with pytest.raises(BadDirectory, match=said) as error:
        offices.load(data=data)

    assert str(error.value).startswith("offices.csv")


@pytest.mark.parametrize(("old", "new", "said"), SPOILT_PROCESSES)
def test_a_slip_among_the_processes_is_named(data, old, new, said):
    """File, row and what is wrong, before the first letter."""
    spoil(data / "2568" / "processes.csv", old, new)

    with pytest.raises(BadDirectory, match=said) as error:
        processes.load(data=data)

    assert str(error.value).startswith("processes.csv")


@pytest.mark.parametrize(("old", "new", "said"), SPOILT_PROVINCES)
def test_a_slip_among_the_provinces_is_named(data, old, new, said):
    """File, row and what is wrong, before the first letter."""
    spoil(data / "provinces.csv", old, new)

    with pytest.raises(BadDirectory, match=said) as error:
        provinces.load(data)

    assert str(error.value).startswith("provinces.csv")


@pytest.mark.parametrize("code", ["nan", "bkkarea12", "irc5", "pua", "central"])
def test_a_lost_office_is_missed(data, code):
    """A row that vanished stops the start, whichever it was."""
    file = data / "2568" / "offices.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(x for x in lines if not x.startswith(f"{code},")), encoding="utf-8")

    with pytest.raises(BadDirectory, match=r"^offices\.csv"):
        offices.load(data=data)


def test_a_moved_branch_is_missed(data):
    """Appendix 2 ties a branch to its province by position only, so the order is held."""
    file = data / "2568" / "offices.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    branch = next(line for line in lines if line.startswith("pua,"))
    lines.remove(branch)
    file.write_text("".join([*lines, branch]), encoding="utf-8")

    with pytest.raises(BadDirectory, match=r"row 145: .* does not stand below .* น่าน"):
        offices.load(data=data)


def test_a_mended_mailbox_without_a_reason_is_refused(data):
    """Nobody can tell a correction from a slip unless it says why."""
    old = "จังหวัดน่าน,saraban_nan@sso.go.th,"
    spoil(data / "2568" / "offices.csv", old, old.replace("nan@", "naan@"))

    with pytest.raises(BadDirectory, match="no reason is given"):
        offices.load(data=data)


def test_unreadable_and_missing_files_are_named(data):
    """A broken deployment says which file, not where in our code."""
    (data / "2568" / "offices.csv").write_bytes(b"\xff\xfe")
    (data / "2568" / "processes.csv").unlink()

    with pytest.raises(BadDirectory, match=r"offices\.csv: cannot be read"):
        offices.load(data=data)
    with pytest.raises(BadDirectory, match=r"processes\.csv: cannot be read"):
        processes.load(data=data)


def test_a_folder_without_an_edition_is_refused(tmp_path):
    """There is no directory without an announcement."""
    with pytest.raises(BadDirectory, match="no edition"):
        edition_on(None, tmp_path)
