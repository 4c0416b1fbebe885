"""HTML into the text that a mail client or a browser would show."""

import re
from html import unescape

from inscriptis import Inscriptis
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig
from inscriptis.model.css import CssParse
from inscriptis.model.html_element import HtmlElement
from lxml.html import HTMLParser, document_fromstring

from functions.intake.reading.charsets import codec_for, decode
from functions.intake.reading.html_cost import can_be_laid_out

_META = re.compile(
    rb"(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})"
)
_META_WITHIN = 4096
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BLANKS = re.compile(r"[ \t\xa0]{2,}")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MOST_SIGNS = 2_000_000
"""A longer page is stripped of its tags and not laid out; that costs no memory to speak of."""

_NEW_LINE = re.compile(r"(?i)<(?:br|/(?:p|div|tr|li|table|h[1-6]|blockquote))\b[^<>]{0,2000}>")
_STYLES = ("display", "white-space")
"""Hidden text is not read, kept line breaks are kept. Margins are left out: each may ask for
100,000 empty lines."""


def _styled(style: str, element: HtmlElement) -> None:
    kept = (each for each in style.lower().split(";") if each.strip().startswith(_STYLES))
    CssParse.attr_style(";".join(kept), element)


def _layout() -> ParserConfig:
    config = ParserConfig(css=CSS_PROFILES["strict"], display_images=False, display_links=False)
    config.attribute_handler.attribute_mapping = {"style": _styled}
    return config


_LAYOUT = _layout()


def html_text(html: str) -> str:
    """The visible text, tables and lists laid out. Never fails.

    Pages so deep or wide that they cannot be laid out are stripped of their tags: the
    parser's own way with deep ones is to drop the text.
    """
    if len(html) > _MOST_SIGNS or not html.strip():
        return _without_tags(html)
    try:
        # Text behind a processing instruction (Outlook writes them) would be left out.
        parser = HTMLParser(huge_tree=True, remove_pis=True, remove_comments=True)
        declared = _DECLARATION.match(html)
        source = html[declared.end() if declared else 0 :].replace("\x00", "")
        page = document_fromstring(source, parser=parser)
        if not can_be_laid_out(page):
            return _without_tags(html)
        return str(Inscriptis(page, _LAYOUT).get_text())
    except Exception:  # noqa: BLE001 - foreign bytes; lxml and inscriptis raise many things
        return _without_tags(html)


def html_charset(content: bytes) -> str | None:
    """The charset that an HTML file declares for itself."""
    found = _META.search(content[:_META_WITHIN])
    return found[1].decode("ascii") if found else None


def decoded_html(content: bytes, declared: str | None = None) -> str:
    """An HTML file's source. ``declared`` is what the mail said; the file's own word is next."""
    return decode(content, declared if codec_for(declared) else html_charset(content))


def _without_tags(html: str) -> str:
    return _BLANKS.sub(" ", unescape(_TAG.sub(" ", _NEW_LINE.sub("\n", html)))).strip()
