"""The messages that follow a receipt: what became of the letter later."""

from email.message import EmailMessage

from functions.notify.later_facts import LimitFacts, NoticeFacts, Telling
from functions.notify.message import Heading, Mark, compose
from functions.notify.rendering import render

_SUBJECTS = {
    Telling.TRANSFER: ("แจ้งการส่งต่อเรื่องของท่าน", "Your letter has been passed on"),
    Telling.DOCUMENTS: ("ขอให้ส่งเอกสารเพิ่มเติม", "Documents needed for your letter"),
    Telling.REMINDER: ("เตือนกำหนดส่งเอกสารเพิ่มเติม", "Reminder: documents needed for your letter"),
    Telling.RESULT: ("แจ้งผลการดำเนินการ", "Result of your letter"),
}
_ELSEWHERE = ("แจ้งหน่วยงานที่รับผิดชอบเรื่องของท่าน", "Another agency is responsible for your letter")
"""A letter that no office of ours keeps was passed on to nobody: its sender is told whom to ask."""


def compose_notice(facts: NoticeFacts, heading: Heading) -> EmailMessage:
    """A later message about a letter.

    Raises Undeliverable for an address that no header can hold.
    """
    thai, english = _ELSEWHERE if facts.agency else _SUBJECTS[facts.telling]
    subject = f"{english if facts.english else thai} [SSO {facts.reference}]"
    return compose(heading, Mark.NOTICE, subject, render(facts.telling.value, facts, subject))


def compose_limit(facts: LimitFacts, heading: Heading) -> EmailMessage:
    """The one message that says that no more receipts follow for now.

    Raises Undeliverable for an address that no header can hold.
    """
    words = (
        "Further letters will be registered without a receipt each"
        if facts.english
        else "งดส่งใบรับหนังสือรายฉบับเป็นการชั่วคราว"
    )
    subject = f"{words} [SSO {facts.reference}]"
    return compose(heading, Mark.NOTICE, subject, render("limit", facts, subject))
