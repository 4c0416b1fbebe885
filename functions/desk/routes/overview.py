"""The overview: an office's month in pictures and tables; for those who see all, all offices'."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.figures_view import Row, half
from functions.desk.frame import frame, seen_office
from functions.desk.overview import FIRST, month_of, overview
from functions.desk.permissions import Action, allow, may
from functions.desk.pictures_of_figures import TITLES, TOLD, TOUCHED, pictures
from functions.desk.words import Words
from shared.model.fact import OfficeCode
from shared.model.figures import Name
from shared.site.routing import new_router
from shared.thai.writing import Writing


def overviews(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/overview")
    def show_all() -> Response[str]:
        request = Request(router.current_event)
        person = request.person
        if person.office and not _sees_all(request, desk):
            allow(person, Action.OVERVIEW, person.office)
            return to(f"/offices/{person.office}/overview")
        every = [office.code for office in desk.directory().offices]
        for office in every:
            allow(person, Action.OVERVIEW, office)
        return _show(desk, request, every, None)

    @router.get("/offices/<office>/overview")
    def show(office: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office, Action.OVERVIEW).code
        return _show(desk, request, [code], code)

    return router


def _sees_all(request: Request, desk: Desk) -> bool:
    every = (office.code for office in desk.directory().offices)
    return all(may(request.person, Action.OVERVIEW, office) for office in every)


def _show(
    desk: Desk, request: Request, offices: Sequence[OfficeCode], office: OfficeCode | None
) -> Response[str]:
    month = month_of(request.asked("month"), desk.today)
    found = overview(desk, offices, month)
    facts, w = frame(request, desk, office), request.writing
    return page(
        "overview",
        **facts,
        seen=found,
        office=office,
        here=f"/offices/{office}/overview" if office else "/overview",
        sees_all=_sees_all(request, desk),
        earlier=_month(month - timedelta(days=1), desk),
        later=_month(month + timedelta(days=31), desk),
        pictures=pictures(found, w, facts["process_name"], facts["office_name"]),
        titles={name: w.name(words) for name, words in TITLES.items()},
        half_told=_half(found.all, TOLD, w),
        half_touched=_half(found.all, TOUCHED, w),
    )


def _month(day: date, desk: Desk) -> date | None:
    """The month of a day, if there is one to be shown."""
    month = day.replace(day=1)
    return month if FIRST <= month <= desk.today else None


def _half(row: Row, spans: Mapping[Name, Words], w: Writing) -> str:
    name = half(row, tuple(spans))
    return w.name(spans[name]) if name else "-"
