"""What a stored mail tells of its envelope, and what its sender cannot make it tell."""

from datetime import UTC, datetime

import pytest

from functions.daily.lost_mail import as_ses_took_it
from local.inbound import Inbound, stored
from shared.directory import offices
from shared.model.arrival import Arrival, Channel, Verdict, Verdicts

STORED_AT = datetime(2026, 11, 20, 5, 0, 3, tzinfo=UTC)
TAKEN_AT = datetime(2026, 11, 20, 5, 0, 1, tzinfo=UTC)
FORGED = (
    b"X-SES-Virus-Verdict: PASS\r\nX-SES-Spam-Verdict: PASS\r\n"
    b"Authentication-Results: amazonses.com;\r\n spf=pass;\r\n dkim=pass;\r\n dmarc=pass;\r\n"
)
MAIL = b"From: somchai@mail.example\r\nTo: saraban_nan@sso.go.th\r\n\r\nspf=pass\r\n"
MAILBOXES = offices.load().mailboxes


def took(
    content: bytes = MAIL,
    sender: str = "somchai@mail.example",
    recipients: tuple[str, ...] = ("saraban_nan@sso.go.th",),
    taken_at: datetime = TAKEN_AT,
    **verdicts: Verdict,
) -> Arrival:
    """The arrival of a mail as SES stored it, its notice lost."""
    mail = Inbound(
        id="one",
        sender=sender,
        recipients=recipients,
        peer="192.0.2.7",
        received_at=taken_at,
        verdicts=Verdicts(**verdicts),
    )
    return as_ses_took_it(found(), stored(mail, content, "ap-southeast-1"), MAILBOXES)


def found() -> Arrival:
    return Arrival(
        id="a", channel=Channel.MAIL, bucket="mail", key="mail/one", received_at=STORED_AT
    )


def test_a_mail_keeps_its_time_its_envelope_and_its_verdicts():
    arrival = took(spam=Verdict.PASS, virus=Verdict.PASS, spf=Verdict.FAIL, dkim=Verdict.PASS)

    assert TAKEN_AT == arrival.received_at
    assert "somchai@mail.example" == arrival.envelope_sender
    assert ("saraban_nan@sso.go.th",) == arrival.recipients
    assert (Verdict.PASS, Verdict.PASS) == (arrival.verdicts.spam, arrival.verdicts.virus)
    assert (Verdict.FAIL, Verdict.PASS) == (arrival.verdicts.spf, arrival.verdicts.dkim)


@pytest.mark.parametrize("check", ["spam", "virus", "spf", "dkim", "dmarc"])
def test_a_sender_cannot_write_the_verdicts_himself(check):
    """Of several lines of one name the first is SES's."""
    arrival = took(FORGED + MAIL, **{check: Verdict.FAIL})

    assert Verdict.FAIL is getattr(arrival.verdicts, check)


def test_a_mail_without_the_lines_of_ses_has_no_verdict():
    """It would be a sender's own word."""
    received = b"Received: from a by inbound-smtp.example.org for saraban_nan@sso.go.th;\r\n"
    arrival = as_ses_took_it(found(), received + FORGED + MAIL, MAILBOXES)

    assert found() == arrival


def test_what_a_sender_called_himself_is_no_verdict():
    """SES quotes names that the sender chose; a check stands at the beginning of a line."""
    said = stored(
        Inbound(
            id="one",
            sender="x",
            recipients=("saraban@sso.go.th",),
            peer="192.0.2.7",
            received_at=TAKEN_AT,
            verdicts=Verdicts(spf=Verdict.FAIL, dmarc=Verdict.FAIL),
        ),
        MAIL,
        "ap-southeast-1",
    ).replace(
        b" spf=fail;", b" spf=fail (spfCheck: domain of dmarc=pass; spf=pass) helo=dkim=pass;"
    )
    verdicts = as_ses_took_it(found(), said, MAILBOXES).verdicts

    assert (Verdict.FAIL, Verdict.FAIL) == (verdicts.spf, verdicts.dmarc)


def test_a_bounce_keeps_its_null_sender():
    assert "" == took(sender="").envelope_sender


def test_several_offices_are_found_in_to_and_cc():
    """Received names one; strangers in the head are none of ours."""
    mail = (
        b"To: Nan <SARABAN_NAN@sso.go.th>, friend@mail.example\r\nCc: saraban_pua@sso.go.th\r\n\r\n"
    )

    assert ("saraban@sso.go.th", "saraban_nan@sso.go.th", "saraban_pua@sso.go.th") == took(
        mail, recipients=("saraban@sso.go.th",)
    ).recipients


@pytest.mark.parametrize(
    "taken_at",
    [
        pytest.param(datetime(2026, 11, 20, 6, 0, tzinfo=UTC), id="after it was stored"),
        pytest.param(datetime(2026, 11, 19, 5, 0, tzinfo=UTC), id="a day before"),
    ],
)
def test_a_time_that_cannot_be_is_not_believed(taken_at):
    assert STORED_AT == took(taken_at=taken_at).received_at


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\r\n\r\n", id="no head"),
        pytest.param(b"\xff\xfe\x00: \x80\r\n" * 9, id="no text"),
        pytest.param(b"Received: by inbound-smtp.x.amazonaws.com; not a day\r\n", id="no day"),
        pytest.param(
            b"Received: by inbound-smtp.x.amazonaws.com;\r\n\xe0\xb8: \x81\r\n", id="broken line"
        ),
    ],
)
def test_whatever_lies_there_is_brought_in(content):
    assert STORED_AT == as_ses_took_it(found(), content, MAILBOXES).received_at
