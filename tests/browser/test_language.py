"""A reader chooses a language once, wherever they are."""

import pytest
from playwright.sync_api import expect

from tools.screenshots.visitors import COUNTER, DESK, Visitors


@pytest.mark.parametrize(
    ("site", "path", "titles"),
    [
        pytest.param(COUNTER, "/check", ("ตรวจใบรับหนังสือ", "Check a receipt"), id="at the counter"),
        pytest.param(DESK, "/sign-in", ("เข้าสู่ระบบ", "Sign in"), id="at the desk"),
    ],
)
def test_the_language_stays_until_it_is_changed(
    site: str, path: str, titles: tuple[str, str], visitors: Visitors
):
    thai, english = titles
    page = visitors.browser.new_page()
    page.goto(visitors.at(site, path))
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(thai)
    page.get_by_role("button", name="English").click()
    expect(title).to_have_text(english)
    assert page.url.endswith(path)

    page.goto(visitors.at(site, path))
    expect(title).to_have_text(english)
    assert "en" == page.locator("html").get_attribute("lang")
    page.get_by_role("button", name="ภาษาไทย").click()
    expect(title).to_have_text(thai)
    page.close()
