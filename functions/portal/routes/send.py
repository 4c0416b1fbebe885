"""Sending documents: through the function, or by the browser straight to S3."""

import json
from collections.abc import Sequence

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal import laying
from functions.portal.answering import as_json, page, to
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from functions.portal.proving import prove
from functions.portal.sending import Form, letter_of
from functions.portal.words import PROBLEMS
from shared.errors import NotHere
from shared.model.process import NOTHING
from shared.site.routing import new_router
from shared.uploading.laying import Sent
from shared.uploading.letter import FileSaid, elsewhere, problems

MOST_LETTERS = 20
"""In ten minutes from one address."""
GIVEN_BY_LINKS = ("office", "process", "reference")
"""No link writes in somebody's name: subject, message and sender begin empty."""
GIVEN_WITH_PROOF = ("reference", "code")
"""From the page that shows how a letter stands."""
START = 64
"""Bytes of a file that are looked at for what runs."""


def send(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/send")
    def ask() -> Response[str]:
        request = Request(router.current_event)
        letter = letter_of({name: request.asked(name) for name in GIVEN_BY_LINKS})
        return _form(request, counter, letter)

    @router.post("/send/more")
    def ask_for_more() -> Response[str]:
        request = Request(router.current_event)
        given = {name: request.form.get(name, "") for name in GIVEN_WITH_PROOF}
        return _form(request, counter, letter_of(given))

    @router.post("/send")
    def take() -> Response[str]:
        request = Request(router.current_event)
        counter.count("send", request.came_from, MOST_LETTERS)
        letter, parts = letter_of(request.form), request.files("files")
        said = [_said(part.filename or "", part.content) for part in parts]
        if refused := _refused(request, counter, letter, said):
            return refused
        given = [(part.filename or "", part.content) for part in parts]
        return _to_outcome(laying.lay(letter, given, counter))

    @router.post("/send/tickets")
    def give_tickets() -> Response[str]:
        request = Request(router.current_event)
        counter.count("send", request.came_from, MOST_LETTERS)
        letter, said = letter_of(request.form), _named(request)
        wrong = _wrong(request, letter, said, counter)
        if wrong:
            names = [request.writing.name(PROBLEMS[name]) for name in wrong]
            return as_json({"problems": names}, 422)
        folder, tickets = laying.tickets(said, counter)
        return as_json({"folder": folder, "tickets": [one.model_dump() for one in tickets]})

    @router.post("/send/<folder>")
    def close(folder: str) -> Response[str]:
        request = Request(router.current_event)
        counter.count("close", request.came_from, MOST_LETTERS)
        letter, said = letter_of(request.form), _named(request)
        there = laying.laid(folder, said, counter)
        if refused := _refused(request, counter, letter, said, () if there else ("not_there",)):
            return refused
        return _to_outcome(laying.close(folder, letter, said, counter))

    return router


def _refused(
    request: Request,
    counter: Counter,
    letter: Form,
    said: Sequence[FileSaid],
    more: Sequence[str] = (),
) -> Response[str] | None:
    """The form again, with what is wrong, or with the channel that is prescribed."""
    wrong = [*_wrong(request, letter, said, counter), *more]
    if wrong:
        return _form(request, counter, letter, wrong, status=422)
    if elsewhere(letter, counter.processes()) and request.form.get("anyway") != "1":
        return _form(request, counter, letter, status=422)
    return None


def _form(
    request: Request,
    counter: Counter,
    letter: Form,
    wrong: Sequence[str] = (),
    *,
    status: int = 200,
) -> Response[str]:
    processes = counter.processes()
    return page(
        "send",
        status,
        reaches=f" {counter.uploads.origin}",
        **frame(request),
        letter=letter,
        wrong=wrong,
        other=elsewhere(letter, processes),
        offices=counter.directory().offices[1:],
        processes=[one for one in processes.values() if one.id != NOTHING],
    )


def _wrong(request: Request, letter: Form, said: Sequence[FileSaid], counter: Counter) -> list[str]:
    """The names of what is wrong; a letter can be added to only by whoever has its receipt."""
    wrong = list(problems(letter, said, counter.directory(), counter.processes()))
    if letter.reference and "reference" not in wrong:
        try:
            prove(letter.reference, letter.code, request.came_from, counter)
        except NotHere:
            wrong.insert(0, "reference")
    return wrong


def _said(name: str, content: bytes) -> FileSaid:
    return FileSaid(name=name, size=len(content), start=content[:START])


def _named(request: Request) -> tuple[FileSaid, ...]:
    """The files that a script names: a list of names and sizes. Raises NotHere for no list."""
    try:
        given = json.loads(request.form.get("listed", ""))
        return tuple(FileSaid(name=str(one["name"]), size=int(one["size"])) for one in given)
    except (ValueError, TypeError, KeyError):
        raise NotHere from None


def _to_outcome(sent: Sent) -> Response[str]:
    return to(f"/sent/{sent.folder}/{sent.version}")
