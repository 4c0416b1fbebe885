"""The directory: a letter goes to the mailbox that the office really has."""

import csv
import re
from datetime import date

import pytest

from shared.directory import offices
from shared.directory.table import DATA
from shared.errors import UnknownOffice
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.office import OfficeKind

DIRECTORY = offices.load()
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

MAILBOXES = [
    pytest.param("central", "saraban@sso.go.th", id="central registry, clause 2 (1)"),
    pytest.param("sakaeo", "saraban_sakaeo@sso.go.th", id="Sa Kaeo: ssso.go.th is a slip"),
    pytest.param("phangnga", "saraban_phangnga@sso.go.th", id="last row of the page with ssso"),
    pytest.param(
        "secondary_actress",
        "saraban_secondary_actress@sso.go.th",
        id="Nang Rong: looks like a joke, is gazetted so",
    ),
    pytest.param("amphoe_sawang", "saraban_amphoe_sawang@sso.go.th", id="Sawang Daen Din"),
    pytest.param("nakhornsawan", "saraban_nakhornsawan@sso.go.th", id="Nakhon Sawan with an r"),
    pytest.param("sakonnakhon", "saraban_sakonnakhon@sso.go.th", id="Sakon Nakhon, not sakonkhan"),
    pytest.param("soi_dao", "saraban_soi_dao@sso.go.th", id="Soi Dao, not so_i_dao"),
    pytest.param("khonkaen", "saraban_khonkaen@sso.go.th", id="Khon Kaen, out of a merged row"),
    pytest.param("ban_phai", "saraban_ban_phai@sso.go.th", id="Ban Phai, out of a merged row"),
    pytest.param("irc4", "saraban_irc4@sso.go.th", id="rehabilitation centre"),
]

NAMES = [
    pytest.param("bkkarea1", "สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ 1", "Bangkok Area 1"),
    pytest.param("chiangmai", "สำนักงานประกันสังคมจังหวัดเชียงใหม่", "Chiang Mai Province"),
    pytest.param("fang", "สำนักงานประกันสังคมจังหวัดเชียงใหม่ สาขาฝาง", "Fang Branch, Chiang Mai"),
    pytest.param("ban_hong", "สำนักงานประกันสังคมจังหวัดลำพูน สาขาบ้านโฮ่ง", "Ban Hong Branch, Lamphun"),
    pytest.param("kathu", "สำนักงานประกันสังคมจังหวัดภูเก็ต สาขากะทู้", "Kathu Branch, Phuket"),
    pytest.param(
        "secondary_actress",
        "สำนักงานประกันสังคมจังหวัดบุรีรัมย์ สาขานางรอง",
        "Nang Rong Branch, Buri Ram",
    ),
]

PHONES = [
    pytest.param("bkkarea4", ("0 2634 0180-95",), id="range of two digits"),
    pytest.param("nakhonphanom", ("0 4251 3540", "0 4251 3542", "0 4251 3529"), id="shorthand"),
    pytest.param("khonkaen", ("0 4324 5328",), id="merged row: the province's"),
    pytest.param("ban_phai", ("0 4327 2166-7",), id="merged row: the branch's"),
    pytest.param("thamaka", ("0 3456 2266-8 ต่อ 11-17",), id="extension"),
    pytest.param("nongkhai", ("0 4242 1122", "08 1904 9629"), id="mobile regrouped"),
    pytest.param("trat", ("08 1867 9173",), id="nine digits behind a mobile prefix left out"),
    pytest.param("sam_chuk", ("0 3557 1251-2",), id="eleven digits left out"),
    pytest.param("amnatcharoen", ("0 4552 3407-50",), id="doubtful, kept as published"),
    pytest.param("central", (), id="none published"),
]


def published() -> list[dict[str, str]]:
    """The rows of the data file, with the published cells that no Office carries."""
    with (DATA / "2568" / "offices.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("code", "mailbox"), MAILBOXES)
def test_a_letter_goes_to_the_gazetted_mailbox(code, mailbox):
    """Checked against the directory gazetted in 2566; anything else would be a leak."""
    office = DIRECTORY.by_code(OfficeCode(code))

    assert mailbox == office.mailbox
    assert office == DIRECTORY.by_mailbox(mailbox)


@pytest.mark.parametrize(("code", "thai", "english"), NAMES)
def test_an_office_is_called_by_its_name(code, thai, english):
    """In Thai as it writes itself, slips of the copy mended; in English beside it."""
    office = DIRECTORY.by_code(OfficeCode(code))

    assert (thai, f"Social Security Office, {english}") == (office.name_th, office.name_en)


@pytest.mark.parametrize(("code", "phones"), PHONES)
def test_a_sender_gets_numbers_that_can_be_dialled(code, phones):
    """Arabic digits, usual grouping; an impossible number is not given."""
    assert phones == DIRECTORY.by_code(OfficeCode(code)).phones


def test_every_office_is_there():
    """144: the central registry first, 12 areas, 76 provinces, 50 branches, 5 centres."""
    kinds = [office.kind for office in DIRECTORY.offices]

    assert CENTRAL == DIRECTORY.offices[0].code
    assert [1, 12, 76, 50, 5] == [kinds.count(kind) for kind in OfficeKind]
    assert len(DIRECTORY.mailboxes) == len(kinds) == 144


def test_a_mailbox_is_found_however_it_is_written():
    """Senders write capitals; a stranger's address is nobody's."""
    found = DIRECTORY.by_mailbox(" Saraban_ChiangMai@SSO.go.th ")

    assert found is not None
    assert found.code == "chiangmai"
    assert DIRECTORY.by_mailbox("saraban_sakaeo@ssso.go.th") is None


def test_an_unknown_code_is_refused_by_name():
    """An upload may name any office; one that does not exist is a named refusal."""
    with pytest.raises(UnknownOffice):
        DIRECTORY.by_code(OfficeCode("atlantis"))


def test_the_directory_of_the_day_is_used():
    """Dated data: a letter of long ago is dealt with by the oldest edition we have."""
    assert offices.load(date(2026, 11, 22)) is offices.load(date(2020, 1, 1)) is DIRECTORY


@pytest.mark.parametrize("row", published(), ids=lambda row: row["code"])
def test_what_differs_from_the_published_text_says_why(row):
    """Every correction stands beside the published form with its reason."""
    name = row["published_name"].translate(ARABIC)
    name_kept = row["name_th"].endswith(name) and row["code"] != "central"
    mailbox_kept = row["mailbox"] == row["published_mailbox"]
    phones_kept = digits(row["phones"]) == digits(row["published_phones"])
    faxes_kept = digits(row["faxes"]) == digits(row["published_faxes"])
    words_kept = "".join(re.findall(r"ตู้|ที่อยู่|กิต|ถึง", row["published_faxes"])) == ""

    if not all((name_kept, mailbox_kept, phones_kept, faxes_kept, words_kept)):
        assert row["correction"]


def digits(cell: str) -> str:
    """Only the digits, with the shorthand of appendix 2 (``3540 , 42``) written out."""
    arabic = cell.translate(ARABIC)
    spelt = re.sub(r"(0 \d{4} \d{2})(\d{2}) ?, ?(\d{2})\b", r"\1\2 \1\3", arabic)
    return re.sub(r"\D", "", spelt)


def test_no_place_is_claimed_that_no_source_gives():
    """Which districts belong to a Bangkok area or to a branch is not known, so not said."""
    areas = [office for office in DIRECTORY.offices if office.kind is OfficeKind.AREA]

    assert all(office.amphoe is None for office in areas)


@pytest.mark.parametrize("name", ["offices", "processes", "provinces", "holidays"])
def test_the_data_says_where_it_comes_from(name):
    """Every file is accounted for, so nobody tidies what is right."""
    assert f"`{name}.csv`" in (DATA / "SOURCES.md").read_text(encoding="utf-8")
