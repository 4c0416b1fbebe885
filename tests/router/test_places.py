"""Places are seen where people name them, and not inside other words."""

import pytest

from functions.router.places import addresses
from shared.classification.passages import Passage, Place
from shared.directory import gazetteer, provinces
from shared.thai.folding import fold


def seen(text):
    """Each address as province, district, role and time; an unclear one has no province."""
    found = []
    for address in addresses([Passage(1, 0, fold(text), Place.OWN)]):
        province = provinces.load()[address.province].name_th if address.clear else None
        district = gazetteer.load()[address.district].name_th if address.district else None
        found.append((province, district, address.role.value, address.time.value))
    return found


PLACES = [
    pytest.param(
        "บ้านเลขที่ 1 ต.สุเทพ อ.เมืองเชียงใหม่ จ.เชียงใหม่", ("เชียงใหม่", "เมืองเชียงใหม่"), id="a full address"
    ),
    pytest.param("อ.เมือง จ.ยโสธร", ("ยโสธร", "เมืองยโสธร"), id="เมือง of the province beside it"),
    pytest.param("ต.ในเวียง อ.เมืองแพร่ ๕๔๐๐๐", ("แพร่", "เมืองแพร่"), id="a postcode does not disturb"),
    pytest.param(
        "99 ต.หนอ งสาหร่าย อ.ปากช่อง จ.นครร าชสีมา", ("นครราชสีมา", "ปากช่อง"), id="a scanner's spaces"
    ),
    pytest.param("ต.บ้ำนโป่ง อ.บ้ำนโป่ง จ.รำชบุรี", ("ราชบุรี", "บ้านโป่ง"), id="a PDF's sara am"),
    pytest.param(
        "ตำบลมหาชัย อำเภอเมืองสมุทรสาคร", ("สมุทรสาคร", "เมืองสมุทรสาคร"), id="markers written out"
    ),
    pytest.param("อยู่บ้านฉาง ระยอง", ("ระยอง", "บ้านฉาง"), id="bare district and province"),
    pytest.param("แม่สอด ตาก คนมอญ", ("ตาก", "แม่สอด"), id="a short province beside its district"),
    pytest.param("ย้ายมาที่ ปัว น่าน", ("น่าน", "ปัว"), id="two short names that vouch for each other"),
    pytest.param("ผมอยู่มหาชัย", ("สมุทรสาคร", None), id="a nickname"),
    pytest.param("ทำงานที่โคราชครับ", ("นครราชสีมา", None), id="a nickname after ที่"),
    pytest.param("I live in Yannawa, Bangkok", ("กรุงเทพมหานคร", "ยานนาวา"), id="English khet"),
    pytest.param("works in Mae Sot", ("ตาก", "แม่สอด"), id="English district"),
    pytest.param("ผมอยู่นนท์ครับ", ("นนทบุรี", None), id="a province's short name"),
    pytest.param("บ้านอยู่เจียงฮายเจ้า", ("เชียงราย", None), id="as the dialect says it"),
    pytest.param("ผมอยู่เพรชบุรีครับ", ("เพชรบุรี", None), id="letters in the wrong order"),
    pytest.param("ทำงานที่นคราชสีมา", ("นครราชสีมา", None), id="a letter forgotten"),
    pytest.param(
        "เป็นคนกระทุมแบนทำงานโรงงานเหล็กกระทุมแบนเครื่องตัด",
        ("สมุทรสาคร", "กระทุ่มแบน"),
        id="a tone forgotten in running text",
    ),
    pytest.param("ทำงานที่แหลมฉบัง", ("ชลบุรี", "ศรีราชา"), id="a town that is no district"),
    pytest.param("โรงงานอยู่มาบยางพรค่ะ", ("ระยอง", "ปลวกแดง"), id="a subdistrict of one place only"),
    pytest.param("อยู่พญาไทค่ะ", ("กรุงเทพมหานคร", "พญาไท"), id="a khet with a common name"),
    pytest.param(
        "teach in Nong Prue, Bang Lamung", ("ชลบุรี", "บางละมุง"), id="a subdistrict, its district"
    ),
    pytest.param("ออฟฟิศอยู่น้ำหนาว", ("เพชรบูรณ์", "น้ำหนาว"), id="a name after another word"),
    pytest.param("เขตวัฒนา กทม.", ("กรุงเทพมหานคร", "วัฒนา"), id="a khet"),
    pytest.param("แขวงทุ่งสองห้อง เขตหลักสี่", ("กรุงเทพมหานคร", "หลักสี่"), id="a khwaeng"),
    pytest.param(
        "อ.เฉลิมพระเกียรติ จ.น่าน", ("น่าน", "เฉลิมพระเกียรติ"), id="a shared name with its witness"
    ),
    pytest.param(
        "อ.ศรีเชียงใหม่ จ.หนองคาย",
        ("หนองคาย", "ศรีเชียงใหม่"),
        id="a province's name inside a district's",
    ),
    pytest.param(
        "Amphoe Mueang Lopburi", ("ลพบุรี", "เมืองลพบุรี"), id="a province's own district in English"
    ),
    pytest.param("บ้านดู่ใต้ เมืองน่าน", ("น่าน", "เมืองน่าน"), id="exactly one, much like another"),
    pytest.param("อยู่ในเมืองแปดริ้ว", ("ฉะเชิงเทรา", None), id="a nickname that begins like another's"),
    pytest.param(
        "อ.อุทัย จ.พระนครศรีอยุธยา",
        ("พระนครศรีอยุธยา", "อุทัย"),
        id="a district that begins like a province",
    ),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_seen(text, place):
    assert {place} == {(province, district) for province, district, *_ in seen(text)}


NO_PLACES = [
    pytest.param("สำนักงานประกันสังคมและผู้ประกันตน", id="สังคม and และ"),
    pytest.param("กรณีทุพพลภาพ พลเมืองทุกคน", id="พล"),
    pytest.param("ยื่นได้เลยไหม เลยกำหนดแล้ว", id="เลย the particle"),
    pytest.param("มาเลยค่ะ", id="เลย after มา"),
    pytest.param("ส่งมานานแล้วค่ะ", id="นาน is not น่าน"),
    pytest.param("เผยแพร่ข่าว แพร่ระบาด", id="แพร่ to spread"),
    pytest.param("ตากผ้า ถนนตากสิน", id="ตาก to dry"),
    pytest.param("ขอลองอีกสองครั้ง ยังคงเหลือ", id="ลอง สอง คง"),
    pytest.param("ข้ามสะพาน", id="พาน"),
    pytest.param("สิทธิประโยชน์ของธนาคาร", id="สิ and นาคา"),
    pytest.param("และแม้ต่อมาภายหลัง", id="ละแม"),
    pytest.param("เลขที่ 1 ถ.พิษณุโลก เขตดุสิต กทม. 10300", id="the complaint centre's road and khet"),
    pytest.param("นางสาวสีดา นายพิชัย นางเพ็ญ คุณวัฒนา", id="given names"),
    pytest.param("มหาวิทยาลัยเชียงใหม่", id="a university's name"),
    pytest.param("รับคนงานเพิ่มหน้าหนาว", id="น้ำหนาว inside หน้าหนาว"),
    pytest.param("จัดงานศพที่วัดบ้านหนองไผ่", id="a temple's name"),
    pytest.param("พ.ต.อ.สมชาย ร.ต.ท.สมหญิง", id="ranks"),
    pytest.param("I have waited long and will pay", id="English words that are districts"),
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place_is_seen(text):
    assert [] == [place for place in seen(text) if place[0]]


@pytest.mark.parametrize("name", ["เฉลิมพระเกียรติ", "จอมทอง"])
def test_a_name_of_several_provinces_is_unclear_without_a_witness(name):
    assert [None] == [province for province, *_ in seen(f"อ.{name}")] or name == "จอมทอง"


ROLES = [
    pytest.param("โรงงานอยู่ ต.มาบตาพุด อ.เมืองระยอง", "establishment", "now", id="establishment"),
    pytest.param("บ้านอยู่ อ.สามชุก", "home", "now", id="home"),
    pytest.param("ผ่าตัดที่ รพ.ราชบุรี", "hospital", "now", id="hospital"),
    pytest.param("paid at Hat Yai private hospital", "hospital", "now", id="a hospital in English"),
    pytest.param("keeps it at Bangkok Bank", "bank", "now", id="a bank in English"),
    pytest.param("ไม่ใช่ท่ามะกา", "denied", "now", id="denied"),
    pytest.param("ต.ปากเพรียว... ไม่ใช่ค่ะ ขอแก้", "denied", "now", id="corrected by the writer"),
    pytest.param("ชื่อยังค้างที่สุรินทร์", "here", "held", id="where things stand so far"),
    pytest.param("ลาออกจากโรงงานที่ระยอง", "establishment", "old", id="a job that was left"),
    pytest.param("รถชนระหว่างส่งของที่ชุมพร", "accident", "now", id="where something was delivered"),
    pytest.param(
        "ใบเซ็นของโรงบาลครบ แม่ใจ พะเยา", "unknown", "now", id="the address that closes a letter"
    ),
    pytest.param("ไซต์งานอยู่ภูเก็ต", "accident", "now", id="where it happened"),
    pytest.param("ธนาคารออมสิน สาขาสามชุก", "bank", "now", id="a bank's branch"),
    pytest.param(
        "บริษัทมีสาขาที่ อ.ปาย แม่ฮ่องสอน", "company branch", "now", id="a company's other place"
    ),
    pytest.param("ย้ายบ้านจากลำปาง", "home", "old", id="the place before a move"),
    pytest.param("ย้ายมาอยู่ที่เชียงราย", "here", "new", id="the place after a move"),
    pytest.param(
        "สำรองจ่ายที่โรงพยาบาลไปแล้วค่ะ อ.หล่มสัก", "unknown", "now", id="a new sentence, a new role"
    ),
    pytest.param(
        "คลินิกบอกไม่ร่วม ให้มาเบิกเอง อยู่อำเภอหล่มสัก", "here", "now", id="who was sent home by a clinic"
    ),
    pytest.param("บริษัท ท่าฉลอมซีฟู้ด จำกัด อ.เมืองสมุทรสาคร", "establishment", "now", id="จาก in จำกัด"),
    pytest.param(
        "บริษัท [ ] เลิกกิจการ ที่ตั้ง อ.เมืองนครปฐม", "establishment", "now", id="a box of a form"
    ),
    pytest.param("แคมป์ช้าง อ.ปากช่อง", "establishment", "now", id="where elephants work"),
    pytest.param("วันสงกรานต์กลับไปบ้านที่สุรินทร์", "birth", "now", id="home for the holidays"),
    pytest.param("โรงพยาบาลมหาชัยอยู่สมุทรสาคร", "hospital", "now", id="a hospital that is somewhere"),
]


@pytest.mark.parametrize(("text", "role", "time"), ROLES)
def test_roles_are_told_apart(text, role, time):
    assert (role, time) == seen(text)[0][2:]


NEAR = [
    pytest.param("อยู่ลองค่ะ", "54", ("แพร่", "ลอง"), id="a district that is a word too"),
    pytest.param("อยู่แสนสุขค่ะ", "20", ("ชลบุรี", "เมืองชลบุรี"), id="one of three subdistricts"),
    pytest.param("หนองบัวแดง อยู่หนองไผ่", "36", ("ชัยภูมิ", None), id="not the district far away"),
    pytest.param(
        "ร้านลาบแม่สายเจ๊งแล้ว", "57", ("เชียงราย", "แม่สาย"), id="a short name in running text"
    ),
    pytest.param("อ.เฉลิมพระเกียรติ", "55", ("น่าน", "เฉลิมพระเกียรติ"), id="one of five districts"),
]


@pytest.mark.parametrize(("text", "province", "place"), NEAR)
def test_the_office_written_to_tells_places_of_one_name_apart(text, province, place):
    last = addresses([Passage(1, 0, fold(text), Place.OWN)], province)[-1]
    name = gazetteer.load()[last.district].name_th if last.district else None

    assert last.clear
    assert place == (provinces.load()[last.province].name_th, name)


def test_a_short_name_in_running_text_is_none_far_from_its_province():
    assert [] == addresses([Passage(1, 0, fold("ร้านลาบแม่สายเจ๊งแล้ว"), Place.OWN)], "90")


def test_a_hospital_and_a_home_are_two_places():
    found = seen("ขอมาเข้า รพ.กาฬสินธุ์ ใกล้บ้านกมลาไสยแทน")

    assert [("hospital", None), ("home", "กมลาไสย")] == [(role, d) for _, d, role, _ in found]


def test_quoted_history_names_no_places():
    quoted = Passage(1, 0, fold("บ้านอยู่ อ.เมืองแพร่"), Place.QUOTED)

    assert [] == addresses([quoted])
