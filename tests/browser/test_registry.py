"""The central registry clears its queue without touching a mouse."""

from playwright.sync_api import Page, expect

from shared.model.fact import CENTRAL, OfficeCode
from shared.model.work import State
from tests.browser.conftest import Post
from tools.screenshots.furnishing import place
from tools.screenshots.visitors import DESK, Visitors

TWO_HOMES = "ผมเป็นผู้ประกันตนมาตรา 39 มีบ้านอยู่ที่จังหวัดแพร่และจังหวัดน่าน ขอแจ้งเปลี่ยนที่อยู่ครับ"
NOWHERE = "ดิฉันเป็นผู้ประกันตนมาตรา 40 อยากให้ธนาคารหักบัญชีจ่ายเงินสมทบ ต้องส่งไปที่ไหนคะ"
MOST = 40
CLEARED = "คัดแยกครบทุกเรื่องแล้ว"


def test_a_triage_queue_is_cleared_by_keyboard_alone(visitors: Visitors, post: Post):
    two, none = post.lay("two-places", "", text=TWO_HOMES), post.lay("no-place", "", text=NOWHERE)
    page = visitors.page()
    page.goto(visitors.at(DESK, "/sign-in"))
    to(page, "#name")
    page.keyboard.type("registrar")
    to(page, "#password")
    page.keyboard.type(post.town.state.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/sign-in" not in address)
    to(page, "a[href='/triage']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/triage")

    for _ in range(MOST):
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if page.get_by_text(CLEARED).count():
            break
        decide(page)

    expect(page.get_by_text(CLEARED)).to_be_visible()
    work = place(post.town.state).register.work
    for letter in (two, none):
        item = work.at(letter, CENTRAL)
        assert item
        assert State.PASSED is item.state
        assert work.at(letter, item.passed_to or OfficeCode(""))
    page.close()


def decide(page: Page) -> None:
    """The first suggestion by its key; without one, the first office of the list."""
    with page.expect_navigation():
        if page.locator("[data-key='1']").count():
            page.keyboard.press("1")
        else:
            to(page, "#to-office")
            page.keyboard.press("ArrowDown")
            to(page, "#note")
            page.keyboard.type("ผู้ส่งแจ้งทางโทรศัพท์")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")


def to(page: Page, wanted: str) -> None:
    """Press Tab until it has the focus."""
    for _ in range(MOST):
        if page.evaluate("(one) => document.activeElement?.matches(one)", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {wanted}")
