"""What a sender reads: the kept copies in golden/ are how it must read.

After a change that is meant, write them anew with GOLDEN=write and read every line.
"""

import os
import re
from pathlib import Path

import pytest

from tests.notify.messages import MESSAGES, html_of, text_of

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("GOLDEN") == "write"
kinds = pytest.mark.parametrize("kind", MESSAGES)


@kinds
def test_the_text_reads_as_kept(kind):
    """Every line of every kind of message was read by a person and stays so."""
    message = MESSAGES[kind]()
    said = f"{message['Subject']}\n\n{text_of(message)}"
    file = GOLDEN / f"{kind}.txt"
    if WRITE:
        file.write_text(said, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == said


def test_no_copy_is_kept_of_a_message_that_is_no_more():
    """The folder shows what senders get, nothing else."""
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(MESSAGES)


@kinds
def test_text_and_html_say_the_same(kind):
    """Whichever part a mail client shows, nothing is missing in it."""
    message = MESSAGES[kind]()

    assert words(text_of(message)) == words(without_tags(html_of(message)))


@kinds
def test_html_needs_nothing_from_elsewhere(kind):
    """No picture, font, script or link is fetched: nobody learns who reads the receipt."""
    html = html_of(MESSAGES[kind]())

    assert not re.search(
        r"(?i)<(img|script|link|iframe|style|object|svg)|https?://|url\(|src=", html
    )


@kinds
def test_html_tells_its_languages_and_keeps_the_reader_s_colours(kind):
    """Screen readers speak each half in its language; a dark mail client stays dark."""
    html = html_of(MESSAGES[kind]())
    languages = ["en", "th"] if kind.endswith("english") else ["th", "en"]

    assert f'<html lang="{languages[0]}">' in html
    assert languages == re.findall(r'<div lang="(\w+)">', html)
    assert not re.search(r"[^-]color:|background", html)


@kinds
def test_no_message_shows_an_id_number(kind):
    """Thirteen digits in a row never leave the letter; a check sum may have them by chance."""
    text = re.sub(r"SHA-256: [0-9a-f]{64}\n", "", text_of(MESSAGES[kind]()))
    joined = re.sub(r"(?<=\d)[ -](?=\d)", "", text)

    assert not re.search(r"\d{13}", joined)


def without_tags(html: str) -> str:
    """The words of an HTML page's body; a list's numbers, which a browser counts, put in."""
    body = html.partition("<body")[2].partition(">")[2]
    numbered = re.sub(r"<ol.*?</ol>", lambda m: number(m.group()), body, flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", numbered)
    for entity, sign in (("&#39;", "'"), ("&#34;", '"'), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(entity, sign)
    return text.replace("&amp;", "&")


def number(items: str) -> str:
    """The items of an ordered list with their numbers."""
    count = iter(range(1, 100))
    return re.sub(r"<li", lambda _: f"{next(count)}. <li", items)


def words(text: str) -> str:
    """The words alone: no lines, dashes, brackets, colons or bullets."""
    return re.sub(r"[\s\-=():]+", "", text)
