"""What anybody may read: the offices, the processes, and the document that describes the API."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.api.answering import given
from functions.api.describing import document, open_answers
from functions.api.problems import SAFETY
from functions.api.told import OfficeShown, ProcessShown
from functions.api.window import Window
from shared.model.office import Office
from shared.model.process import NOTHING, Process
from shared.site.routing import new_router

MOST_READS = 300
"""In ten minutes from one address."""


def listing(window: Window, app: APIGatewayHttpResolver) -> APIGatewayHttpRouter:
    """The routes; ``app`` is what the document describes."""
    router = new_router()

    def count() -> None:
        address = str(router.current_event.request_context.http.source_ip)
        window.count("listing", address, MOST_READS)

    @router.get(
        "/offices",
        operation_id="listOffices",
        tags=["Directory"],
        summary="The offices, the central registry first",
        responses=open_answers("The offices of appendix 2 of the announcement."),
    )
    def offices() -> Response[list[OfficeShown]]:
        count()
        return given(list(map(_office, window.directory().offices)))

    @router.get(
        "/processes",
        operation_id="listProcesses",
        tags=["Directory"],
        summary="The processes, each with its prescribed channel",
        responses=open_answers("The processes of appendix 1, and those of ours beside them."),
    )
    def processes() -> Response[list[ProcessShown]]:
        count()
        known = (process for process in window.processes().values() if process.id != NOTHING)
        return given(list(map(_process, known)))

    @router.get("/openapi.json", include_in_schema=False, enable_validation=False)
    def describe() -> Response[str]:
        count()
        return Response(
            status_code=200,
            content_type="application/json",
            body=document(app),
            headers=dict(SAFETY),
        )

    return router


def _office(office: Office) -> OfficeShown:
    return OfficeShown(
        code=office.code,
        kind=office.kind,
        name_th=office.name_th,
        name_en=office.name_en,
        province_th=office.province,
        mailbox=office.mailbox,
        phones=office.phones,
        faxes=office.faxes,
    )


def _process(process: Process) -> ProcessShown:
    return ProcessShown(
        id=process.id,
        name_th=process.name_th,
        name_en=process.name_en,
        channel=process.channel,
        channel_th=process.channel_th,
        channel_en=process.channel_en,
        taken_here=process.taken_here,
    )
