"""What a letter is about, decided from its words as a careful clerk would."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.labelled import letter_from
from shared.classification.classify import classify
from shared.classification.passages import passages
from shared.classification.second_request import asks_twice
from shared.directory import offices, processes
from shared.errors import BadDirectory
from shared.model.fact import ProcessId
from tests.letters import MORNING, a_letter

PROCESSES = processes.load()


def decided(body="", subject="", attached="", sender="somchai@mail.example", kind="pdf-text"):
    line = {"subject": subject, "body": body, "from": sender, "to": "saraban@sso.go.th"}
    if attached:
        line["attachments"] = [{"filename": "form.pdf", "kind": kind, "text": attached}]
    _, letter = letter_from(json.dumps(line), offices.load(), MORNING)
    return classify(letter, PROCESSES)


EACH_PROCESS = [
    ("registration/1.1", "บริษัทจำกัดเพิ่งจดทะเบียนใหม่ รับพนักงานคนแรกแล้ว ขอขึ้นทะเบียนนายจ้าง"),
    ("registration/1.2", "เปิดร้านเสริมสวยชื่อตัวเอง จ้างลูกน้องสองคน ขอขึ้นทะเบียนนายจ้าง บุคคลธรรมดา"),
    ("registration/2", "เพิ่งลาออกจากงาน ขอสมัครมาตรา 39 ส่งต่อเองเดือนละ 432 บาท"),
    ("registration/3", "ขายของตลาดนัด ไม่มีนายจ้าง อยากสมัครมาตรา 40 ทางเลือก 2"),
    ("change/1", "บริษัทย้ายที่ตั้งสำนักงานใหญ่และเปลี่ยนกรรมการ ขอแจ้งเปลี่ยนแปลงข้อเท็จจริงนายจ้าง"),
    ("change/2.1", "ขอแก้ไขนามสกุลในประกันสังคม เพิ่งแต่งงาน เป็นพนักงานบริษัท ม.33"),
    ("change/2.2", "ผู้ประกันตนมาตรา 39 ส่งเอง 432 ย้ายบ้าน ขอเปลี่ยนที่อยู่"),
    ("change/3.1", "มาตรา 40 เปลี่ยนเบอร์โทรศัพท์รับ OTP"),
    ("change/3.2", "ม.40 ขอเปลี่ยนจากทางเลือก 1 เป็นทางเลือก 3"),
    ("change/3.3", "ขอเปลี่ยนสำนักงานประกันสังคมที่รับผิดชอบ ผู้ประกันตน ม.40"),
    ("change/3.4", "ขอลาออกจากการเป็นผู้ประกันตนตามมาตรา 40"),
    ("contribution/1", "ได้รับใบประเมินเงินสมทบกองทุนเงินทดแทน กท.26ก จ่ายที่ไหน"),
    ("contribution/2", "นำส่งเงินสมทบลูกจ้างไม่ทันวันที่ 15 ขอยกเว้นเงินเพิ่ม สปส.1-10"),
    ("contribution/3", "ส่งหนังสือยินยอมให้หักบัญชีธนาคาร ม.39 เดือนละ 432"),
    ("contribution/4.1", "ให้ ธ.ก.ส. หักบัญชีเงินฝาก จ่าย ม.40 เดือนละ 100"),
    ("contribution/4.2", "จ่ายเงินสมทบ ม.40 ผ่าน ShopeePay แล้วยอดไม่ขึ้น"),
    ("refund/1", "บริษัทนำส่งเงินสมทบเกิน ขอรับเงินสมทบส่วนนายจ้างคืน"),
    ("refund/2", "ทำงานสองที่ โดนหักประกันสังคมเกิน ขอเงินคืนส่วนของผู้ประกันตน"),
    ("refund/3", "จ่าย ม.40 ซ้ำสองครั้ง ขอรับเงินไม่พึงชำระคืน"),
    ("refund/4", "พ่อส่ง ม.40 เสียชีวิตแล้วธนาคารยังหักต่อ ทายาทขอรับเงินไม่พึงชำระคืน"),
    ("ssf-benefit/1", "ป่วยฉุกเฉินเข้าโรงพยาบาลเอกชน สำรองจ่ายไปก่อน ขอเบิกค่ารักษาพยาบาล"),
    ("ssf-benefit/2", "ขูดหินปูนและอุดฟัน ขอเบิกค่าทำฟัน 900 บาท"),
    ("ssf-benefit/3", "คลอดลูกแล้ว ขอเบิกค่าคลอดบุตร"),
    ("ssf-benefit/4", "ป่วยจนนอนติดเตียง ม.33 ขอรับประโยชน์ทดแทนกรณีทุพพลภาพ"),
    ("ssf-benefit/5", "แม่เป็น ม.33 ป่วยเสียชีวิต ลูกเป็นผู้จัดการศพ ขอค่าทำศพ"),
    ("ssf-benefit/6", "ขอรับเงินสงเคราะห์กรณีตาย พี่เป็น ม.33 มีหนังสือระบุผู้มีสิทธิ"),
    ("ssf-benefit/7", "ขอเบิกเงินสงเคราะห์บุตร ม.33 ลูก 2 ขวบ"),
    ("ssf-benefit/8", "อายุ 55 ลาออกจากงานแล้ว ขอรับบำเหน็จชราภาพ ม.33"),
    ("ssf-benefit/9.1", "น้ำท่วมโรงงาน หยุดกิจการชั่วคราว ขอเงินว่างงานเหตุสุดวิสัย ยังไม่เลิกจ้าง"),
    ("ssf-benefit/9.2", "ถูกเลิกจ้าง ขอรับเงินว่างงาน รายงานตัวกับจัดหางานแล้ว"),
    ("ssf-benefit/10", "ม.40 นอนโรงพยาบาล 4 คืน ขอเงินทดแทนการขาดรายได้วันละ 300"),
    ("ssf-benefit/11", "ม.40 ทางเลือก 2 ตาบอดสองข้าง ขอเงินทุพพลภาพ"),
    ("ssf-benefit/12", "ยายส่ง ม.40 เสียชีวิต ขอค่าทำศพ ม.40"),
    ("ssf-benefit/13", "ม.40 ทางเลือก 2 อายุ 60 ขอรับบำเหน็จชราภาพ"),
    ("ssf-benefit/14", "ม.40 ทางเลือก 3 ขอเงินสงเคราะห์บุตรคนละ 200"),
    ("wcf-benefit/1", "ลูกจ้างโดนเครื่องหนีบมือขณะทำงาน ขอเบิกค่ารักษาพยาบาลกองทุนเงินทดแทน กท.16"),
    ("wcf-benefit/2", "ขอส่งลูกจ้างเข้ารับการฟื้นฟูสมรรถภาพในการทำงาน"),
    ("wcf-benefit/3", "ลูกจ้างตกนั่งร้านเสียชีวิต ขอเบิกค่าทำศพจากกองทุนเงินทดแทน"),
    ("wcf-benefit/4", "บาดเจ็บจากการทำงาน แพทย์สั่งพัก 20 วัน ขอค่าทดแทนร้อยละ 70"),
    ("wcf-benefit/5", "นิ้วขาดจากเครื่องตัด หมอประเมินการสูญเสียสมรรถภาพร้อยละ 9"),
    ("wcf-benefit/6", "ทุพพลภาพเนื่องจากการทำงาน ขอค่าทดแทนกรณีทุพพลภาพ กองทุนเงินทดแทน"),
    ("wcf-benefit/7", "ลูกเรือตกทะเลสูญหายขณะทำงาน ทายาทขอค่าทดแทนกรณีตายหรือสูญหาย"),
    ("wcf-benefit/8", "ไม่เห็นด้วยกับคำวินิจฉัย ขออุทธรณ์ตาม พ.ร.บ.เงินทดแทน"),
    ("hospital/1", "ขอเปลี่ยนโรงพยาบาลตามสิทธิ ยื่นแบบ สปส. 9-02"),
    ("correspondence/agency", "พนักงานสอบสวนขอให้ส่งประวัติการเป็นผู้ประกันตนตามหมายเรียกพยานเอกสาร"),
    ("other/hospital-user-request", "โรงพยาบาลขอ username และ password ระบบตรวจสอบสิทธิรักษาพยาบาล"),
    ("other/enquiry", "สำนักงานเปิดวันเสาร์ไหมคะ แค่สอบถามเวลาทำการ"),
    ("none", "โปรโมชั่นลดราคา สินเชื่ออนุมัติไว แอดไลน์เลย"),
]


def test_the_table_names_every_process():
    assert set(PROCESSES) == {process for process, _ in EACH_PROCESS}


@pytest.mark.parametrize(("process", "body"), EACH_PROCESS, ids=[row[0] for row in EACH_PROCESS])
def test_plain_words_of_each_process(process, body):
    assert process == decided(body).best.process


NEIGHBOURS = [
    pytest.param(
        {"body": "คลินิกทันตกรรมของเราเปลี่ยนชื่อร้าน ขอแก้ทะเบียนนายจ้าง ไม่ได้เบิกทำฟันค่ะ"},
        "change/1",
        id="what is denied is not asked for",
    ),
    pytest.param(
        {"subject": "Re: ค่าทำฟัน", "body": "ขอเปลี่ยนโรงพยาบาลค่ะ\n> เรื่องค่าทำฟัน 900 บาท ได้รับแล้ว"},
        "hospital/1",
        id="quoted history and its old subject do not count",
    ),
    pytest.param(
        {"subject": "เจ็บคอ", "attached": "แบบคำขอรับประโยชน์ทดแทน กรณีทันตกรรม ถอนฟัน 2 ซี่"},
        "ssf-benefit/2",
        id="the form outweighs a misleading subject",
    ),
    pytest.param(
        {"attached": "แบบคำขอ ม.40 กรณี [ ] เจ็บป่วย [x] ทุพพลภาพ [ ] ตาย [ ] ชราภาพ"},
        "ssf-benefit/11",
        id="the ticked box, not the empty ones",
    ),
    pytest.param(
        {"body": "ขับแท็กซี่ ส่ง ม.40 ประสบอุบัติเหตุขณะทำงาน นอนโรงพยาบาล ขอเงินทดแทนการขาดรายได้"},
        "ssf-benefit/10",
        id="a self-employed member hurt at work stays with section 40",
    ),
    pytest.param(
        {"body": "I would like my old-age pension refunded, I leave Thailand for good"},
        "ssf-benefit/8",
        id="a pension called refund",
    ),
    pytest.param(
        {"body": "บริษัทขอนำเงินที่ส่งเกินไปหักกับงวดถัดไป ไม่ขอรับคืน เงินสมทบพนักงานเดือนพฤษภาคม"},
        "contribution/2",
        id="carried forward, not paid back",
    ),
    pytest.param(
        {"body": "ขอค่าทำศพ พ่อป่วยเสียชีวิต ม.33", "attached": "อ.บำเหน็จณรงค์ จ.ชัยภูมิ"},
        "ssf-benefit/5",
        id="a district that sounds like a pension",
    ),
    pytest.param(
        {
            "body": "ขอข้อมูลสถิติลูกจ้างประสบอันตราย",
            "sender": "info@dept-demo.go.th",
            "attached": "ที่ รง ๐๕๐๕/ว ๓๑๘ เรียน เลขาธิการสำนักงานประกันสังคม ตามแบบ กท.๑๖ ทุพพลภาพ ตาย",
        },
        "correspondence/agency",
        id="an agency's letter whatever it is about",
    ),
    pytest.param(
        {"body": "ขอส่งแบบ สปส.1-03 พนักงานใหม่ 3 ราย", "sender": "hr@hospital-demo.go.th"},
        "change/2.1",
        id="a public body that writes as an employer",
    ),
]


@pytest.mark.parametrize(("letter", "process"), NEIGHBOURS)
def test_neighbours_are_told_apart(letter, process):
    assert process == decided(**letter).best.process


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("สปส. 2-01/7", id="as printed"),
        pytest.param("สปส.๒-๐๑/๗", id="Thai digits"),
        pytest.param("ส.ป.ส. 2 - 01 / 7", id="dots and spaces"),
        pytest.param("SSO 2-01/7", id="the English series"),
        pytest.param("แบบ 2-01/7", id="without its series"),
    ],
)
def test_a_form_code_in_any_spelling(written):
    assert decided(f"แนบ {written} ลาออก").best.process == "ssf-benefit/9.2"


@pytest.mark.parametrize("other", ["12-01/75", "วันที่ 2-01-2568", "โทร 02-012-0177"])
def test_a_number_that_only_looks_like_a_form_code(other):
    meanings = {piece.meaning for piece in decided(other).evidence}

    assert "topic:unemployment" not in meanings


def test_two_matters_are_both_returned():
    found = decided("ขอยื่นเงินว่างงาน ถูกเลิกจ้าง และขอเปลี่ยนโรงพยาบาลด้วย")

    assert {"ssf-benefit/9.2", "hospital/1"} <= {c.process for c in found.ranked}
    assert not found.sure


SECOND = [
    pytest.param("และขอเปลี่ยนโรงพยาบาลด้วย", True, id="and besides"),
    pytest.param("อีกเรื่องคือขอเปลี่ยนโรงพยาบาล", True, id="another matter"),
    pytest.param("I also want to change my hospital", True, id="in English"),
    pytest.param("แนบใบรับรองแพทย์จากโรงพยาบาลมาด้วย", False, id="only an enclosure"),
]


@pytest.mark.parametrize(("words", "twice"), SECOND)
def test_a_second_request_is_heard_where_it_is_announced(words, twice):
    _, its = letter_from(json.dumps({"body": f"ขอยื่นเงินว่างงาน {words}"}), offices.load(), MORNING)

    assert twice is asks_twice(passages(its))


def test_a_letter_that_says_little_is_not_sure():
    found = decided("ส่งเอกสารเพิ่มเติมค่ะ")

    assert not found.sure
    assert found.best.confidence < 0.5


def test_an_empty_letter_is_nothing():
    assert decided().best.process == "none"


def test_confidences_fall_and_sum_to_one_at_most():
    found = decided("ขอรับเงินคืน ม.40")
    confidences = [candidate.confidence for candidate in found.ranked]

    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1.001


def test_the_process_chosen_at_an_upload_counts():
    letter = a_letter("ตามแนบ", subject="", chosen_process="ssf-benefit/7")

    assert classify(letter, PROCESSES).best.process == "ssf-benefit/7"


def test_a_process_list_with_an_unknown_process_is_refused():
    unknown = {**PROCESSES, ProcessId("new/1"): PROCESSES[ProcessId("none")]}

    with pytest.raises(BadDirectory, match="new/1"):
        classify(a_letter("x"), unknown)


def test_only_processes_of_the_list_are_returned():
    some = {name: PROCESSES[ProcessId(name)] for name in map(ProcessId, ("none", "hospital/1"))}
    found = classify(a_letter("ขอเบิกค่าทำฟัน"), some)

    assert {candidate.process for candidate in found.ranked} <= set(some)


WORDS_AND_NOISE = st.lists(
    st.sampled_from(
        [
            "ขอเบิก",
            "ค่าทำฟัน",
            "ม.๔๐",
            "ทุพพลภาพ",
            "สปส. ๒-๐๑",
            "ก ำร",
            "\u200b",
            "\n",
            "  ",
            "[x] ตาย",
            "> เดิม",
            "เปลี่ยนเป็นโรงพยาบาล",
            "pension",
            "ที่ รง 0505/ว 318",
            "ๆ",
            "้",
        ]
    ),
    max_size=12,
)


@given(WORDS_AND_NOISE, WORDS_AND_NOISE)
def test_evidence_points_to_the_words_it_quotes(subject, body):
    letter = a_letter(" ".join(body), "".join(body), subject=" ".join(subject))
    texts = {0: letter.submission.subject}
    texts |= {n: reading.text for n, reading in enumerate(letter.readings, start=1)}

    for piece in classify(letter, PROCESSES).evidence:
        if piece.document >= 0:
            assert piece.text == texts[piece.document][piece.start : piece.end]


def scanned(text, seed):
    """Noise as scanners make it: spaces inside words, lost tone marks, look-alike letters."""
    dice = random.Random(seed)  # noqa: S311 - noise for a test
    out = []
    for sign in text:
        if sign in "่้๊๋์" and dice.random() < 0.5:
            continue
        out.append({"บ": "ป", "ร": "ธ", "ช": "ซ"}.get(sign, sign) if dice.random() < 0.08 else sign)
        if dice.random() < 0.08:
            out.append(" ")
    return "".join(out)


FORMS = [
    pytest.param(
        "แบบคำขอรับเงินคืนผู้ประกันตนมาตรา 40 เงินไม่พึงชำระ ผู้ประกันตนยังมีชีวิต", "refund/3", id="refund"
    ),
    pytest.param(
        "หนังสือยินยอมให้หักบัญชีเงินฝากธนาคาร ผู้ประกันตนมาตรา 39 432 บาท", "contribution/3", id="debit"
    ),
    pytest.param(
        "แบบการเลือกสถานพยาบาลในการรับบริการทางการแพทย์ ขอเปลี่ยนสถานพยาบาล", "hospital/1", id="hospital"
    ),
    pytest.param(
        "คำขอรับประโยชน์ทดแทนกรณีสงเคราะห์บุตร เงินสงเคราะห์บุตร ผู้ประกันตนมาตรา 33",
        "ssf-benefit/7",
        id="child",
    ),
]


@pytest.mark.parametrize(("text", "process"), FORMS)
@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_a_scanner_s_noise_does_not_change_the_process(text, process, seed):
    assert process == decided(attached=scanned(text, seed), kind="scan").best.process
