"""A receipt that we signed is known as ours; one changed sign and it is not."""

import json
from datetime import datetime, timedelta, timezone

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256K1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import NotGenuine, NotOurKey
from shared.model.seal import Seal
from shared.sealing.canonical import canonical, read
from shared.sealing.checking import check_code, check_seal, public_keys
from shared.sealing.code import parse
from tests.fakes.signer import FakeSigner
from tests.sealing.statements import MORNING, a_seal, a_statement

KEYS = (FakeSigner().public_key,)
SEAL = a_seal()
PLACES = st.integers(min_value=0, max_value=len(SEAL.code) - 1)
SIGNS = st.characters(codec="ascii", exclude_categories=["Cc", "Zs"])


def test_a_code_says_what_was_signed():
    """A person who has only the code learns the reference, the numbers and both times."""
    said = check_code(SEAL.code, KEYS)

    assert "7K4M-9XQ2-HDWA" == said.reference
    assert (("rayong", "58/2569"), ("pluak_daeng", "9/2569")) == said.numbers
    assert (MORNING, MORNING) == (said.entered_at, said.deemed_at)


def test_a_code_may_be_copied_in_pieces():
    """On paper it stands in several lines; a mail program may break it anywhere."""
    pieces = "\n ".join(SEAL.code[n : n + 60] for n in range(0, len(SEAL.code), 60))

    assert check_code(SEAL.code, KEYS) == check_code(f"  {pieces}\r\n", KEYS)


@given(place=PLACES, sign=SIGNS)
def test_one_changed_sign_of_a_code_is_found(place, sign):
    """Any other sign in any place, also where it would stand for the same bytes."""
    code = SEAL.code[:place] + sign + SEAL.code[place + 1 :]
    if code == SEAL.code:
        return

    with pytest.raises(NotGenuine):
        check_code(code, KEYS)


@given(place=PLACES)
def test_one_sign_too_few_or_many_is_found(place):
    left_out = SEAL.code[:place] + SEAL.code[place + 1 :]
    doubled = SEAL.code[:place] + SEAL.code[place] + SEAL.code[place:]

    for code in (left_out, doubled):
        with pytest.raises(NotGenuine):
            check_code(code, KEYS)


@given(place=st.integers(min_value=0, max_value=len(SEAL.statement) - 1), sign=SIGNS)
def test_one_changed_sign_of_the_facts_is_found(place, sign):
    text = SEAL.statement[:place] + sign + SEAL.statement[place + 1 :]
    if text == SEAL.statement:
        return

    with pytest.raises(NotGenuine, match="statement_changed"):
        check_seal(Seal(statement=text, code=SEAL.code), KEYS)


def test_the_same_facts_in_other_bytes_are_not_what_was_signed():
    """Spaces in the JSON change nothing that is said, but they were not signed."""
    spaced = json.dumps(json.loads(SEAL.statement), ensure_ascii=False)

    with pytest.raises(NotGenuine, match="statement_changed"):
        check_seal(Seal(statement=spaced, code=SEAL.code), KEYS)


def test_facts_of_one_receipt_under_the_code_of_another_are_found():
    other = a_seal(reference="2222-2222-2222")

    with pytest.raises(NotGenuine, match="statement_changed"):
        check_seal(Seal(statement=SEAL.statement, code=other.code), KEYS)


def test_another_key_is_not_ours():
    forged = FakeSigner(secret=7).public_key

    with pytest.raises(NotGenuine, match="not_signed_by_us"):
        check_code(SEAL.code, (forged,))


def test_a_key_that_was_changed_still_speaks_for_its_receipts():
    """The old public key is kept beside the new one, in one file."""
    new = FakeSigner(secret=7)
    keys = public_keys(new.pem + FakeSigner().pem)

    assert "7K4M-9XQ2-HDWA" == check_code(SEAL.code, keys).reference


OTHER_CURVE = (
    generate_private_key(SECP256K1())
    .public_key()
    .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
)


@pytest.mark.parametrize(
    "pem",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", id="rubbish"),
        pytest.param(OTHER_CURVE, id="another curve"),
    ],
)
def test_a_file_without_our_kind_of_key_is_refused(pem):
    with pytest.raises(NotOurKey):
        public_keys(pem)


@pytest.mark.parametrize("zone", [0, 7])
def test_a_statement_has_one_text_and_is_read_from_it(zone):
    """Whatever zone a time was given in."""
    moment = datetime(2026, 11, 20, 10, 15, 7, 250, tzinfo=timezone(timedelta(hours=zone)))
    statement = a_statement(entered_at=moment, subject='"ที่" \u2028 <&> \\ é')
    text = canonical(statement)

    assert (statement, text) == (read(text), canonical(read(text)))
    assert "\\u0e" not in text


def test_a_code_fits_on_a_qr_code_for_as_many_offices_as_a_letter_may_have():
    """Five offices with the longest names; a QR code of level M holds 2,331 bytes."""
    office = {"name_th": "", "name_en": "", "number": "123456/2569"}
    offices = tuple({**office, "code": f"nakhonratchasima{n}"} for n in range(5))
    code = a_seal(offices=offices).code

    assert 5 == len(parse(code).numbers)
    assert len(code) < 500
