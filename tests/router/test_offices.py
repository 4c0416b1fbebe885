"""Each letter goes to the desk that a careful clerk would choose, or to one who chooses."""

import json

import pytest

from cli.labelled import letter_from
from functions.router.offices import route
from shared.directory import offices
from shared.errors import UnknownOffice
from shared.model.classification import Candidate, Classification
from shared.model.fact import CENTRAL, ProcessId
from shared.model.routing import Decision
from tests.letters import MORNING, a_letter

DIRECTORY = offices.load()


def about(process, confidence=0.97):
    best = Candidate(process=ProcessId(process), confidence=confidence)
    return Classification(ranked=(best,), sure=True, evidence=(), version="test")


def routed(body, process="ssf-benefit/2", to="central", **changes):
    mailboxes = [DIRECTORY.by_code(code).mailbox for code in to.split()]
    line = {"body": body, "to": mailboxes, **changes}
    _, letter = letter_from(json.dumps(line), DIRECTORY, MORNING)
    return route(letter, about(process), DIRECTORY)


AUTO = [
    pytest.param(
        "อ.เมือง จ.แพร่", "ssf-benefit/2", "central", "phrae", id="a province's own district"
    ),
    pytest.param(
        "can my mother have that 300 back. takhli",
        "refund/4",
        "nakhornsawan",
        "takhli",
        id="an amphoe in small letters",
    ),
    pytest.param(
        "I live near Lopburi town, Amphoe Mueang Lopburi",
        "ssf-benefit/8",
        "chai_badan",
        "lopburi",
        id="a province and a district of it are one place",
    ),
    pytest.param(
        "บ้านอยู่ อ.บ้านโป่ง จ.ราชบุรี",
        "ssf-benefit/2",
        "ratchaburi",
        "ban_pong",
        id="an amphoe with a branch",
    ),
    pytest.param(
        "อยู่ อ.เบตง จ.ยะลา", "ssf-benefit/2", "central", "yala", id="an amphoe without a branch"
    ),
    pytest.param(
        "อยู่ อ.นิคมพัฒนา ระยอง",
        "ssf-benefit/2",
        "pluak_daeng",
        "pluak_daeng",
        id="another amphoe, written to a branch of the province",
    ),
    pytest.param(
        "อยู่ อ.นิคมพัฒนา ระยอง",
        "ssf-benefit/2",
        "chonburi",
        "rayong",
        id="another amphoe, written to another province",
    ),
    pytest.param(
        "อยู่ อ.เมืองระยอง",
        "ssf-benefit/2",
        "pluak_daeng",
        "rayong",
        id="the province's own district, written to a branch",
    ),
    pytest.param(
        "ขอเบิกครับ", "ssf-benefit/2", "trat", "trat", id="nothing said: the mailbox written to"
    ),
    pytest.param(
        "ผมอยู่แม่สอด รักษาที่ รพ.พิษณุโลก",
        "ssf-benefit/2",
        "central",
        "mae_sot",
        id="a hospital is no address",
    ),
    pytest.param(
        "ขอเปลี่ยน รพ. จาก รพ.มหาราชนครเชียงใหม่ เป็น รพ.สังคม อ.สังคม จ.หนองคาย",
        "hospital/1",
        "chiangmai",
        "chiangmai",
        id="two hospitals are no address, nor is the address of the second",
    ),
    pytest.param(
        "เรียน ผอ.สปส.กทม.พื้นที่ 11 บริษัทอยู่เขตสาทร",
        "refund/1",
        "central",
        "bkkarea11",
        id="a Bangkok area named",
    ),
    pytest.param(
        "อยู่เขตวัฒนา กทม.", "ssf-benefit/2", "bkkarea12", "bkkarea12", id="a khet, written to an area"
    ),
    pytest.param(
        "เรียน ประกันสังคมลำพูน ผมอยู่ อ.เมืองลำปาง",
        "ssf-benefit/2",
        "lampang",
        "lamphun",
        id="the office named before the home",
    ),
    pytest.param(
        "ย้ายจากลำปางมาอยู่ อ.เมืองแพร่",
        "change/2.2",
        "lampang",
        "phrae",
        id="after a move the new place",
    ),
    pytest.param(
        "ไซต์งานอยู่ภูเก็ต สำนักงานใหญ่บริษัทอยู่ อ.เมืองระยอง",
        "wcf-benefit/3",
        "central",
        "rayong",
        id="a work injury goes by the head office",
    ),
    pytest.param(
        "บริษัทอยู่ อ.บางปะกง ฉะเชิงเทรา บ้านผมอยู่ อ.เมืองชลบุรี",
        "wcf-benefit/1",
        "chonburi",
        "bang_pakong",
        id="the establishment, not home or mailbox",
    ),
    pytest.param(
        "คลินิกของเรา อ.เมืองราชบุรี",
        "change/1",
        "central",
        "ratchaburi",
        id="a clinic that is the employer",
    ),
    pytest.param(
        "เรียน สปส.ชลบุรี สาขาศรีราชา โรงงานอยู่ อ.บ้านบึง จ.ชลบุรี",
        "change/1",
        "central",
        "sriracha",
        id="another amphoe, a branch of the province named",
    ),
    pytest.param(
        "สำนักงานใหญ่อยู่ อ.เมืองขอนแก่น ร้านใหม่ที่ อ.ปากช่อง นครราชสีมา",
        "change/1",
        "pak_chong",
        "khonkaen",
        id="the head office, not another establishment",
    ),
    pytest.param(
        "ตอนนี้อยู่กับแม่ที่ ต.ขามใหญ่ อ.เมืองอุบลราชธานี ไม่กลับศรีราชาแล้ว",
        "ssf-benefit/9.2",
        "sriracha",
        "ubonratchathani",
        id="a place that is denied",
    ),
    pytest.param(
        "ขอส่งเข้าศูนย์ฟื้นฟูสมรรถภาพคนงานภาค 2 บริษัทอยู่ชลบุรี",
        "wcf-benefit/2",
        "chonburi",
        "irc2",
        id="a rehabilitation centre named",
    ),
    pytest.param(
        "เคยทำงานที่ขอนแก่น ขอเข้า รพ.กาฬสินธุ์ ใกล้บ้านกมลาไสย",
        "hospital/1",
        "kalasin",
        "kalasin",
        id="not the place of a job that was left",
    ),
    pytest.param(
        "บ้านอยู่ อ.เมืองชลบุรี ชื่ออยู่กับสาขาศรีราชา ขอเปลี่ยนมาเป็นสำนักงานชลบุรี",
        "change/3.3",
        "sriracha",
        "chonburi",
        id="the office asked for, not the one that has it",
    ),
    pytest.param(
        "ต.วังขนาย อ.ท่าม่วง กาญจนบุรี ไม่ใช่ท่ามะกา",
        "change/3.2",
        "thamaka",
        "kanchanaburi",
        id="written to an office whose place is denied",
    ),
    pytest.param(
        "เรียน ผอ.สปส.กทม.พื้นที่ 10 พนักงานไปทำงานกับนายจ้างใหม่ที่ชลบุรี ขอคืนเงินส่วนนายจ้าง",
        "refund/1",
        "bkkarea10",
        "bkkarea10",
        id="not where another employer is",
    ),
    pytest.param(
        "แม่ขายไก่ย่างหน้าตลาดศีขรภูมิ นอน รพ.ศีขรภูมิ 5 คืน",
        "ssf-benefit/10",
        "surin",
        "sikhoraphum",
        id="a market is where somebody works",
    ),
    pytest.param(
        "ยื่นที่ศรีสะเกษได้ไหม หรือชลบุรี อ.ขุขันธ์",
        "ssf-benefit/5",
        "sisaket",
        "sisaket",
        id="what clearly outweighs the rest",
    ),
    pytest.param(
        "ขอส่งลูกจ้าง บริษัทอยู่ อ.คลองหลวง",
        "wcf-benefit/2",
        "irc1",
        "irc1",
        id="a rehabilitation centre written to",
    ),
]


@pytest.mark.parametrize(("body", "process", "to", "office"), AUTO)
def test_a_clear_letter_goes_to_its_desk(body, process, to, office):
    routing = routed(body, process, to)

    assert (Decision.AUTO, (office,)) == (routing.decision, routing.offices)
    assert routing.rule


TRIAGE = [
    pytest.param("ขอเบิกครับ", "ssf-benefit/2", "central", (), id="nothing said, nobody addressed"),
    pytest.param(
        "อยู่เขตวัฒนา",
        "ssf-benefit/2",
        "central",
        ("bkkarea12",),
        id="a khet alone: its area is only a hint",
    ),
    pytest.param("อยู่เขตบางแค", "ssf-benefit/2", "central", (), id="a khet of which nobody knows"),
    pytest.param(
        "อยู่เขตวัฒนา กทม.",
        "ssf-benefit/2",
        "chonburi",
        ("bkkarea12", "chonburi"),
        id="Bangkok, written to a province",
    ),
    pytest.param(
        "บ้านอยู่ จ.แพร่ และ บ้านอยู่ จ.น่าน", "ssf-benefit/2", "central", ("phrae", "nan"), id="two homes"
    ),
    pytest.param(
        "รักษาที่ รพ.พิษณุโลก",
        "ssf-benefit/2",
        "central",
        ("phitsanulok",),
        id="a hospital alone only suggests",
    ),
    pytest.param(
        "กาฬสินธุ์", "ssf-benefit/2", "trat", ("kalasin", "trat"), id="a bare name against the mailbox"
    ),
    pytest.param(
        "โทร 0 5371 1234 57000",
        "ssf-benefit/2",
        "central",
        ("chiangrai",),
        id="a postcode only suggests",
    ),
    pytest.param(
        "นอนโรงพยาบาลบ้านโฮ่ง ขอเบิกค่ะ ลำพูน",
        "ssf-benefit/10",
        "central",
        ("lamphun", "ban_hong"),
        id="a province, and a hospital where a branch is",
    ),
    pytest.param("อะไรก็ได้ อ.เมืองแพร่", "none", "phrae", ("phrae",), id="nothing to do"),
    pytest.param(
        "รพ.แพร่ ขอ user",
        "other/hospital-user-request",
        "phrae",
        ("phrae",),
        id="hospital user request",
    ),
]


@pytest.mark.parametrize(("body", "process", "to", "suggested"), TRIAGE)
def test_an_unclear_letter_goes_to_a_person_with_suggestions(body, process, to, suggested):
    routing = routed(body, process, to)

    assert (Decision.TRIAGE, (CENTRAL,)) == (routing.decision, routing.offices)
    assert set(suggested) <= set(routing.suggestions)


def test_what_a_hint_says_of_the_head_office_is_suggested_before_the_factory():
    body = "บริษัท ตัวอย่าง จำกัด สำนักงานใหญ่ เขตคลองเตย กทม. โรงงานอยู่ อ.วังน้อย จ.พระนครศรีอยุธยา"
    routing = routed(body, "change/1")

    assert (Decision.TRIAGE, ("bkkarea12", "ayutthaya")) == (routing.decision, routing.suggestions)


def test_each_of_several_addressed_offices_gets_the_letter():
    routing = routed("อ.เมืองแพร่", to="central lampang lamphun")

    assert ("lampang", "lamphun") == routing.offices
    assert "several offices addressed" == routing.rule


def test_more_than_five_addressed_offices_are_for_the_central_registry():
    to = "lampang lamphun phrae nan phayao chiangrai"
    routing = routed("ถึงทุกสำนักงาน", to=to)

    assert (Decision.TRIAGE, (CENTRAL,)) == (routing.decision, routing.offices)
    assert tuple(to.split()) == routing.suggestions


@pytest.mark.parametrize(
    ("to", "office"),
    [
        pytest.param("central", "central", id="to the central mailbox"),
        pytest.param("nongkhai", "nongkhai", id="to an office's mailbox"),
    ],
)
def test_an_agency_s_letter_is_decided_not_triaged(to, office):
    routing = routed("ขอข้อมูลสถิติ จ.แพร่", "correspondence/agency", to)

    assert (Decision.AUTO, (office,)) == (routing.decision, routing.offices)


def test_an_agency_s_letter_that_greets_an_office_goes_there():
    body = "เรียน หัวหน้าสำนักงานประกันสังคมจังหวัดสุราษฎร์ธานี สาขาเกาะสมุย ขอทราบข้อมูล"

    assert ("koh_samui",) == routed(body, "correspondence/agency", "suratthani").offices


AGENCIES = [
    pytest.param(
        "The Consulate requests the Social Security Office, Ranong, to confirm",
        "ranong",
        id="named",
    ),
    pytest.param(
        "เรียน เลขาธิการสำนักงานประกันสังคม ตามที่สำนักงานประกันสังคมจังหวัดแพร่ แจ้งว่า",
        "central",
        id="spoken of, the Secretary-General greeted",
    ),
    pytest.param(
        "ขอให้สำนักงานประกันสังคมจังหวัดแพร่ และสำนักงานประกันสังคมจังหวัดน่าน ตรวจสอบ",
        "central",
        id="two named",
    ),
    pytest.param(
        "ถึงประกันสังคมจังหวัดนครราชสีมา ให้เจ้าหน้าที่สาขาปากช่องมาเบิกความ",
        "pak_chong",
        id="a branch and its province's office",
    ),
]


@pytest.mark.parametrize(("body", "office"), AGENCIES)
def test_an_agency_s_letter_goes_to_the_one_office_that_it_names(body, office):
    assert (office,) == routed(body, "correspondence/agency").offices


def test_a_matter_that_may_be_another_is_not_sent_where_only_one_of_them_belongs():
    body = "ตอนนี้พักรักษาตัวที่ลำปาง บ้านอยู่ อ.เมืองลำปาง บริษัทอยู่ อ.เมืองระยอง"
    _, letter = letter_from(json.dumps({"body": body}), DIRECTORY, MORNING)
    either = [("ssf-benefit/1", 0.5), ("wcf-benefit/4", 0.45)]
    ranked = tuple(Candidate(process=ProcessId(name), confidence=sure) for name, sure in either)
    routing = route(letter, about("none").model_copy(update={"ranked": ranked}), DIRECTORY)

    assert (Decision.TRIAGE, (CENTRAL,)) == (routing.decision, routing.offices)
    assert {"lampang", "rayong"} <= set(routing.suggestions)


def test_an_unsure_process_does_not_hold_up_a_sure_office():
    letter = a_letter("บ้านอยู่ อ.เมืองแพร่", addressed=("central",))
    routing = route(letter, about("other/enquiry", 0.2), DIRECTORY)

    assert (Decision.AUTO, ("phrae",)) == (routing.decision, routing.offices)


def test_the_evidence_points_to_the_place_in_the_letter():
    text = "สวัสดีค่ะ บ้านอยู่ ต.ในเวียง อ.เมืองแพร่ ๕๔๐๐๐"
    piece = routed(text).evidence[0]

    assert "ต.ในเวียง" == piece.text == text[piece.start : piece.end]
    assert (1, "office:phrae") == (piece.document, piece.meaning)


def test_an_unknown_addressed_office_is_our_own_bug():
    with pytest.raises(UnknownOffice):
        route(a_letter("x", addressed=("nowhere",)), about("none"), DIRECTORY)
