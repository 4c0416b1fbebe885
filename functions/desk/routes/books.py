"""An office's register: on the screen, on paper, as CSV and as a workbook."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import download, page, to
from functions.desk.asking import Request
from functions.desk.book import COLUMNS, MOST_LINES, MOST_PRINTED, lines, whole
from functions.desk.frame import frame, seen_office
from functions.desk.sheets import as_csv, as_xlsx
from shared.errors import NotHere
from shared.model.register import register_year
from shared.site.routing import new_router

FIRST_YEAR, LAST_YEAR = 2500, 2700
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def books(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/offices/<office>/register")
    def this_year(office: str) -> Response[str]:
        code = seen_office(Request(router.current_event), desk, office).code
        return to(f"/offices/{code}/register/{register_year(desk.now())}")

    @router.get("/offices/<office>/register/<year>")
    def show(office: str, year: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office).code
        after = request.asked("after")
        last = int(after) if after.isdecimal() else 0
        paper = bool(request.asked("print"))
        most = MOST_PRINTED if paper else MOST_LINES
        found = lines(desk, code, _year(year), last, request.writing, most=most)
        return page(
            "register",
            **frame(request, desk, code),
            year=_year(year),
            columns=COLUMNS,
            lines=found,
            last=last,
            paper=paper,
            most=MOST_PRINTED,
            more=found[-1].entry.number.number if len(found) == most else None,
        )

    @router.get("/offices/<office>/register/<year>/file/<form>")
    def fetch(office: str, year: str, form: str) -> Response[bytes]:
        request = Request(router.current_event)
        w = request.writing
        code = seen_office(request, desk, office).code
        name = f"register-{code}-{_year(year)}.{form}"
        head = [w.t(th, en) for th, en in COLUMNS]
        rows = (line.cells for line in whole(desk, code, _year(year), w))
        if form == "csv":
            return download(as_csv(head, rows), name, "text/csv; charset=utf-8", compress=True)
        if form == "xlsx":
            return download(as_xlsx(f"{code} {year}", head, rows), name, WORKBOOK)
        raise NotHere

    return router


def _year(written: str) -> int:
    """A Buddhist year. Raises NotHere for what is none."""
    if not written.isdecimal() or not FIRST_YEAR <= int(written) <= LAST_YEAR:
        raise NotHere
    return int(written)
