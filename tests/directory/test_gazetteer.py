"""Districts, other names of places and jurisdictions are whole, or nothing starts."""

import shutil

import pytest

from shared.directory import gazetteer, jurisdictions, provinces
from shared.directory.table import DATA
from shared.errors import BadDirectory


@pytest.fixture
def data(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_province_has_its_districts():
    districts = gazetteer.load()

    assert 928 == len(districts)
    assert 50 == sum(code.startswith(provinces.BANGKOK_CODE) for code in districts)
    assert set(provinces.load()) == {district.province_code for district in districts.values()}


def test_there_are_about_as_many_subdistricts_as_the_country_has():
    found = [name for district in gazetteer.load().values() for name in district.subdistricts]

    assert 7400 < len(found) < 7500


@pytest.mark.parametrize(
    ("code", "thai", "english", "subdistrict"),
    [
        pytest.param("5001", "เมืองเชียงใหม่", "Mueang Chiang Mai", "สุเทพ", id="a province's own"),
        pytest.param("1039", "วัฒนา", "Watthana", "คลองเตยเหนือ", id="a khet"),
        pytest.param("3804", "เซกา", "Seka", "ซาง", id="Bueng Kan, numbered by its decree"),
        pytest.param("5025", "กัลยาณิวัฒนา", "Kanlayani Watthana", "แจ่มหลวง", id="the newest"),
        pytest.param("5304", "น้ำปาด", "Nam Pat", "ท่าแฝก", id="a corrected one"),
    ],
)
def test_districts_are_as_they_should_be(code, thai, english, subdistrict):
    district = gazetteer.load()[code]

    assert (thai, english) == (district.name_th, district.name_en)
    assert subdistrict in district.subdistricts


BAD_ROWS = [
    pytest.param("gazetteer.csv", "5001,", "50x1,", "not four digits", id="a code with a letter"),
    pytest.param("gazetteer.csv", "5002,", "5001,", "also in row", id="a code twice"),
    pytest.param(
        "place_names.csv", ",30,name,", ",99,name,", "no place has", id="an unknown place"
    ),
    pytest.param("place_names.csv", ",30,name,", ",30,sure,", "no such use", id="an unknown use"),
    pytest.param("place_names.csv", ",30,name,", ",,name,", "has a place", id="a name of no place"),
    pytest.param("place_names.csv", ",,near,", ",30,near,", "has none", id="a word with a place"),
]


@pytest.mark.parametrize(("file", "old", "new", "what"), BAD_ROWS)
def test_a_bad_row_is_named(data, file, old, new, what):
    edit(data / file, old, new)

    with pytest.raises(BadDirectory, match=rf"{file}, row \d+: .*{what}"):
        gazetteer.other_names(data)


def test_a_missing_district_stops_everything(data):
    path = data / "gazetteer.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")

    with pytest.raises(BadDirectory, match="927 districts, not 928"):
        gazetteer.load(data)


def test_what_nobody_confirmed_is_only_a_hint():
    known = jurisdictions.load()

    assert 16 == len(known)
    assert not any(row.confirmed for rows in known.values() for row in rows)
    assert all(row.source for rows in known.values() for row in rows)


BAD_JURISDICTIONS = [
    pytest.param("1013,", "9999,", "no district", id="an unknown district"),
    pytest.param("bkkarea1,hint", "bkkarea99,hint", "no office", id="an unknown office"),
    pytest.param("bkkarea1,hint", "bkkarea1,perhaps", "no such status", id="an unknown status"),
    pytest.param("1030,bkkarea2", "1013,bkkarea1", "also in row", id="the same twice"),
    pytest.param(",2026-11-22", ",some day", "unfit: when", id="a day that is none"),
    pytest.param("รวบรวมจากข่าวที่เผยแพร่", "", "who", id="entered by nobody"),
]


@pytest.mark.parametrize(("old", "new", "what"), BAD_JURISDICTIONS)
def test_a_bad_jurisdiction_is_named(data, old, new, what):
    edit(data / "jurisdictions.csv", old, new)

    with pytest.raises(BadDirectory, match=rf"jurisdictions.csv, row \d+: .*{what}"):
        jurisdictions.load(data)
