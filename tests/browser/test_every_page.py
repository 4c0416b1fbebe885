"""Everybody can use every page: axe-core finds nothing, and a phone need not scroll sideways."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

from tools.screenshots.furnishing import Furnished
from tools.screenshots.gallery import VIEWS, View
from tools.screenshots.visitors import COUNTER, Visitors

AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Tags of rules; the last are axe-core's own advice."""
BY_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""The rules whose answer depends on width or colours; the others ask about words and structure."""
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
IDS = [view.name for view in VIEWS]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=IDS)
def test_a_page_shuts_nobody_out(
    view: View, language: str, visitors: Visitors, there: Furnished
) -> None:
    page = view.open(visitors, language, there)

    assert language == page.locator("html").get_attribute("lang")
    page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    assert "" == found(page, AA)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    assert "" == found(page, BY_LOOKS)
    assert [] == wider_than_the_window(page)
    page.close()


def test_what_shuts_somebody_out_is_found(visitors: Visitors) -> None:
    """The rules above can fail."""
    page = visitors.page()
    page.goto(visitors.at(COUNTER, "/status"))
    page.evaluate(AXE_SCRIPT)
    page.evaluate(
        """() => {
          for (const label of document.querySelectorAll("label")) label.remove();
          document.querySelector("h1").style.cssText = "color: #ccc; width: 2000px";
        }"""
    )

    assert "aria" in found(page, AA)
    assert "contrast" in found(page, BY_LOOKS)
    assert [] != wider_than_the_window(page)
    page.close()


def found(page: Page, rules: list[str]) -> str:
    """What axe-core finds wrong, in words; the rules are tags or names."""
    answer = page.evaluate(
        "(rules) => axe.run({runOnly: rules, resultTypes: ['violations']})", rules
    )
    results = AxeResults(answer)
    return results.generate_report() if results.violations_count else ""


def wider_than_the_window(page: Page) -> list[str]:
    """What makes a reader scroll sideways."""
    return page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          return [...document.body.querySelectorAll("*")]
            .filter((one) => one.getBoundingClientRect().right > wide + 1)
            .map((one) => one.outerHTML.slice(0, 120));
        }"""
    )
