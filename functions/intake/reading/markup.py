"""Telling HTML and mail apart from plain text, by their first lines."""

import re

_HTML = re.compile(
    rb"(?i)<!doctype\s+html|<html[\s>]|<(?:head|body|meta|table|div|p|span|font|style)(?:\s[^<>]*)?>"
)
_XML = re.compile(rb"(?i)^\s*(?:\xef\xbb\xbf)?\s*<(?:!--|\?xml|!doctype|html|[a-z]{1,8}[\s/>])")
_MAIL_FIELD = re.compile(
    rb"(?im)^(from|to|subject|date|message-id|received|return-path|mime-version|content-type|"
    rb"delivered-to|reply-to|x-[a-z-]+)[ \t]*:"
)
_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From .*|[!-9;-~]{2,60}:.*)")
_ENOUGH_FIELDS = 3


def looks_like_html(head: bytes) -> bool:
    """It begins with a tag and has one that only HTML has."""
    return bool(_XML.match(head) and _HTML.search(head))


def looks_like_mail(head: bytes) -> bool:
    """It begins with header fields, three different known ones before the first blank line."""
    block = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    fields = {found.lower() for found in _MAIL_FIELD.findall(block)}
    return bool(_FIRST_LINE.match(head)) and len(fields) >= _ENOUGH_FIELDS
