"""The deployed API over moto, as the gate hands requests to it."""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import boto3
import pytest

import functions.api.handler
from shared.aws.papers import S3Papers
from shared.aws.signer import KmsSigner
from shared.model.arrival import Arrival, Channel, arrival_id
from shared.model.fact import OfficeCode
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome
from shared.model.receipt import Receipt, Sending
from shared.model.reference import new_reference
from shared.model.seal import Seal
from shared.ports.register import Register
from shared.sealing.signing import sealed
from tests.gateway import Context, requested
from tests.letters import a_record, an_arrival
from tests.portal.conftest import DUE, NAN
from tests.receptions import LETTERS, UPLOADS, furnished
from tests.sealing.statements import a_statement

ALL = "letters/send letters/read"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def said(self) -> Any:
        return json.loads(self.body)

    @property
    def problem(self) -> str:
        """The name of what was wrong."""
        assert "application/problem+json" == self.headers["content-type"]
        return self.said["type"].rpartition("/")[2]


@dataclass(frozen=True)
class Client:
    """An agency's program; ``client`` "" has no token."""

    client: str = "ministry"
    scope: str = ALL
    address: str = "192.0.2.1"

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, said: Any = None, key: str = "") -> Answer:
        body = "" if said is None else json.dumps(said, ensure_ascii=False)
        return self.ask("POST", path, body, {"idempotency-key": key} if key else {})

    def ask(
        self, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
    ) -> Answer:
        claims = {"client_id": self.client, "scope": self.scope} if self.client else None
        given = {"content-type": "application/json", **(headers or {})}
        event = requested(method, path, body, given, address=self.address, claims=claims)
        return _answer(functions.api.handler.lambda_handler(event, Context()))


def _answer(answer: Any) -> Answer:
    body = answer.get("body") or ""
    content = b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    headers = {name.lower(): str(value) for name, value in answer["headers"].items()}
    return Answer(status=answer["statusCode"], headers=headers, body=content)


@dataclass
class Hall:
    """What stands behind the API: the register, the buckets, the key of receipts."""

    register: Register
    signer: KmsSigner
    s3: Any = field(default_factory=lambda: boto3.client("s3"))

    def laid(self) -> list[str]:
        """What lies in the upload bucket."""
        found = self.s3.list_objects_v2(Bucket=UPLOADS).get("Contents", [])
        return [item["Key"] for item in found]

    def put(self, ticket: dict[str, Any], content: bytes) -> None:
        """What an agency does with a ticket."""
        self.s3.put_object(Bucket=UPLOADS, Key=ticket["fields"]["key"], Body=content)

    def manifest(self) -> Arrival:
        """The one letter that was handed in, as S3 announces it."""
        [key] = [key for key in self.laid() if key.endswith("/manifest.json")]
        version = self.s3.head_object(Bucket=UPLOADS, Key=key)["VersionId"]
        name = arrival_id(UPLOADS, key, version)
        return an_arrival(key, id=name, bucket=UPLOADS, channel=Channel.UPLOAD)

    def register_it(self, number: int = 1, office: OfficeCode = NAN) -> LetterRecord:
        """What intake and router make of the letter that was handed in."""
        arrival = self.manifest()
        reference = new_reference(lambda signs: signs[number % len(signs)])
        record = self.register.letters.open(a_record(f"s{number}", reference, arrival))
        self.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
        self.register.work.open(record, office, arrival, arrival.received_at, DUE)
        self.register.arrivals.end(arrival.id, Outcome.WORK_ITEM, record.submission_id)
        return record

    def seal(self, record: LetterRecord) -> Seal:
        """What notify makes of it: a sealed receipt whose PDF is kept."""
        seal = sealed(a_statement(reference=record.reference), self.signer)
        S3Papers(self.s3, LETTERS).keep(record.arrival_id, b"%PDF-1.7 \xff")
        self.register.receipts.start(
            Receipt(
                arrival_id=record.arrival_id,
                submission_id=record.submission_id,
                message_id="<x@sso.go.th>",
                sending=Sending.WITHHELD,
                reason="no_sender",
                at=record.received_at,
                seal=seal,
                kept=True,
            )
        )
        return seal


@pytest.fixture
def hall(register_table: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """An API that nobody has used."""
    register, signer = furnished(register_table, monkeypatch)
    functions.api.handler.wiring.cache_clear()
    yield Hall(register, signer)
    functions.api.handler.wiring.cache_clear()
