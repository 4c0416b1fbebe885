"""A citizen at the counter: papers are sent, the receipt is checked, the status is seen."""

from urllib.parse import urlsplit

import pypdfium2
import zxingcpp
from playwright.sync_api import FilePayload, expect

from samples.inbox import load as samples
from shared.sealing.sealed_file import seal_in
from tests.browser.conftest import Post, a_note
from tests.local.conftest import eventually
from tools.screenshots.furnishing import PATIENCE, Furnished, receipt_of
from tools.screenshots.showing import changed, check_file
from tools.screenshots.visitors import COUNTER, Visitors

GENUINE, NOT_GENUINE = "ข้อมูลในไฟล์นี้เป็นข้อมูลจริง", "ไม่ผ่านการตรวจ"
READ = 1000 * PATIENCE
"""Milliseconds in which the town reads a photograph."""


def a_photograph() -> FilePayload:
    [shop] = [one for one in samples() if one.id == "noodle-shop-upload"]
    [photo] = [one.content for one in shop.objects if one.key.endswith(".jpg")]
    return {"name": "แบบ สปส 1-01.jpg", "mimeType": "image/jpeg", "buffer": photo}


def test_a_photograph_is_sent_and_its_sender_sees_how_it_stands(visitors: Visitors, post: Post):
    page = visitors.page()
    straight: list[str] = []
    page.on("request", lambda one: straight.append(one.url) if one.method == "POST" else None)
    page.goto(visitors.at(COUNTER, "/"))
    page.get_by_role("main").get_by_role("link", name="ส่งเอกสาร").click()
    page.get_by_label("หน่วยงานที่ส่งถึง").select_option("surin")
    page.get_by_label("ชื่อเรื่อง").fill("ขอขึ้นทะเบียนนายจ้าง")
    page.get_by_label("อีเมลสำหรับรับใบรับหนังสือ").fill("thongbai@mail.example")
    page.get_by_label("ไฟล์เอกสารหรือภาพถ่าย").set_input_files(a_photograph())
    page.get_by_role("button", name="ส่งเอกสาร").click()

    expect(page.get_by_role("heading", name="ได้รับเอกสารและลงทะเบียนรับแล้ว")).to_be_visible(
        timeout=READ
    )
    expect(page.get_by_role("main")).to_contain_text("สำนักงานประกันสังคมจังหวัดสุรินทร์")
    expect(page.get_by_role("main")).to_contain_text("แบบ สปส 1-01.jpg")
    store = urlsplit(post.town.state.endpoint).netloc
    assert [store] == [one for one in (urlsplit(url).netloc for url in straight) if one == store]

    post.mail_to("thongbai@mail.example")
    page.get_by_role("navigation").get_by_role("link", name="ตรวจใบรับหนังสือ").click()
    check_file(page, receipt_of(post.town.state, "thongbai@mail.example"))
    page.get_by_role("button", name="ดูสถานะของเรื่องนี้").click()
    expect(page.get_by_role("main")).to_contain_text("รับเรื่องแล้ว รอเจ้าหน้าที่ดำเนินการ")
    expect(page.get_by_role("main")).not_to_contain_text("thongbai")
    page.close()


def test_a_genuine_receipt_passes_by_its_file_and_by_its_qr_code(
    visitors: Visitors, there: Furnished
):
    page = visitors.page()
    page.goto(visitors.at(COUNTER, "/check"))
    check_file(page, there.receipt)
    expect(page.get_by_role("heading", name=GENUINE)).to_be_visible()

    page.goto(scanned(there.receipt))
    page.get_by_role("button", name="ตรวจรหัส").click()
    expect(page.get_by_role("heading", name="รหัสนี้เป็นของจริง")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("สำนักงานประกันสังคมจังหวัดขอนแก่น")
    page.close()


def scanned(receipt: bytes) -> str:
    """Where the QR code on the paper leads."""
    sheet = pypdfium2.PdfDocument(receipt)[0].render(scale=3).to_pil()
    [found] = zxingcpp.read_barcodes(sheet)
    return found.text


def test_a_forged_receipt_does_not_pass(visitors: Visitors, there: Furnished):
    page = visitors.page()
    page.goto(visitors.at(COUNTER, "/check"))
    page.get_by_label("รหัสตรวจสอบบนใบรับหนังสือ").fill(changed(seal_in(there.receipt).code))
    page.get_by_role("button", name="ตรวจรหัส").click()
    expect(page.get_by_role("heading", name=NOT_GENUINE)).to_be_visible()

    page.goto(visitors.at(COUNTER, "/check"))
    check_file(page, b"%PDF-1.7 drawn by somebody else")
    expect(page.get_by_role("heading", name=NOT_GENUINE)).to_be_visible()
    page.close()


def test_papers_can_be_sent_without_a_script(visitors: Visitors):
    page = visitors.page(script=False)
    page.goto(visitors.at(COUNTER, "/send?office=nan"))
    page.get_by_label("ชื่อเรื่อง").fill("ขอเปลี่ยนสถานพยาบาล")
    note = a_note("คำขอ.txt", "ขอเปลี่ยนสถานพยาบาลค่ะ")
    page.get_by_label("ไฟล์เอกสารหรือภาพถ่าย").set_input_files(note)
    page.get_by_role("button", name="ส่งเอกสาร").click()
    arrived = page.get_by_role("heading", name="ได้รับเอกสาร")
    expect(arrived).to_be_visible()
    registered = page.get_by_text("คำขอ.txt")
    eventually(lambda: registered.count() or (page.reload() and None), PATIENCE, pause=0.5)
    expect(registered).to_be_visible()
    page.context.close()
