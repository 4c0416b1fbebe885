"""A browser in front of a running town that has some weeks of letters.

Without Chromium these tests are skipped; where CI=true or BROWSER=required they fail.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from playwright.sync_api import FilePayload

from local.outbox import mails
from local.plan import Plan
from local.town import Town
from samples.office_days.laying import lay
from samples.office_days.letters import Sent
from shared.model.fact import SubmissionId
from shared.thai.calendar import BANGKOK
from tests.local.conftest import eventually
from tools.screenshots.chromium import chromium, installed
from tools.screenshots.furnishing import PATIENCE, Furnished, furnish, place
from tools.screenshots.visitors import Visitors


@pytest.fixture(scope="package")
def chromium_path() -> str:
    path = installed()
    if path is None and (os.environ.get("CI") == "true" or os.environ.get("BROWSER") == "required"):
        pytest.fail("no Chromium on this machine, and it is required here")
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    return path


@pytest.fixture(scope="package")
def town(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with Town(tmp_path_factory.mktemp("browser"), Plan()) as running:
        yield running


@pytest.fixture(scope="package")
def there(town: Town) -> Furnished:
    """The letters that the town begins with."""
    return furnish(town.state)


@pytest.fixture(scope="module")
def visitors(chromium_path: str, town: Town, there: Furnished) -> Iterator[Visitors]:
    """Closed with each module: other tests run event loops of their own."""
    with chromium(chromium_path) as browser:
        people = Visitors(browser, town.state)
        yield people
        people.close()


@dataclass(frozen=True)
class Post:
    """Letters laid on desks of the town, and the mails that it sends."""

    town: Town

    def lay(self, name: str, to: str = "chiangmai", **changes: Any) -> SubmissionId:
        """A letter of a citizen who asks for a bank debit, unless told otherwise."""
        now = datetime.now(UTC)
        given = {
            "name": "ทดสอบ ตัวอย่าง",
            "address": f"{name}@mail.example",
            "subject": f"ขอหักบัญชีธนาคาร มาตรา 39 ({name})",
            "text": "ผมเป็นผู้ประกันตนมาตรา 39 ขอให้ธนาคารหักบัญชีจ่ายเงินสมทบครับ",
        }
        sent = Sent(
            id=name, days_ago=0, at=now.astimezone(BANGKOK).time(), to=to, **{**given, **changes}
        )
        [letter] = lay([sent], place(self.town.state), now).values()
        return letter

    def mail_to(self, address: str, *words: str) -> EmailMessage:
        """The mail to somebody that says all this, once it has been sent."""

        def look() -> EmailMessage | None:
            for file in mails(self.town.state.outbox):
                mail = message_from_bytes(file.read_bytes(), policy=policy.default)
                body = mail.get_body(("plain",))
                text = f"{mail['Subject']}\n{body.get_content() if body else ''}"
                if address in str(mail["To"]) and all(word in text for word in words):
                    return mail
            return None

        return eventually(look, PATIENCE)


def a_note(name: str, text: str) -> FilePayload:
    """A text file as a sender chooses it."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


@pytest.fixture
def post(town: Town) -> Post:
    return Post(town)
