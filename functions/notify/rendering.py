"""The words of a message, from facts to text and HTML, in the sender's language first.

Each word template is rendered twice: with ``text.j2`` for its form, and with ``html.j2``,
where everything is escaped. So both parts always say the same.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.notify.conditions import words_for
from functions.notify.facts import ReceiptFacts, RefusalFacts
from functions.notify.file_kinds import kind_en, kind_th
from shared.thai.calendar import BANGKOK, BUDDHIST_ERA, english_date, thai_date, thai_time

TEMPLATES = Path(__file__).parent / "templates"
_KILO = 1024


class Rendered(NamedTuple):
    """The two parts of a message."""

    text: str
    html: str


def render(words: str, facts: ReceiptFacts | RefusalFacts, title: str) -> Rendered:
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
    facts: ReceiptFacts | RefusalFacts,
    title: str,
) -> str:
    templates = _environment(form)
    parts = []
    for language in languages:
        template = templates.get_template(f"{words}.{language}.j2")
        parts.append((language, template.render(facts=facts, form=f"{form}.j2").strip()))
    return templates.get_template(f"message.{form}.j2").render(parts=parts, title=title)


@cache
def _environment(form: str) -> Environment:
    # Plain text has nothing to escape; HTML is escaped throughout.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=form == "html",  # noqa: S701
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    return environment


def _english_date(moment: datetime) -> str:
    era = moment.astimezone(BANGKOK).year + BUDDHIST_ERA
    return f"{english_date(moment)} (B.E. {era})"


def _noon(day: date) -> datetime:
    """A moment of a day, for what writes days."""
    return datetime.combine(day, time(12), BANGKOK)


def _english_time(moment: datetime) -> str:
    return moment.astimezone(BANGKOK).strftime("%H:%M, Thai time (UTC+7)")


def _size(size: int, byte_word: str) -> str:
    if size < _KILO:
        return f"{size} {byte_word}"
    if size < _KILO**2:
        return f"{size / _KILO:.0f} KB"
    return f"{size / _KILO**2:.1f} MB"


_FILTERS: Mapping[str, Any] = {
    "thai_date": thai_date,
    "thai_day": lambda day: thai_date(_noon(day)),
    "english_day": lambda day: _english_date(_noon(day)),
    "thai_time": thai_time,
    "english_date": _english_date,
    "english_time": _english_time,
    "size_th": lambda size: _size(size, "ไบต์"),
    "size_en": lambda size: _size(size, "bytes"),
    "kind_th": kind_th,
    "kind_en": kind_en,
    "condition": words_for,
}
