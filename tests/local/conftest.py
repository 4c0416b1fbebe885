"""A small town that runs while this folder's tests do."""

import smtplib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from local.plan import Plan
from local.scanner import PASSED
from local.town import Town
from shared.model.arrival import Verdict

SMALL = Path(__file__).parent / "small" / "template.yaml"
FORGED = b"X-Test: forged"


def judge(content: bytes):
    """The checks of a mail service that fails what the test says it should."""
    if FORGED in content:
        return PASSED.model_copy(update={"dmarc": Verdict.FAIL})
    return PASSED


@pytest.fixture(scope="package")
def town(tmp_path_factory) -> Iterator[Town]:
    plan = Plan(template=SMALL, name="small", parameters={"Seconds": "3", "Unknown": "1"})
    with Town(tmp_path_factory.mktemp("town"), plan, judge) as running:
        yield running


@pytest.fixture(scope="package")
def account(town):
    """The pretend account as the operator sees it."""
    return town.state.session()


@pytest.fixture
def post(town) -> Callable[..., tuple[int, str]]:
    """Mail a text to the town; gives the SMTP answer to it."""

    def send(subject: str, *lines: str, to: str = "desk@office.example") -> tuple[int, str]:
        message = "\r\n".join((f"Subject: {subject}", f"To: {to}", *lines, "", "hello", ""))
        with smtplib.SMTP(town.state.smtp_host, town.state.smtp_port, timeout=30) as smtp:
            smtp.ehlo()
            smtp.mail("somchai@mail.example")
            code, said = smtp.rcpt(to)
            if code == 250:
                code, said = smtp.data(message.encode())
        return code, said.decode()

    return send


@pytest.fixture
def note(account, town) -> Callable[[str], dict[str, Any]]:
    """Wait for the small town's function to note something."""
    table = account.resource("dynamodb").Table(town.state.outputs["Notes"])

    def wait(key: str) -> dict[str, Any]:
        return eventually(lambda: table.get_item(Key={"pk": key}).get("Item"))

    return wait


def eventually(look: Callable[[], Any], seconds: float = 30, pause: float = 0.1) -> Any:
    """What ``look`` gives once it gives anything; a failure after ``seconds``."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(pause)
    pytest.fail(f"nothing came in {seconds} seconds")
