"""A day of every function, and then one on which everything is broken: their logs name nobody.

tests/security/test_personal_data.py holds the samples against what the stations say; here
desk, counter, agencies' interface and the daily look speak too.
"""

import json
from contextlib import suppress
from typing import NamedTuple

import boto3

from shared.model.fact import OfficeCode
from tests.desk.conftest import PASSWORD
from tests.desk.desks import ADMINISTRATOR, ANONG, REGISTRAR
from tests.desk.front_door import Visitor as Clerk
from tests.portal.window import Visitor as Citizen
from tests.security.deployed import HANDLERS, Deployed
from tests.security.test_least_privilege import (
    AGENCY,
    agencies,
    daily,
    deployed,
    desk,
    mails,
    operating,
    register,
    uploads,
)
from tests.story.line import Context, as_logged

__all__ = ["deployed"]

SAID = (
    "somchai",
    "สมชาย",
    "mail.example",
    "คลอดบุตร",
    "ผู้ประกันตน",
    "081-234-5678",
    "สูติบัตร",
    "หนังสือ.txt",
    "ก.txt",
    "อยู่อำเภอปัว",
    PASSWORD,
    "Another-horse-8-staple",
)
"""By senders and clerks, in what follows."""
LETTERS = "LettersBucket"


def letters(deployed: Deployed) -> list[str]:
    found = boto3.client("s3").list_objects_v2(Bucket=deployed.ids[LETTERS])["Contents"]
    return [item["Key"] for item in found if item["Key"].endswith(".json")]


def spoil(deployed: Deployed) -> None:
    """Letters that are no letters any more: who reads one fails with its words in hand."""
    for key in letters(deployed):
        body = boto3.client("s3").get_object(Bucket=deployed.ids[LETTERS], Key=key)["Body"].read()
        deployed.put(LETTERS, key, body[:-1] + ', "สมชาย": "somchai@mail.example"}'.encode())


class Known(NamedTuple):
    """What people hold in their hands: names of a letter."""

    letter: str
    reference: str
    agencys: str


def known(deployed: Deployed) -> Known:
    item = register(deployed).work.queue(OfficeCode("nan"))[0]
    uploads = boto3.client("s3").list_objects_v2(Bucket=deployed.ids["UploadBucket"])["Contents"]
    agencys = next(one["Key"] for one in uploads if one["Key"].startswith("uploads/agency."))
    return Known(item.submission_id, item.reference, agencys.split("/")[1].rpartition(".")[2])


def look_everywhere(deployed: Deployed, known: Known) -> None:
    """As people do who do not know that all is broken."""
    here = f"/offices/nan/letters/{known.letter}"
    for path in (
        here,
        f"{here}/files/{known.letter}/1",
        "/offices/nan/search?q=somchai@mail.example",
    ):
        Clerk(ANONG).get(path)
    Clerk(ANONG).post(f"{here}/finish", version=1, note="แจ้งคุณสมชายแล้ว", tell="1")
    Clerk(ADMINISTRATOR).post("/operations/address", address="somchai@mail.example")
    Clerk(REGISTRAR).get("/triage")
    Clerk().post("/sign-in", name="somchai", password=PASSWORD)
    Citizen().post("/status", reference=known.reference, code="somchai@mail.example")
    Citizen().give("/send", ("files", "สมชาย.txt", b"x"), subject="คลอดบุตร", sender="สมชาย")
    said = {"subject": "คลอดบุตร", "office": "nan", "files": [{"name": "สมชาย.txt", "size": 1}]}
    AGENCY.post("/letters", said, "letter-of-somchai")
    AGENCY.get("/letters/somchai@mail.example")
    AGENCY.get(f"/letters/{known.agencys}")
    for work in ("reconcile", "remind"):
        with suppress(Exception):  # Lambda hears of it, and tries again
            HANDLERS["Daily"].lambda_handler({"work": work}, Context())


def test_no_function_names_anybody_or_quotes_anything(deployed: Deployed, caplog, capfd):
    for story in (mails, uploads, agencies, desk, operating, daily):
        story(deployed)
    names = known(deployed)
    spoil(deployed)
    look_everywhere(deployed, names)
    boto3.client("dynamodb").delete_table(TableName=deployed.ids["RegisterTable"])
    look_everywhere(deployed, names)
    spoken = "\n".join((*as_logged(caplog), *capfd.readouterr()))
    failed = {line["service"] for line in map(_read, spoken.splitlines()) if line}

    assert {"desk", "portal", "api", "daily", "intake", "router", "notify"} <= failed
    assert [] == [words for words in SAID if words in spoken]


def _read(line: str) -> dict[str, str]:
    """A log line of something that failed."""
    told = json.loads(line) if line.startswith("{") else {}
    return told if told.get("message", "").endswith("_failed") else {}
