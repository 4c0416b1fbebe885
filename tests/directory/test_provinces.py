"""The provinces: every place a sender can name lies in one of them."""

from shared.directory import offices, provinces

PROVINCES = provinces.load()


def test_all_seventy_seven_are_there():
    """Bangkok and the 76 others, Bueng Kan, the youngest, among them."""
    assert len(PROVINCES) == 77
    assert PROVINCES["38"].name_th == "บึงกาฬ"
    assert PROVINCES["10"].aliases == ("กทม.",)


def test_every_office_lies_in_a_province_that_we_know():
    """So that a place in a letter can lead to an office."""
    codes = {office.province_code for office in offices.load().offices[1:]}

    assert codes == PROVINCES.keys()
