"""The digit benchmark counts every claim once, and none for the reader that is not exact."""

import pytest

from benchmarks.digit_bench.tally import Tally, tally

LINES = ("อ้างถึง หนังสือที่ ชม ๐๐๓๐/๔๙๗๖ ลงวันที่ ๒๘ กันยายน", "โทรศัพท์ ๕-๑๒")
NUMBERS = (("๐๐๓๐/๔๙๗๖", "๒๘"), ("๕-๑๒",))
TEXTS = [
    pytest.param("\n".join(LINES), (3, 0, 0), id="as it was drawn"),
    pytest.param("โทรศัพท ๕-๑๒\n" + LINES[0], (3, 0, 0), id="lines in another order"),
    pytest.param(LINES[0] + "\nโทรศัพท์ ▯-▯▯", (2, 0, 1), id="one marked"),
    pytest.param(LINES[0] + "\nโทรศัพท์ ๕-๑๓", (2, 1, 0), id="one digit wrong"),
    pytest.param(LINES[0] + "\nโทรศัพท์ ๕๑๒", (2, 1, 0), id="a separator lost"),
    pytest.param(LINES[0] + "\nโทรศัพท์ -๑๒", (2, 1, 0), id="half of it"),
    pytest.param(LINES[0].replace("๒๘", ""), (1, 0, 0), id="one line and one number lost"),
    pytest.param("", (0, 0, 0), id="nothing read"),
]


@pytest.mark.parametrize(("text", "counts"), TEXTS)
def test_a_page_is_counted(text, counts):
    assert Tally(3, *counts) == tally(LINES, NUMBERS, text)
