"""Clerks at their desk: a letter from the queue to its end, two who collide, fifteen days."""

from datetime import date, datetime, time, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from functions.daily.remind import Reminding, remind
from shared.deadlines.answering import ANSWER
from shared.model.fact import OfficeCode
from shared.thai.calendar import BANGKOK
from shared.thai.writing import THAI, Writing
from tests.browser.conftest import Post, a_note
from tests.local.conftest import eventually
from tools.screenshots.furnishing import PATIENCE, place, receipt_of
from tools.screenshots.showing import check_file
from tools.screenshots.visitors import COUNTER, DESK, Visitors

QUEUE = "/offices/{}/queue"


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def open_letter(page: Page, visitors: Visitors, name: str, office: str = "chiangmai") -> None:
    """From the queue, as a clerk does."""
    page.goto(visitors.at(DESK, QUEUE.format(office)))
    page.get_by_role("link", name=f"({name})").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


@pytest.mark.parametrize("name", ["scripted", "plain"])
def test_a_clerk_works_a_letter_from_the_queue_to_its_end(
    name: str, visitors: Visitors, post: Post
):
    """With JavaScript, and without."""
    post.lay(name)
    page = visitors.page("somsri", script=name == "scripted")
    open_letter(page, visitors, name)
    page.get_by_role("button", name="รับเรื่องไปดำเนินการ").click()
    expect(main(page)).to_contain_text("กำลังดำเนินการ")
    page.get_by_label("ผลการดำเนินการ").fill("หักบัญชีตั้งแต่เดือนหน้า")
    page.get_by_label("แจ้งผลนี้ให้ผู้ส่งทราบ").check()
    page.get_by_role("button", name="ยุติเรื่อง").click()

    expect(page.get_by_role("status")).to_contain_text("ยุติเรื่องแล้ว")
    expect(page.get_by_role("link", name=f"({name})")).to_have_count(0)
    assert post.mail_to(f"{name}@mail.example", "หักบัญชีตั้งแต่เดือนหน้า")
    page.close()


def test_the_queue_is_filtered_without_a_script(visitors: Visitors, post: Post):
    post.lay("filtered")
    page = visitors.page("somsri", script=False)
    page.goto(visitors.at(DESK, QUEUE.format("chiangmai")))
    page.locator("summary").click()
    page.get_by_label("สถานะ").select_option("waiting")
    page.get_by_role("button", name="แสดง", exact=True).click()

    expect(page.get_by_role("link", name="(filtered)")).to_have_count(0)
    expect(page.get_by_role("link", name="ขอรับเงินสมทบคืน")).to_be_visible()
    page.context.close()


def test_the_slower_of_two_clerks_is_told_and_nothing_is_overwritten(
    visitors: Visitors, post: Post
):
    post.lay("contested")
    quick, slow = visitors.page("somsri"), visitors.page("prasit")
    for page in (quick, slow):
        open_letter(page, visitors, "contested")
    quick.get_by_role("button", name="รับเรื่องไปดำเนินการ").click()
    expect(main(quick)).to_contain_text("กำลังดำเนินการ")
    slow.get_by_role("button", name="รับเรื่องไปดำเนินการ").click()

    expect(slow.get_by_role("alert")).to_contain_text("มีผู้อื่นดำเนินการกับเรื่องนี้ก่อนแล้ว")
    expect(slow.locator("dl")).to_contain_text("somsri")
    for page in (quick, slow):
        page.close()


def test_the_fifteen_days_of_a_returned_letter(visitors: Visitors, post: Post):
    sender = "fifteen@mail.example"
    post.lay("fifteen", "khonkaen")
    page = visitors.page("malee")
    open_letter(page, visitors, "fifteen", "khonkaen")
    page.get_by_role("button", name="รับเรื่องไปดำเนินการ").click()
    page.get_by_text("แจ้งขอเอกสารเพิ่มเติม", exact=True).click()
    page.get_by_label("เอกสารที่ขอเพิ่มเติม").fill("สำเนาหน้าสมุดบัญชีธนาคาร")
    page.get_by_role("button", name="แจ้งผู้ส่ง").click()

    last = ANSWER(datetime.now(BANGKOK).date())
    expect(page.locator("dl")).to_contain_text(Writing(THAI).day(last))
    post.mail_to(sender, "ขอให้ส่งเอกสารเพิ่มเติม", "สำเนาหน้าสมุดบัญชีธนาคาร")

    stores = place(post.town.state)
    look = Reminding(stores.register, stores.notify, (OfficeCode("khonkaen"),), days=3)
    assert 0 == remind(morning(last, -4), look).near
    assert 1 == remind(morning(last, -3), look).near
    post.mail_to(sender, "เตือนกำหนดส่งเอกสารเพิ่มเติม", "สำเนาหน้าสมุดบัญชีธนาคาร")
    assert 1 == remind(morning(last, 1), look).late
    page.reload()
    expect(page.locator(".history")).to_contain_text("ครบกำหนด")
    expect(main(page)).to_contain_text("หนังสือเตือนกำหนดส่งเอกสารเพิ่มเติม: ส่งแล้ว")

    send_what_was_asked_for(visitors, receipt_of(post.town.state, sender), last)
    woken = main(page).locator(".tags", has_text="รอดำเนินการ")
    eventually(lambda: page.reload() and woken.count(), PATIENCE, pause=1)
    expect(page.locator(".reply")).to_contain_text("สมุดบัญชี.txt")
    page.close()


def morning(day: date, further: int) -> datetime:
    """When the daily look is run, so many days after a day."""
    return datetime.combine(day + timedelta(days=further), time(6, 30), BANGKOK)


def send_what_was_asked_for(visitors: Visitors, receipt: bytes, last: date) -> None:
    """The sender at the counter, with nothing but the receipt."""
    page = visitors.page()
    page.goto(visitors.at(COUNTER, "/check"))
    check_file(page, receipt)
    page.get_by_role("button", name="ดูสถานะของเรื่องนี้").click()
    expect(main(page)).to_contain_text(f"โปรดส่งเอกสารภายในวันที่ {Writing(THAI).day(last)}")
    page.get_by_role("button", name="ส่งเอกสารเพิ่มเติมของเรื่องนี้").click()
    page.get_by_label("ชื่อเรื่อง").fill("ส่งสมุดบัญชีตามที่แจ้ง")
    paper = a_note("สมุดบัญชี.txt", "สำเนาหน้าสมุดบัญชีธนาคาร")
    page.get_by_label("ไฟล์เอกสารหรือภาพถ่าย").set_input_files(paper)
    page.get_by_role("button", name="ส่งเอกสาร").click()
    page.wait_for_url("**/sent/**")
    page.close()
