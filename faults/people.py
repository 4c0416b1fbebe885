"""People outside: senders with a mail program, citizens at the counter, clerks at the desk.

A sender's server or a browser that hears "no", or nothing, tries again as people do; one who
does not is ``hasty``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from faults.stations import Died, Stations
from faults.world import World
from functions.desk.asking import FORM_TOKEN
from local.http_event import Call, Said, event, said
from local.mailroom import Mailroom
from local.scanner import PASSED
from shared.model.arrival import Verdicts

TRIES = 5
EDGE = "----edge"
SENDER = "somchai@mail.example"
NOTHING = Said(status=504, headers=(), body=b"")
"""What a browser gets when the function died: API Gateway's own answer."""
REGISTRAR = {"cognito:username": "registrar", "cognito:groups": "[registry]"}
ADMINISTRATOR = {"cognito:username": "admin", "cognito:groups": "[administrator]"}


def clerk(office: str, name: str = "anong") -> Mapping[str, str]:
    """What the gate says of a clerk's token."""
    return {"cognito:username": name, "cognito:groups": "[clerk]", "custom:office": office}


@dataclass
class People:
    """Everybody. ``heard`` counts what the functions behind pages answered, by status."""

    world: World
    stations: Stations
    patient: bool = True
    heard: list[int] = field(default_factory=list)
    _verdicts: Verdicts = PASSED

    @cached_property
    def door(self) -> Mailroom:
        """SES's door."""
        return Mailroom(self.world.session, self.world.stack.rules, lambda _: self._verdicts)

    def mail(self, raw: bytes, *mailboxes: str, sender: str = SENDER, **scans: Any) -> None:
        """A mail that SES took in; ``scans`` are verdicts other than PASS."""
        self._verdicts = PASSED.model_copy(update=scans)
        self.door.accept(sender, mailboxes, raw, "192.0.2.1")

    def at_the_desk(self, who: Mapping[str, str], path: str, **fields: str) -> Said:
        """A clerk's form; asked again when the answer is "busy" or none."""
        token = f"Bearer token-of-{who['cognito:username']}"
        secret = sha256(f"form {token}".encode()).hexdigest()[:40]
        call = Call(
            method="POST",
            target=path,
            headers={
                "content-type": "application/x-www-form-urlencoded",
                "authorization": token,
            },
            body=urlencode({FORM_TOKEN: secret, **fields}).encode(),
        )
        return self._ask("desk", call, {**who, "token_use": "id"})

    def look(self, who: Mapping[str, str], path: str) -> Said:
        """A clerk opens a page."""
        token = f"Bearer token-of-{who['cognito:username']}"
        call = Call(method="GET", target=path, headers={"authorization": token}, body=b"")
        return self._ask("desk", call, {**who, "token_use": "id"})

    def at_the_counter(self, path: str, file: tuple[str, bytes], **fields: str) -> Said:
        """A citizen's form with a file."""
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        head = f'Content-Disposition: form-data; name="files"; filename="{file[0]}"'
        parts.append(f"--{EDGE}\r\n{head}\r\n\r\n".encode() + file[1] + b"\r\n")
        kind = {"content-type": f"multipart/form-data; boundary={EDGE}"}
        body = b"".join((*parts, f"--{EDGE}--\r\n".encode()))
        return self._ask("portal", Call(method="POST", target=path, headers=kind, body=body), None)

    def hasty(self) -> "People":
        """The same, but nobody asks twice."""
        return replace(self, patient=False)

    def _ask(self, function: str, call: Call, claims: Mapping[str, str] | None) -> Said:
        answer = NOTHING
        for _ in range(TRIES if self.patient else 1):
            answer = self._once(function, call, claims)
            self.heard.append(answer.status)
            if answer.status < 500:  # noqa: PLR2004 - HTTP's own border
                break
            self.world.clock.move(timedelta(seconds=30))
        return answer

    def _once(self, function: str, call: Call, claims: Mapping[str, str] | None) -> Said:
        asked = event(call, "$default", claims, self.world.clock.now)
        name = f"{self.world.stack.name}-{function}"
        try:
            return said(self.stations.invoke(name, asked))
        except Died:
            return NOTHING
