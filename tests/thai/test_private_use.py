"""Old fonts' private codes are read as the marks that they draw."""

import unicodedata

from shared.thai.folding import key
from shared.thai.private_use import STANDARD, standard


def test_marks_of_windows_and_macintosh_fonts_become_the_standard_ones():
    assert "ที่ปู่ป้าฝึกเป็น" == standard("ที\uf70aปู\uf88bป\uf706าฝ\uf703กเป\uf712น")


def test_every_private_code_stands_for_a_thai_sign():
    assert all(unicodedata.name(sign).startswith("THAI ") for sign in STANDARD.values())


def test_the_folded_form_does_not_know_the_difference():
    assert key("ที่ฝึก") == key("ที\uf70aฝ\uf703ก") == key("ที\uf88cฝ\uf887ก")
