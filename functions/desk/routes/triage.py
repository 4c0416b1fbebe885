"""The triage page: a choice is a key, and the next letter opens by itself."""

from collections.abc import Mapping
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import REFUSALS, Desk, act
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.deeds import MOST_SIGNS, Asked
from functions.desk.frame import frame, seen_office
from functions.desk.people import Person
from functions.desk.permissions import Action
from functions.desk.places import place_words
from functions.desk.remembering import check, confirmed, place_of, remember
from functions.desk.triage import given_to, next_letter, note_seen, undecided
from functions.desk.words import Words
from shared.directory import gazetteer
from shared.errors import AlreadyConfirmed, NotHere, NotItsPlace
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.site.routing import new_router


def triage(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/triage")
    def show() -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        after = request.asked("after")
        following = next_letter(desk, request.person, after)
        if following:
            note_seen(following, request.person, desk)
        return page(
            "triage",
            **frame(request, desk, CENTRAL),
            next=following,
            undecided=0 if following else undecided(desk),
            skipped=bool(after),
            after=after,
            refused=request.asked("refused"),
            about=_about(request.asked("about"), desk),
            remembered=_about(request.asked("remembered"), desk),
            offices=[office for office in desk.directory().offices if office.code != CENTRAL],
        )

    @router.post("/triage/<name>")
    def decide(name: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        given = request.form()
        # A key sends the office of its button; the list has a button of its own.
        office = given.get("suggested") or given.get("to_office", "")
        version, reason = given.get("version", ""), given.get("note", "")[:MOST_SIGNS]
        if not version.isdecimal():
            raise NotHere
        back = {"after": given.get("after", "")}
        try:
            asked = given_to(SubmissionId(name), int(version), OfficeCode(office), reason)
            place = _decided(asked, request.person, desk, keep=bool(given.get("remember")))
        except REFUSALS as refusal:
            return _again(back, refused=type(refusal).__name__)
        except (AlreadyConfirmed, NotItsPlace) as refusal:
            return _again(back, refused=type(refusal).__name__, about=str(refusal))
        return _again(back, remembered=place)

    return router


def _again(back: Mapping[str, str], **told: str) -> Response[str]:
    """The page of the next letter, with what is to be said there."""
    query = urlencode({name: text for name, text in {**back, **told}.items() if text})
    return to(f"/triage?{query}" if query else "/triage")


def _decided(asked: Asked, person: Person, desk: Desk, *, keep: bool) -> str:
    """Give the letter to its office; what is to be remembered is looked at before, kept after.

    Returns the place that was remembered, if one was.
    """
    record = desk.register.letters.get(asked.submission_id) if keep else None
    office = asked.to_office
    if record and office:
        check(place_of(record), office, desk)
    act(asked, person, desk)
    row = remember(record, office, person, desk) if record and office else None
    return row.place if row else ""


def _about(place: str, desk: Desk) -> tuple[Words, tuple[OfficeCode, ...]] | None:
    """The place that a message is about, and who is confirmed for it."""
    return (place_words(place), confirmed(place, desk)) if place in gazetteer.load() else None
