"""What the browser tests and the pictures show is all that there is."""

import functions.desk.handler
from tests.browser.unseen import unseen
from tests.desk.conftest import House
from tools.screenshots.visitors import DESK

LEADING_ELSEWHERE = {"/", "/offices/<office>/register"}
"""They lead on to a page that is shown."""


def test_no_page_of_the_desk_is_left_out(house: House):
    assert set() == unseen(DESK, functions.desk.handler.wiring()) - LEADING_ELSEWHERE
