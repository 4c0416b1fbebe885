"""The words of a message, from facts to text and HTML, in the sender's language first.

Each word template is rendered twice: with ``text.j2`` for its form, and with ``html.j2``,
where everything is escaped. So both parts always say the same.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.notify.conditions import words_for
from functions.notify.facts import ReceiptFacts, RefusalFacts
from functions.notify.later_facts import DeliveryFacts, LimitFacts, NoticeFacts
from shared.model.official import Urgency
from shared.thai.calendar import (
    BANGKOK,
    BUDDHIST_ERA,
    english_day,
    thai_date,
    thai_day,
    thai_time,
)
from shared.thai.file_kinds import kind_en, kind_th
from shared.thai.writing import ENGLISH, THAI, Writing

TEMPLATES = Path(__file__).parent / "templates"
Told = ReceiptFacts | RefusalFacts | NoticeFacts | LimitFacts | DeliveryFacts
"""What there are words for."""


class Rendered(NamedTuple):
    """The two parts of a message."""

    text: str
    html: str


def render(words: str, facts: Told, title: str) -> Rendered:
    """The message whose words are ``templates/{words}.*.j2``; ``title`` is the page's."""
    languages = ("en", "th") if facts.english else ("th", "en")
    text = _render("text", words, languages, facts, title)
    return Rendered(
        text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        html=_render("html", words, languages, facts, title),
    )


def _render(
    form: str,
    words: str,
    languages: tuple[str, ...],
    facts: Told,
    title: str,
) -> str:
    parts = [(language, half(form, words, language, facts)) for language in languages]
    return _environment(form).get_template(f"message.{form}.j2").render(parts=parts, title=title)


def half(form: str, words: str, language: str, facts: Told) -> str:
    """The words in one language, in the form of ``templates/{form}.j2``."""
    template = _environment(form).get_template(f"{words}.{language}.j2")
    return template.render(facts=facts, form=f"{form}.j2").strip()


@cache
def _environment(form: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        # Plain text and the blocks for paper have nothing to escape; HTML is escaped throughout.
        autoescape=form == "html",  # noqa: S701 - as the line above says
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    return environment


def _english_day(day: date) -> str:
    return f"{english_day(day)} (B.E. {day.year + BUDDHIST_ERA})"


def _english_date(moment: datetime) -> str:
    return _english_day(moment.astimezone(BANGKOK).date())


def _english_time(moment: datetime) -> str:
    return moment.astimezone(BANGKOK).strftime("%H:%M, Thai time (UTC+7)")


_URGENCY = {Urgency.MOST: "ด่วนที่สุด", Urgency.VERY: "ด่วนมาก", Urgency.URGENT: "ด่วน"}
_FILTERS: Mapping[str, Any] = {
    "thai_date": thai_date,
    "thai_day": thai_day,
    "english_day": _english_day,
    "thai_time": thai_time,
    "english_date": _english_date,
    "english_time": _english_time,
    "size_th": Writing(THAI).size,
    "size_en": Writing(ENGLISH).size,
    "kind_th": kind_th,
    "kind_en": kind_en,
    "condition": words_for,
    "urgency_th": lambda urgency: _URGENCY.get(urgency, ""),
}
