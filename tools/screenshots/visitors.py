"""People with a browser: each has cookies of their own, a language, and maybe a name."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from local.state import State
from shared.site.answers import LANGUAGE
from shared.thai.writing import ENGLISH, THAI

DESK, COUNTER = "DeskApi", "PortalApi"

WIDE: ViewportSize = {"width": 1280, "height": 900}
SECONDS = 30


@dataclass
class Visitors:
    """Opens pages for people; who has signed in once stays signed in."""

    browser: Browser
    town: State
    _sessions: dict[tuple[str, str], BrowserContext] = field(default_factory=dict)

    def page(self, who: str = "", language: str = THAI, *, script: bool = True) -> Page:
        """A new page of somebody signed in at the desk as ``who``, or of nobody."""
        if not script:
            return self._context(who, language, script=False).new_page()
        if (who, language) not in self._sessions:
            self._sessions[who, language] = self._context(who, language, script=True)
        return self._sessions[who, language].new_page()

    def at(self, site: str, path: str) -> str:
        """The address of a page."""
        return self.town.fronts[site].rstrip("/") + path

    def close(self) -> None:
        """Everybody leaves."""
        for context in self._sessions.values():
            context.close()
        self._sessions.clear()

    def _context(self, who: str, language: str, *, script: bool) -> BrowserContext:
        # Colours that are still on their way from one to the other belong to no theme.
        context = self.browser.new_context(
            viewport=WIDE, java_script_enabled=script, reduced_motion="reduce"
        )
        context.set_default_timeout(1000 * SECONDS)
        if language == ENGLISH:
            # Both sites are on localhost, and a cookie of this name needs an https address.
            place = "https://localhost"
            context.add_cookies(
                [{"name": LANGUAGE, "value": language, "url": place, "secure": True}]
            )
        if who:
            self._sign_in(context.new_page(), who)
        return context

    def _sign_in(self, page: Page, who: str) -> None:
        page.goto(self.at(DESK, "/sign-in"))
        page.locator("#name").fill(who)
        page.locator("#password").fill(self.town.password)
        page.locator("main button[type=submit]").click()
        page.wait_for_url(lambda address: "/sign-in" not in address)
        page.close()
