"""The queue of an office, its search, and the list of offices for those who see all."""

from collections.abc import Sequence
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.frame import frame, seen_office
from functions.desk.permissions import Action, allow
from functions.desk.rows import rows
from functions.desk.seeking import seek
from functions.desk.telephoning import calls
from shared.model.fact import OfficeCode, ProcessId
from shared.model.queue import QueueQuery
from shared.model.work import ENDED, DecidedBy, State
from shared.site.routing import new_router


def queue(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/offices/<office>/queue")
    def show_queue(office: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office).code
        query = _query(request, desk, code)
        found = desk.register.work.page(query)
        filters = _filters(request)
        return page(
            "queue",
            **frame(request, desk, code),
            query=query,
            filters=filters,
            counts=desk.register.work.counts(code),
            done=request.asked("done"),
            calls=calls(desk, code),
            rows=rows(found.items, desk),
            more=urlencode({**filters, "after": found.after}) if found.after else None,
            states=[state for state in State if state not in ENDED],
            deciders=list(DecidedBy),
            processes=_processes(desk, request),
        )

    @router.get("/offices/<office>/search")
    def search(office: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office).code
        asked = request.asked("q")
        found = seek(asked, request.asked("before"), code, desk)
        if found.only:
            return to(f"/offices/{code}/letters/{found.only}")
        items = desk.register.work.several(code, found.letters)
        return page(
            "search",
            **frame(request, desk, code),
            asked=asked,
            found=found,
            rows=rows(items, desk),
            more=urlencode({"q": asked, "before": found.before}) if found.before else None,
        )

    @router.get("/offices")
    def show_offices() -> Response[str]:
        request = Request(router.current_event)
        every = desk.directory().offices
        for office in every:
            allow(request.person, Action.SEE, office.code)
        return page("offices", **frame(request, desk), offices=every)

    return router


def _query(request: Request, desk: Desk, office: OfficeCode) -> QueueQuery:
    asked = request.asked
    return QueueQuery(
        office=office,
        process=ProcessId(asked("process")) if asked("process") else None,
        state=State(asked("state")) if asked("state") in set(State) else None,
        clerk=request.person.name if asked("mine") else None,
        unread=bool(asked("unread")),
        overdue_on=desk.today if asked("overdue") else None,
        decided_by=DecidedBy(asked("by")) if asked("by") in set(DecidedBy) else None,
        after=asked("after"),
    )


def _filters(request: Request) -> dict[str, str]:
    names = ("process", "state", "mine", "unread", "overdue", "by")
    return {name: request.asked(name) for name in names if request.asked(name)}


def _processes(desk: Desk, request: Request) -> Sequence[tuple[str, str]]:
    return [(code, request.writing.name(one)) for code, one in desk.processes().items()]
