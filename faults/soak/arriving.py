"""How the letters of a soak reach the buckets: by mail, by upload, again, or as replies."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_string
from email.header import decode_header, make_header
from random import Random

from faults.letters import CENTRAL_BOX
from faults.soak.letters import Kind, Letter, composed
from faults.soak.scans import Scans
from faults.world import World
from local.mailroom import Mailroom
from local.scanner import PASSED

_REFERENCE = re.compile(r"\[SSO ([0-9A-Z-]+)\]")
RECEIVED = "ได้รับหนังสือของท่านแล้ว"
"""How the subject of a first receipt begins."""
_RECENT = 400


@dataclass
class Arriving:
    """Lays letters down, and counts what each must become."""

    world: World
    chance: Random
    scans: Scans
    sent: Counter[Kind] = field(default_factory=Counter)
    _earlier: list[tuple[bytes, Letter]] = field(default_factory=list)
    _door: Mailroom | None = None

    def lay(self, letter: Letter) -> None:
        """At the letter's own time."""
        self.world.clock.set(letter.at)
        match letter.kind:
            case Kind.UPLOAD:
                self._upload(letter)
            case Kind.SCANNED:
                self._mail(composed(letter, self.scans.some()), letter)
            case Kind.DUPLICATE if self._earlier:
                raw, earlier = self.chance.choice(self._earlier)
                self._mail(b"Received: again\r\n" + raw, earlier)
            case Kind.REPLY if answered := self._answered(letter):
                self._mail(composed(answered), answered)
            case _:
                letter = letter._replace(kind=Kind.MAIL) if self._none(letter) else letter
                self._mail(composed(letter), letter)
                if letter.kind in {Kind.MAIL, Kind.ATTACHED, Kind.SEVERAL}:
                    self._earlier = [*self._earlier[-_RECENT:], (composed(letter), letter)]
        self.sent[letter.kind] += 1

    def _none(self, letter: Letter) -> bool:
        return letter.kind in {Kind.DUPLICATE, Kind.REPLY}

    def _mail(self, raw: bytes, letter: Letter) -> None:
        self._door = self._door or Mailroom(
            self.world.session, self.world.stack.rules, lambda _: PASSED
        )
        self._door.accept(letter.sender, letter.mailboxes, raw, "192.0.2.1")

    def _upload(self, letter: Letter) -> None:
        """As the portal lays it: the file first, the manifest last."""
        folder = f"uploads/{letter.number:032x}/"
        manifest = {
            "sender": letter.sender,
            "name": "",
            "subject": letter.subject,
            "message": letter.text,
            "office": None,
            "process": None,
            "files": ["1/form.txt"],
        }
        bucket = self.world.environment["UPLOAD_BUCKET"]
        body = json.dumps(manifest, ensure_ascii=False).encode()
        for name, content in (("1/form.txt", letter.text.encode()), ("manifest.json", body)):
            self.world.s3.put_object(Bucket=bucket, Key=folder + name, Body=content)

    def _answered(self, letter: Letter) -> Letter | None:
        """As an answer to a receipt that has gone out, by who got it."""
        sent = self.world.ses.sent_messages[-_RECENT:]
        for told in self.chance.sample(sent, min(5, len(sent))):
            mail = message_from_string(told.raw_data)
            subject = str(make_header(decode_header(mail["Subject"] or "")))
            found = _REFERENCE.search(subject)
            if found and subject.startswith(RECEIVED):
                return letter._replace(
                    sender=mail["To"], subject=f"Re: {subject}", mailboxes=(CENTRAL_BOX,)
                )
        return None
