"""No secret lies in the repository, and none is handed to a function."""

import re

import pytest

from tests.security.deployed import FUNCTIONS
from tests.structure.source import PROJECT
from tests.structure.template import environment, template
from tests.structure.test_files import tracked

# Written in pieces, so that this file does not find itself.
SECRETS = {
    "an AWS key": r"(?<![A-Z0-9])(?:AK" + r"IA|AS" + r"IA)[A-Z0-9]{16}(?![A-Z0-9])",
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE" + r" KEY-----",
    "a secret key of AWS": r"(?i)aws_secret_access_key\s*[=:]\s*[\"']?[A-Za-z0-9/+]{40}",
    "a token of a forge": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20})",
    "a token of a chat": r"\bxox[abpr]-[0-9A-Za-z-]{10,}",
    "a password in an address": r"\b[a-z]{3,10}://[^/\s:@{}$<>\"']+:[^/\s:@{}$<>\"']{3,}@[a-z]",
    "a signed token": r"\bey[JI][A-Za-z0-9_-]{20,}\.ey[JI][A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}",
}


@pytest.mark.parametrize("what", sorted(SECRETS))
def test_no_tracked_file_has(what: str):
    pattern = re.compile(SECRETS[what])
    found = [
        f"{name}: {match[0][:12]}…"
        for name in tracked()
        if (PROJECT / name).is_file()
        for match in pattern.finditer((PROJECT / name).read_text("utf-8", errors="replace"))
    ]

    assert [] == found


NOTICED = {
    "an AWS key": "AK" + "IA" + "ABCDEFGHIJKLMNOP",
    "a private key": "-----BEGIN EC PRIVATE" + " KEY-----",
    "a secret key of AWS": "aws_secret_access_key = " + "a" * 40,
    "a token of a forge": "gh" + "p_" + "a" * 36,
    "a token of a chat": "xo" + "xb-123456789012",
    "a password in an address": "https" + "://somchai:hunter2@host",
    "a signed token": ".".join(("ey" + "J" + "a" * 30, "ey" + "J" + "b" * 30, "c" * 43)),
}


@pytest.mark.parametrize("what", sorted(SECRETS))
def test_each_would_be_noticed(what: str):
    assert re.search(SECRETS[what], f"x = '{NOTICED[what]}'")


TELLING = re.compile(r"SECRET|PASSWORD|PASSWD|TOKEN|CREDENTIAL|PRIVATE|API_?KEY")
"""RECEIPT_KEY is the name of a key of KMS, which never leaves it."""


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_function_s_environment_names_things_and_holds_no_secret(name: str):
    given = environment(FUNCTIONS[name])

    assert [] == [variable for variable in given if TELLING.search(variable)]
    assert not any("resolve:" in str(value) for value in given.values())


def test_no_parameter_of_the_template_is_a_secret():
    parameters = template()["Parameters"]

    assert [] == [name for name, given in parameters.items() if "NoEcho" in given]
