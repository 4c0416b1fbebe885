"""Every page is safe, works without scripts, and speaks both languages."""

import re

import pytest

from functions.portal.asking import MOST_BYTES
from tests.portal.window import EDGE, FORM, Visitor

SOMEBODY = Visitor()
PAGES = [
    "/",
    "/check",
    "/check/7K4M-9XQ2-HDWA",
    "/status",
    "/send",
    "/send?reference=7K4M-9XQ2-HDWA",
    "/send?process=registration/2",
    "/offices",
    "/offices?q=nan",
    "/processes",
]


@pytest.fixture(params=PAGES)
def path(request):
    return request.param


@pytest.fixture(params=["th", "en"])
def language(request):
    return request.param


def test_a_page_runs_no_script_but_ours_and_is_not_kept(hall, path):
    page = SOMEBODY.get(path)
    policy = page.headers["content-security-policy"]

    assert 200 == page.status
    assert "default-src 'none'; script-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|style=", page.body)
    assert {
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }.items() <= page.headers.items()


def test_a_page_is_in_the_readers_language(hall, path, language):
    page = Visitor(language).get(path)
    # A Thai name in brackets stands behind its English one: the application ทางรัฐ.
    text = re.sub(r"\([\u0e00-\u0e7f]+\)|ภาษาไทย", "", page.text)
    thai = re.findall(r"[\u0e00-\u0e7f]+", text)

    assert f'<html lang="{language}">' in page.body
    assert bool(thai) is (language == "th")


def test_every_field_has_a_label(hall, path):
    body = SOMEBODY.get(path).body
    fields = re.findall(
        r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*\bid="([^"]+)"', body
    )
    shown = re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")', body)

    assert len(shown) == len(fields)
    assert set(fields) <= set(re.findall(r'<label for="([^"]+)"', body))


def test_what_is_not_there_is_said_kindly(hall):
    answer = SOMEBODY.get("/offices/../../etc/passwd")

    assert (404, True) == (answer.status, "ไม่พบหน้าที่ต้องการ" in answer.text)
    assert 404 == SOMEBODY.get("/static/README.md").status


def test_a_form_of_another_site_is_refused(hall):
    foreign = Visitor(headers={"sec-fetch-site": "cross-site"})

    assert 404 == foreign.post("/status", reference="x", code="y").status


@pytest.mark.parametrize("path", ["/check", "/status", "/language"])
def test_a_form_that_is_too_large_is_refused_before_it_is_read(hall, path):
    assert 413 == SOMEBODY.ask("POST", path, b"x" * (MOST_BYTES + 1)).status


BROKEN = [
    pytest.param("multipart/form-data", b"", id="no boundary"),
    pytest.param(f"multipart/form-data; boundary={EDGE}", b"", id="nothing in it"),
    pytest.param(f"multipart/form-data; boundary={EDGE}", f"--{EDGE}\r\nx".encode(), id="cut off"),
    pytest.param(
        f"multipart/form-data; boundary={EDGE}",
        f"--{EDGE}\r\nx\r\n\r\ny\r\n--{EDGE}--".encode(),
        id="a part without a name",
    ),
    pytest.param(
        f"multipart/form-data; boundary={EDGE}",
        b"".join(f"--{EDGE}\r\n\r\n\r\n".encode() for _ in range(50)) + f"--{EDGE}--".encode(),
        id="too many parts",
    ),
    pytest.param(FORM, b"&".join(b"a=1" for _ in range(100)), id="too many fields"),
    pytest.param(FORM, bytes(range(256)), id="any bytes"),
]


@pytest.mark.parametrize(("kind", "body"), BROKEN)
def test_a_broken_form_breaks_nothing(hall, kind, body):
    assert SOMEBODY.ask("POST", "/check", body, kind).status in {404, 422}


def test_the_language_is_kept_and_leads_back_to_a_page_of_ours_only(hall):
    kept = SOMEBODY.post("/language", language="en", back="/status")
    away = [
        SOMEBODY.post("/language", language="en", back=back).headers["location"]
        for back in ("//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb")
    ]

    assert (303, "/status") == (kept.status, kept.headers["location"])
    assert "__Host-language=en" in kept.cookies[0]
    assert {"/"} == set(away)
