"""Every page of desk and counter, and how one comes to see it."""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Page

from tools.screenshots import showing
from tools.screenshots.furnishing import Furnished
from tools.screenshots.visitors import COUNTER, DESK, Visitors

Act = Callable[[Page, Furnished], None]


class View(NamedTuple):
    """One page as it can look.

    ``path`` may name a letter in braces; ``act`` is what somebody does there before looking.
    """

    name: str
    site: str
    path: str
    who: str = ""
    act: Act | None = None

    def open(self, visitors: Visitors, language: str, there: Furnished) -> Page:
        """Go there and do it."""
        page = visitors.page(self.who, language)
        path = self.path.format(**there.letters, year=there.year)
        page.goto(visitors.at(self.site, path))
        if self.act:
            self.act(page, there)
        return page


LETTER = "/offices/chiangmai/letters/"

VIEWS = (
    View("desk-sign-in", DESK, "/sign-in"),
    View("desk-sign-in-wrong", DESK, "/sign-in", act=showing.wrong_password),
    View("desk-queue", DESK, "/offices/chiangmai/queue", "somsri"),
    View("desk-queue-filtered", DESK, "/offices/chiangmai/queue?mine=1", "somsri"),
    View("desk-queue-done", DESK, "/offices/chiangmai/queue?done=finish&by=unsure", "somsri"),
    View("desk-search", DESK, "/offices/chiangmai/search?q=มาตรา", "somsri"),
    View("desk-search-nothing", DESK, "/offices/chiangmai/search?q=ก", "somsri"),
    View("desk-letter", DESK, LETTER + "{flood-notice}", "somsri"),
    View("desk-letter-taken", DESK, LETTER + "{employer-moved}", "somsri"),
    View("desk-letter-waiting", DESK, LETTER + "{refund-employer}", "somsri"),
    View("desk-letter-finished", DESK, LETTER + "{refund-member}", "somsri"),
    View("desk-letter-passed", DESK, LETTER + "{fang-matter}", "somsri"),
    View("desk-letter-all-forms", DESK, LETTER + "{bank-debit}", "somsri", showing.all_forms),
    View("desk-letter-quicker", DESK, LETTER + "{bank-debit}", "somsri", showing.too_late),
    View("desk-letter-incomplete", DESK, LETTER + "{bank-debit}", "somsri", showing.no_office),
    View("desk-letter-photo", DESK, "/offices/khonkaen/letters/{maternity-photo}", "malee"),
    View("desk-register", DESK, "/offices/chiangmai/register/{year}", "somsri"),
    View("desk-triage", DESK, "/triage", "registrar", showing.with_suggestions),
    View("desk-triage-refused", DESK, "/triage?refused=FieldMissing", "registrar"),
    View("desk-triage-end", DESK, "/triage?after=9", "registrar"),
    View("desk-areas", DESK, "/areas", "registrar"),
    View("desk-quarantine", DESK, "/quarantine", "registrar"),
    View("desk-offices", DESK, "/offices", "auditor"),
    View("desk-overview", DESK, "/overview", "auditor"),
    View("desk-overview-office", DESK, "/offices/chiangmai/overview", "prasit"),
    View("desk-operations", DESK, "/operations", "admin"),
    View("desk-audit", DESK, "/audit", "auditor"),
    View("desk-nothing-there", DESK, "/offices/nan/queue", "somsri"),
    View("counter-home", COUNTER, "/"),
    View("counter-send", COUNTER, "/send"),
    View("counter-send-elsewhere", COUNTER, "/send?process=ssf-benefit/3"),
    View("counter-send-wrong", COUNTER, "/send", act=showing.bad_file),
    View("counter-sent", COUNTER, "/send?office=nan", act=showing.sent),
    View("counter-status", COUNTER, "/status"),
    View("counter-status-unknown", COUNTER, "/status", act=showing.unknown_letter),
    View("counter-standing", COUNTER, "/check", act=showing.standing),
    View("counter-send-more", COUNTER, "/check", act=showing.further),
    View("counter-check", COUNTER, "/check"),
    View("counter-check-missing", COUNTER, "/check", act=showing.no_code),
    View("counter-verdict", COUNTER, "/check", act=showing.genuine),
    View("counter-verdict-forged", COUNTER, "/check", act=showing.forged),
    View("counter-offices", COUNTER, "/offices"),
    View("counter-offices-found", COUNTER, "/offices?q=เชียงใหม่"),
    View("counter-processes", COUNTER, "/processes"),
    View("counter-nothing-there", COUNTER, "/no/such/page"),
)
