"""What the browser tests and the pictures show is all that there is."""

import functions.portal.handler
from tests.browser.unseen import unseen
from tests.portal.conftest import Hall
from tools.screenshots.visitors import COUNTER

REACHED = {"/check/<reference>", "/sent/<folder>/<version>"}
"""The first shows the check page; the second is what sending comes to."""


def test_no_page_of_the_counter_is_left_out(hall: Hall):
    assert set() == unseen(COUNTER, functions.portal.handler.wiring()) - REACHED
