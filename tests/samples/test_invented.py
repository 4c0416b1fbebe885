"""Nobody real is in the samples: no address, number or machine in them can exist."""

import re
from ipaddress import ip_address, ip_network

import pytest

from samples.inbox import HERE
from samples.make import LETTERS

PAGES = HERE / "pages"
SOURCES = [LETTERS, *sorted(file for file in PAGES.iterdir() if file.name != "form.typ")]
EACH = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
DOCUMENTATION = [ip_network(n) for n in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]


def text_of(source):
    return source.read_text(encoding="utf-8").translate(THAI_DIGITS).replace("\\@", "@")


def valid(number):
    """Whether the check digit of a Thai national number is right."""
    digits = [int(sign) for sign in number]
    total = sum(weight * digit for weight, digit in zip(range(13, 1, -1), digits, strict=False))
    return (11 - total % 11) % 10 == digits[12]


def test_the_check_digit_rule_itself_is_right():
    assert valid("1999900000005")
    assert not valid("1999900000001")


@EACH
def test_no_mail_address_can_be_anybodys(source):
    domains = re.findall(r"[\w.+$-]@([\w-]+(?:\.[\w-]+)*)", text_of(source))

    assert all(name.endswith(".example") or name in {"sso.go.th", "home"} for name in domains)


@EACH
def test_no_national_number_can_be_anybodys(source):
    numbers = re.findall(r"\b\d-\d{4}-\d{5}-\d{2}-\d\b|\b\d{13}\b", text_of(source))

    assert not any(valid(number.replace("-", "")) for number in numbers)


@EACH
def test_no_telephone_can_ring(source):
    phones = re.findall(r"\b0(?: \d{4} \d{4}|\d \d{4} \d{4}|\d{8,9})\b", text_of(source))

    assert all(re.fullmatch(r"0[08]? ?0000 ?000\d", phone) for phone in phones)


def test_no_mail_came_from_a_real_machine():
    addresses = re.findall(r'address = "([\d.]+)"', text_of(LETTERS))

    assert addresses
    assert all(any(ip_address(item) in net for net in DOCUMENTATION) for item in addresses)
