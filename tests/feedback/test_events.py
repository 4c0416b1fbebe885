"""What SES says of our mail is understood, whatever the receiving server wrote in it."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.feedback.events import Feedback, Word, feedback_in
from shared.errors import NotANotice
from shared.model.suppression import hidden
from tests.feedback.said import bounce, complaint, envelope, mail_seen, reject

SAID = [
    pytest.param(bounce("Permanent"), Word.PERMANENT, id="no such mailbox"),
    pytest.param(bounce("Transient", "MailboxFull"), Word.TRANSIENT, id="mailbox full"),
    pytest.param(bounce("Undetermined"), Word.UNDETERMINED, id="nobody knows why"),
    pytest.param(bounce("Permanent", "OnAccountSuppressionList"), Word.PERMANENT, id="known bad"),
    pytest.param(complaint("abuse"), Word.COMPLAINT, id="marked as spam"),
    pytest.param(complaint(None), Word.COMPLAINT, id="a complaint without a kind"),
    pytest.param(reject(), Word.REJECTED, id="a virus in our mail"),
    pytest.param(mail_seen(), Word.MAIL, id="came as mail"),
]


@pytest.mark.parametrize(("body", "word"), SAID)
def test_what_was_said_has_a_name_and_leads_to_our_mail(body: str, word: Word):
    said = feedback_in(body)

    assert said is not None
    assert word is said.word
    assert "ses-1" in said.names or "<arrival.receipt@sso.go.th>" in said.names


def test_an_address_is_hashed_where_it_is_read():
    """With a name before it or without, in any case of its letters."""
    said = feedback_in(bounce("Permanent", address="Somchai <SOMCHAI@mail.example>"))

    assert isinstance(said, Feedback)
    assert (hidden("somchai@mail.example"),) == said.addresses
    assert "omchai" not in said.model_dump_json().lower()


NOTHING = [
    pytest.param(complaint("not-spam"), id="the recipient took it back"),
    pytest.param(envelope("Successfully validated SNS topic for Amazon SES."), id="SES's trial"),
    pytest.param(
        envelope(
            json.dumps(
                json.loads(json.loads(bounce())["Message"])
                | {"eventType": "Delivery", "bounce": None}
            )
        ),
        id="an event that we did not ask for",
    ),
]


@pytest.mark.parametrize("body", NOTHING)
def test_what_has_no_consequence_is_passed_over(body: str):
    assert feedback_in(body) is None


BROKEN = [
    pytest.param("not json", id="no JSON"),
    pytest.param("[]", id="no object"),
    pytest.param(json.dumps({"Type": "SubscriptionConfirmation", "Message": "x"}), id="not SES"),
    pytest.param(envelope("{}"), id="no mail"),
    pytest.param(json.dumps({"kind": "bounce_seen"}), id="half a message of ours"),
]


@pytest.mark.parametrize("body", BROKEN)
def test_what_is_neither_is_for_a_person(body: str):
    """It goes to the dead letters, and its text to no log."""
    with pytest.raises(NotANotice):
        feedback_in(body)


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PARTS = ["mail", "bounce", "complaint", "reject", "eventType", "notificationType"]
EVENTS = st.dictionaries(st.sampled_from(PARTS), NESTED).map(json.dumps).map(envelope)
SEEN = st.dictionaries(st.sampled_from(["names", "at"]), NESTED).map(
    lambda told: json.dumps({"kind": "bounce_seen", **told})
)
KNOWN = json.loads(json.loads(bounce())["Message"])
CHANGED = st.builds(
    lambda part, anything: envelope(json.dumps({**KNOWN, part: anything})),
    st.sampled_from(PARTS),
    NESTED,
)


@given(st.text() | NESTED.map(json.dumps) | EVENTS | SEEN | CHANGED)
def test_no_message_whatever_makes_it_fail_otherwise(body: str):
    with suppress(NotANotice):
        feedback_in(body)
