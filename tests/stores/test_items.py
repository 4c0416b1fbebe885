"""What lies in the table is read as it was written, and large facts take few write units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.aws.items import fact, key, read
from shared.model.receipt import Receipt, Sending
from tests.letters import MORNING

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=2000)


def told(reason: str) -> Receipt:
    return Receipt(
        arrival_id="a",
        submission_id=None,
        message_id="<a@sso.example>",
        sending=Sending.WITHHELD,
        reason=reason,
        at=MORNING,
    )


@given(TEXTS)
def test_whatever_a_fact_says_is_read_again(text):
    assert told(text) == read(Receipt, {**key("RECEIPT", "a"), **fact(told(text))})


LENGTHS = [
    pytest.param("สั้น", str, id="short: as people can read it"),
    pytest.param("ได้รับหนังสือของท่านแล้ว " * 40, bytes, id="long: deflated"),
]


@pytest.mark.parametrize(("reason", "kind"), LENGTHS)
def test_only_what_costs_more_than_a_write_unit_is_deflated(reason, kind):
    assert isinstance(fact(told(reason))["fact"], kind)


def test_a_long_fact_takes_less_than_half_of_its_room(register_table):
    text = "".join(f"ข้อ {number} ได้รับหนังสือของท่านแล้ว\n" for number in range(100))
    register_table.put_item(Item={**key("RECEIPT", "a"), **fact(told(text))})

    kept = register_table.get_item(Key=key("RECEIPT", "a"))["Item"]

    assert told(text) == read(Receipt, kept)
    assert len(text.encode()) > 2 * len(bytes(kept["fact"]))
