"""Pictures that anybody can read: in words too, at any width, with no marks but our own."""

from xml.etree import ElementTree as ET

import pytest

from functions.desk.drawing import LINE, Bar, Column, Picture, bars, columns, cut, nice

PICTURE = Picture("days", "Letters <b>on each day</b>", 'Five "letters" in all')
SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawn: str) -> ET.Element:
    named = str.replace(drawn, "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    return ET.fromstring(named)  # noqa: S314 - our own


def test_who_does_not_see_a_picture_is_told_it():
    svg = parsed(bars(PICTURE, [Bar("Nan", 5, "5 (100%)")], "machine"))
    named = svg.attrib["aria-labelledby"].split()
    inside = {child.attrib.get("id"): child.text for child in svg}

    assert "img" == svg.attrib["role"]
    assert ["Letters <b>on each day</b>", 'Five "letters" in all'] == [inside[n] for n in named]


def test_nothing_in_it_is_scaled_so_that_words_stay_readable_on_a_phone():
    svg = parsed(columns(PICTURE, [Column("1", "five", (3, 2))], ("machine", "person")))

    assert "viewBox" not in svg.attrib
    assert "100%" == svg.attrib["width"]
    assert all(rect.attrib["width"].endswith("%") for rect in svg.iter(f"{SVG}rect"))
    assert not any("style" in mark.attrib for mark in svg.iter()), "the policy forbids it"


def test_parts_stand_on_one_another_as_high_as_their_numbers():
    svg = parsed(columns(PICTURE, [Column("1", "ten", (6, 4))], ("machine", "person")))
    below, above = (rect.attrib for rect in svg.iter(f"{SVG}rect"))

    assert ("part machine", "part person") == (below["class"], above["class"])
    assert float(below["height"]) * 4 == pytest.approx(float(above["height"]) * 6)
    assert float(above["y"]) + float(above["height"]) == pytest.approx(float(below["y"]))


def test_a_month_without_letters_is_drawn_and_empty():
    svg = parsed(columns(PICTURE, [Column("1", "none", (0, 0))], ("machine", "person")))

    assert [] == list(svg.iter(f"{SVG}rect"))


@pytest.mark.parametrize(
    ("number", "top"),
    [
        (0, 2),
        (1, 2),
        (2, 2),
        (3, 4),
        (9, 10),
        (11, 12),
        (45, 50),
        (100, 100),
        (101, 120),
        (2040, 2400),
    ],
)
def test_the_highest_line_is_near_the_highest_column_and_can_be_halved(number: int, top: int):
    assert top == nice(number)


def test_two_long_names_that_differ_in_their_middle_are_both_told_whole():
    one, other = (
        f"การแจ้งความประสงค์ชำระเงินสมทบของผู้ประกันตนตามมาตรา {section} ด้วยวิธีหักบัญชีธนาคาร"
        for section in (39, 40)
    )
    svg = parsed(bars(PICTURE, [Bar(one, 4, "4"), Bar(other, 1, "1")], "machine"))
    said = [mark.text for mark in svg.iter(f"{SVG}div")]
    first, second = (float(mark.attrib["y"]) for mark in svg.iter(f"{SVG}rect"))

    assert [one, other] == said
    assert second - first > 2 * LINE, "two lines of words have room above each bar"


def test_names_that_begin_alike_are_told_apart_by_their_ends():
    alike = "การขอรับประโยชน์ทดแทนของกองทุนประกันสังคม กรณี"
    one, other = cut(f"{alike}คลอดบุตร"), cut(f"{alike}ชราภาพ")

    assert one.endswith("กรณีคลอดบุตร")
    assert one != other
    assert "สั้น" == cut("สั้น")
