"""Offices are recognised by every name that people use for them."""

import pytest

from functions.router.known_offices import known
from functions.router.named_offices import named_offices
from shared.classification.passages import Passage, Place
from shared.directory import offices
from shared.thai.folding import fold

OFFICES = known(offices.load())


def named(text, place=Place.OWN):
    found = named_offices([Passage(1, 0, fold(text), place)], OFFICES)
    return [name.office.code for name in found]


NAMES = [
    pytest.param("เรียน ผอ.สำนักงานประกันสังคมจังหวัดลำพูน", ["lamphun"], id="a provincial office"),
    pytest.param("พี่เจ้าหน้าที่ประกันสังคมตราดขอ", ["trat"], id="without จังหวัด"),
    pytest.param("สปส.จ.แพร่", ["phrae"], id="abbreviated"),
    pytest.param(
        "ประกันสังคมจังหวัดนครราซสีมา สาขาปากช่อง", ["pak_chong"], id="a branch, misread by a scanner"
    ),
    pytest.param("สำนักงานประกันสังคมจังหวัดชลบุรี สาขาศรีราชา", ["sriracha"], id="a branch"),
    pytest.param("อยากให้สาขาฝางดูแล", ["fang"], id="a branch by its name alone"),
    pytest.param("ประกันสังคมหาดใหญ่", ["hat_yai"], id="a branch without สาขา"),
    pytest.param(
        "สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ ๔", ["bkkarea4"], id="a Bangkok area, Thai digit"
    ),
    pytest.param("ผู้อำนวยการฯ พื้นที่ ๑๑", ["bkkarea11"], id="an area's number alone"),
    pytest.param("สปส.กทม.พื้นที่ 3", ["bkkarea3"], id="an area abbreviated"),
    pytest.param("เรียน สปส. พื้นที่ 2 (จตุจักร)", ["bkkarea2"], id="an area after a full stop"),
    pytest.param("ศูนย์ฟื้นฟูสมรรถภาพคนงานภาค 2 จังหวัดระยอง", ["irc2"], id="a rehabilitation centre"),
    pytest.param("ศูนย์ฟื้นฟูระยอง", ["irc2"], id="a centre by its province"),
    pytest.param("ศูนย์ฟื้นฟูของ สปส. ที่ปทุมธานี", ["irc1"], id="a centre of the SSO in a province"),
    pytest.param("ที่ขอนแก่นมีศูนย์ให้ไปฝึกอาชีพ", ["irc4"], id="a province that has a centre"),
    pytest.param(
        "the Region 1 rehabilitation centre (Pathum Thani)", ["irc1"], id="a centre in English"
    ),
    pytest.param(
        "to the Social Security Office, Ranong, and", ["ranong"], id="in English, the place behind"
    ),
    pytest.param(
        "Dear Chiang Rai Social Security Office", ["chiangrai"], id="in English, the place before"
    ),
    pytest.param("SSO Bangkok Area Office 3", ["bkkarea3"], id="an area in English"),
    pytest.param("เรียน สปส.กทม.7", ["bkkarea7"], id="an area without the word พื้นที่"),
    pytest.param("เปลี่ยนมาเป็นสำนักงานชลบุรี", ["chonburi"], id="an office without ประกันสังคม"),
    pytest.param("เขียนถึง saraban_nan@sso.go.th ด้วย", ["nan"], id="a mailbox"),
    pytest.param("โทรไปที่ 0 2954 2577 แล้ว", ["bkkarea2"], id="an office's own telephone"),
    pytest.param("ส่งประกันสังคมเลยค่ะ", [], id="เลย the particle after ประกันสังคม"),
    pytest.param("ประกันสังคมจังหวัดเลย", ["loei"], id="Loei with its marker"),
    pytest.param("ธนาคารออมสิน สาขาสามชุก", [], id="a bank's branch"),
    pytest.param("บริษัทมีสาขาที่ อ.ปาย", [], id="a company's branch"),
    pytest.param("ทำงานโรงงานสาขาปลวกแดง", [], id="a factory's branch"),
    pytest.param("บริษัท ตัวอย่าง จำกัด สาขาศรีราชา", [], id="a branch behind a company's name"),
    pytest.param("พื้นที่ 40 ไร่", [], id="an area of land"),
    pytest.param("ไม่ใช่สาขาศรีราชา", [], id="said not to be the one"),
    pytest.param("สำนักงานที่ดินชลบุรี", [], id="somebody else's office"),
    pytest.param("โทร 08 1234 5678", [], id="somebody's telephone"),
]


@pytest.mark.parametrize(("text", "codes"), NAMES)
def test_offices_named(text, codes):
    assert codes == named(text)


MISREAD = [
    pytest.param("เรีย น หัวห นาสำนักงา นบระกันสังคมจ ังหวัดนครสวรรค์", ["nakhornsawan"], id="ป as บ"),
    pytest.param(
        "ประกันสั งคมจ ังหวัดสุร ิบทร์ สาขาศีขธภูนิ",
        ["sikhoraphum"],
        id="a branch's name, its province known",
    ),
    pytest.param("ประกันสังคมกรุ งเทพ มหานครฟืนท ี9", ["bkkarea9"], id="an area's number"),
]


@pytest.mark.parametrize(("text", "codes"), MISREAD)
def test_a_scanner_s_mistakes_hide_no_office(text, codes):
    passage = Passage(1, 0, fold(text), Place.ATTACHED, scanned=True)

    assert codes == [name.office.code for name in named_offices([passage], OFFICES)]


def test_quoted_history_names_no_office():
    assert [] == named("ประกันสังคมจังหวัดลำพูน", Place.QUOTED)
