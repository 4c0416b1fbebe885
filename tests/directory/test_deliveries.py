"""Offices' mail goes to an office of ours and never back into an intake mailbox."""

import pytest

from shared.directory import deliveries
from shared.directory.deliveries import Wants
from shared.directory.table import DATA
from shared.errors import BadDirectory
from shared.model.fact import OfficeCode

HEAD = ",".join(deliveries.COLUMNS)
SAID = "letter of the office,registrar,2026-11-01"


@pytest.fixture
def written(tmp_path):
    """A data folder whose wishes are these rows."""

    def write(*rows: str):
        for file in DATA.rglob("*.csv"):
            place = tmp_path / file.relative_to(DATA)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(file.read_bytes())
        text = "\n".join((HEAD, *rows, ""))
        (tmp_path / "deliveries.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_nobody_gets_mail_who_did_not_ask():
    assert {} == dict(deliveries.load())


def test_an_office_gets_what_it_asked_for(written):
    wishes = deliveries.load(written(f"nan,officers.nan@sso.go.th,original,{SAID}"))
    wish = wishes[OfficeCode("nan")]

    assert ("officers.nan@sso.go.th", Wants.ORIGINAL) == (wish.address, wish.wants)


WRONG = [
    pytest.param(f"nan,saraban_nan@sso.go.th,notice,{SAID}", id="its own intake mailbox"),
    pytest.param(f"nan,Saraban_Pua@sso.go.th,notice,{SAID}", id="another's, in capitals"),
    pytest.param(f"nan,officer@mail.example,notice,{SAID}", id="not in our domain"),
    pytest.param(f"nan,officer@sso.go.th.example,notice,{SAID}", id="a domain like ours"),
    pytest.param(f"nan,@sso.go.th,notice,{SAID}", id="no mailbox"),
    pytest.param(f"nowhere,officer@sso.go.th,notice,{SAID}", id="no such office"),
    pytest.param(f"nan,officer@sso.go.th,everything,{SAID}", id="an unknown wish"),
    pytest.param("nan,officer@sso.go.th,notice,,registrar,2026-11-01", id="no source"),
]


@pytest.mark.parametrize("row", WRONG)
def test_a_wish_that_is_not_in_order_is_named(written, row):
    with pytest.raises(BadDirectory, match=r"deliveries\.csv, row 2"):
        deliveries.load(written(row))
