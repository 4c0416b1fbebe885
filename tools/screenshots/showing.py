"""What somebody does on a page before it looks as it should.

Nothing of it lasts, but that ``sent`` sends a letter.
"""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import FilePayload, Page

from shared.sealing.sealed_file import seal_in

if TYPE_CHECKING:
    from tools.screenshots.furnishing import Furnished

NOTE = "ขอเปลี่ยนสถานพยาบาลตามสิทธิประกันสังคม"
MOST_SKIPPED = 9


def wrong_password(page: Page, _: "Furnished") -> None:
    """Somebody mistypes."""
    page.locator("#name").fill("somsri")
    page.locator("#password").fill("not-it")
    submit(page, "/sign-in")


def all_forms(page: Page, _: "Furnished") -> None:
    """Every form of a letter is opened."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def too_late(page: Page, _: "Furnished") -> None:
    """A form of a page that was opened before somebody else acted."""
    form = page.locator("form[action$='/take']")
    form.locator("[name=version]").evaluate("(field) => { field.value = 1; }")
    form.locator("button").click()
    page.locator("[role=alert]").wait_for()


def no_office(page: Page, there: "Furnished") -> None:
    """A letter is passed on to nobody, past what the browser itself checks."""
    all_forms(page, there)
    form = page.locator("form[action$='/pass']")
    form.evaluate("(form) => { form.noValidate = true; }")
    form.locator("button").click()
    page.locator("[role=alert]").wait_for()


def with_suggestions(page: Page, _: "Furnished") -> None:
    """The first letter for which there are offices to choose from."""
    for _skipped in range(MOST_SKIPPED):
        if page.locator("[data-key='1']").count():
            return
        page.locator("[data-key='0']").click()
        page.wait_for_load_state()


def bad_file(page: Page, _: "Furnished") -> None:
    """A program is no document."""
    _write(page, {"name": "setup.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"})
    page.locator("[data-problems]:not([hidden])").wait_for()


def sent(page: Page, _: "Furnished") -> None:
    """A letter is sent and registered."""
    _write(page, {"name": "คำขอ.txt", "mimeType": "text/plain", "buffer": NOTE.encode()})
    page.wait_for_url("**/sent/**")
    page.locator(".documents").wait_for()


def unknown_letter(page: Page, _: "Furnished") -> None:
    """A reference that nobody has."""
    page.locator("#reference").fill("2222-2222-2222")
    page.locator("#code").fill("AAAAAAAA")
    submit(page, "/status")


def no_code(page: Page, _: "Furnished") -> None:
    """The form is sent empty."""
    submit(page, "/check")


def genuine(page: Page, there: "Furnished") -> None:
    """A receipt's file is checked."""
    check_file(page, there.receipt)


def check_file(page: Page, content: bytes) -> None:
    """The same with any file."""
    paper: FilePayload = {"name": "r.pdf", "mimeType": "application/pdf", "buffer": content}
    page.locator("#file").set_input_files(paper)
    page.locator("form:has(#file) button").click()
    page.locator(".result").wait_for()


def standing(page: Page, there: "Furnished") -> None:
    """From a checked receipt to how its letter stands."""
    genuine(page, there)
    page.locator("main form[action='/status'] button").click()
    page.locator(".state").first.wait_for()


def further(page: Page, there: "Furnished") -> None:
    """From there to the form for further documents."""
    standing(page, there)
    page.locator("main form[action='/send/more'] button").click()
    page.locator("#files").wait_for()


def forged(page: Page, there: "Furnished") -> None:
    """A code in which somebody wrote another register number."""
    page.locator("#code").fill(changed(seal_in(there.receipt).code))
    submit(page, "/check")


def changed(code: str) -> str:
    """The code with the next register number; its signature is of the right one."""
    return re.sub(r"-(\d+)\.", lambda found: f"-{int(found[1]) + 1}.", code, count=1)


def submit(page: Page, action: str) -> None:
    """Send the form and wait for the answer."""
    with page.expect_navigation():
        page.locator(f"main form[action='{action}'] button[type=submit]").first.click()


def _write(page: Page, file: FilePayload) -> None:
    page.locator("#subject").fill("ขอเปลี่ยนสถานพยาบาล")
    page.locator("#files").set_input_files(file)
    page.locator("[data-sends] button[type=submit]").click()
