"""Signing in: one answer for everything that is wrong, a cookie that pages cannot read."""

import boto3
import pytest

from tests.desk.conftest import PASSWORD, House
from tests.desk.desks import ANONG
from tests.desk.front_door import Answer, Visitor

NEW = "Another-horse-8-staple"


def settle(house: House, name: str, *, permanent: bool = True) -> None:
    """A clerk of Nan in the pool."""
    cognito = boto3.client("cognito-idp")
    cognito.admin_create_user(
        UserPoolId=house.pool,
        Username=name,
        UserAttributes=[{"Name": "custom:office", "Value": "nan"}],
        MessageAction="SUPPRESS",
    )
    cognito.admin_set_user_password(
        UserPoolId=house.pool, Username=name, Password=PASSWORD, Permanent=permanent
    )


def sign_in(**fields: str) -> Answer:
    return Visitor().post("/sign-in", **fields)


def test_a_session_is_a_cookie_that_no_page_can_read(house: House):
    settle(house, "anong")
    answer = sign_in(name="anong", password=PASSWORD)
    [cookie] = answer.cookies

    assert (303, "/") == (answer.status, answer.headers["location"])
    assert cookie.startswith("__Host-desk=ey")
    assert {"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_a_wrong_name_and_a_wrong_password_look_alike(house: House):
    settle(house, "anong")
    wrong = sign_in(name="anong", password="Wrong-horse-7-battery")  # noqa: S106 - meant to be
    nobody = sign_in(name="anonx", password="Wrong-horse-7-battery")  # noqa: S106

    assert 422 == wrong.status == nobody.status
    assert wrong.body.replace("anong", "") == nobody.body.replace("anonx", "")
    assert () == wrong.cookies == nobody.cookies


def test_a_first_password_is_replaced_before_anything_is_seen(house: House):
    settle(house, "anong", permanent=False)
    asked = sign_in(name="anong", password=PASSWORD)
    ticket = asked.body.partition('name="ticket" value="')[2].partition('"')[0]

    assert (200, ()) == (asked.status, asked.cookies)
    assert 'value="new_password"' in asked.body

    done = sign_in(challenge="new_password", ticket=ticket, name="anong", answer=NEW)

    assert (303, 1) == (done.status, len(done.cookies))
    assert 303 == sign_in(name="anong", password=NEW).status


@pytest.mark.parametrize("fields", [{}, {"name": ""}, {"name": "x", "password": ""}])
def test_an_empty_form_is_just_wrong(house: House, fields):
    assert 422 == sign_in(**fields).status


def test_another_site_cannot_sign_anybody_in(house: House):
    settle(house, "anong")
    visitor = Visitor(headers={"sec-fetch-site": "cross-site"})

    assert 404 == visitor.post("/sign-in", name="anong", password=PASSWORD).status


def test_signing_out_ends_the_session(house: House):
    left = Visitor(ANONG).post("/sign-out")

    assert "/sign-in" == left.headers["location"]
    assert left.cookies[0].startswith("__Host-desk=; Path=/; Max-Age=0;")
    assert 404 == Visitor(ANONG).ask("POST", "/sign-out", "form_token=guess").status
