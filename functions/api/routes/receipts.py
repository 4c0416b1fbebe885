"""Receipts: fetched by the agency that sent the letter, checked by any."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.api.agency import Scope, agency_of
from functions.api.answering import given as answered
from functions.api.asked import ReceiptGiven
from functions.api.describing import answers, needs, paper
from functions.api.folders import Folder, look
from functions.api.problems import SAFETY
from functions.api.routes.letters import Letter
from functions.api.told import Checked, NumberShown, SignedDocument
from functions.api.window import Window
from shared.errors import Unfit
from shared.sealing.verdict import Verdict, of_code, of_file
from shared.site.routing import new_router
from shared.standing.outcome import receipt_of
from shared.uploading import laying

MOST_RECEIPTS = 1_000
"""In ten minutes by one agency."""
TAG = ["Receipts"]


def receipts(window: Window) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get(
        "/letters/<letter>/receipt",
        operation_id="fetchReceipt",
        tags=TAG,
        summary="Fetch the sealed receipt",
        security=needs(Scope.READ),
        responses=paper("The receipt (PDF/A).", "not_here", "no_receipt"),
        # Otherwise the library would write the bytes as JSON.
        enable_validation=False,
    )
    def fetch_receipt(letter: Letter) -> Response[bytes]:
        agency = agency_of(router.current_event, Scope.READ)
        window.count("receipts", agency.client, MOST_RECEIPTS)
        inside = look(Folder(agency=agency, letter=letter), window.uploads)
        arrival = laying.arrival_of(inside.sent, window.uploads) if inside.sent else None
        receipt = receipt_of(arrival, window.register) if arrival else None
        if receipt is None or not receipt.kept:
            raise Unfit("no_receipt")
        return Response(
            status_code=200,
            content_type="application/pdf",
            body=window.papers.read(receipt.arrival_id),
            headers=dict(SAFETY),
        )

    @router.post(
        "/receipts/check",
        operation_id="checkReceipt",
        tags=TAG,
        summary="Check whether a receipt is genuine, by its code or its PDF",
        security=needs(Scope.READ),
        responses=answers("What was found.", "too_large"),
    )
    def check_receipt(given: ReceiptGiven) -> Response[Checked]:
        agency = agency_of(router.current_event, Scope.READ)
        window.count("receipts", agency.client, MOST_RECEIPTS)
        if bool(given.code) == (given.pdf is not None):
            raise Unfit("invalid", ("", "one_of_two", "Give either `code` or `pdf`."))
        keys = window.keys()
        verdict = of_code(given.code, keys) if given.pdf is None else of_file(given.pdf, keys)
        return answered(_checked(verdict))

    return router


def _checked(verdict: Verdict) -> Checked:
    said, stated = verdict.summary, verdict.statement
    if said is None:
        return Checked(genuine=False, reason=verdict.reason)
    numbers = (NumberShown(office=office, number=number) for office, number in said.numbers)
    documents = stated.documents if stated else ()
    return Checked(
        genuine=verdict.genuine,
        reference=said.reference,
        register_numbers=tuple(numbers),
        entered_at=said.entered_at,
        deemed_received_at=said.deemed_at,
        issued_at=stated.issued_at if stated else None,
        subject=stated.subject if stated else None,
        documents=tuple(
            SignedDocument(name=one.name, size=one.size, sha256=one.sha256) for one in documents
        ),
    )
