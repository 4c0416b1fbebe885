"""An invented letter as intake hands it on: a mail with one body of text."""

from datetime import datetime
from hashlib import sha256

from samples.office_days.letters import Sent
from shared.model.arrival import Arrival, Channel, Verdict, Verdicts, arrival_id
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document, ReadLetter, Role, Sender, Submission

BUCKET = "invented"
"""Where the raw mails would lie; there are none."""
PROVEN = Verdicts(
    spam=Verdict.PASS, virus=Verdict.PASS, spf=Verdict.PASS, dkim=Verdict.PASS, dmarc=Verdict.PASS
)


def as_read(one: Sent, came_in: datetime) -> ReadLetter:
    """A letter that came in at a time, as intake would have read it."""
    arrival = Arrival(
        id=arrival_id(BUCKET, one.id),
        channel=Channel.MAIL,
        bucket=BUCKET,
        key=one.id,
        received_at=came_in,
        recipients=(one.mailbox,),
        envelope_sender=one.address,
        verdicts=PROVEN,
    )
    body = Document(
        number=1,
        role=Role.BODY,
        name="",
        kind="text",
        size=len(one.text.encode()),
        sha256=sha256(one.text.encode()).hexdigest(),
    )
    submission = Submission(
        id=SubmissionId(sha256(one.id.encode()).hexdigest()[:16]),
        channel=Channel.MAIL,
        sender=Sender(address=one.address, name=one.name),
        addressed=(OfficeCode(one.to) if one.to else CENTRAL,),
        subject=one.subject,
        message_id=f"<{one.id}@{one.address.rpartition('@')[2]}>",
        received_at=came_in,
        documents=(body,),
    )
    page = Page(text=one.text.strip(), source=Source.TEXT, legibility=1)
    return ReadLetter(arrival=arrival, submission=submission, readings=(Reading(pages=(page,)),))
