"""Letters: begun, closed, looked at, added to."""

from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Header, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.api.agency import Scope, agency_of
from functions.api.answering import given
from functions.api.asked import DocumentsGiven, LetterGiven
from functions.api.describing import answers, needs
from functions.api.folders import Folder, close, letter_id, look
from functions.api.giving import added, begun, checked
from functions.api.showing import became_of, shown
from functions.api.told import Begun, LetterShown
from functions.api.window import Window
from shared.errors import Unfit
from shared.site.routing import new_router

MOST_SENT, MOST_SEEN = 300, 3_000
"""In ten minutes by one agency."""
TAG = ["Letters"]

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=100,
        pattern=r"^[!-~]+$",
        description="A name that the agency gives this letter, of its own and never used again: "
        "a request that is repeated with it finds the letter that it began.",
    ),
]
Letter = Annotated[str, Path(description="The letter's id.", examples=["0" * 32])]


def letters(window: Window) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    def folder(letter: str, scope: Scope) -> Folder:
        agency = agency_of(router.current_event, scope)
        most = MOST_SENT if scope is Scope.SEND else MOST_SEEN
        window.count(scope, agency.client, most)
        return Folder(agency=agency, letter=letter)

    @router.post(
        "/letters",
        operation_id="beginLetter",
        tags=TAG,
        summary="Begin a letter and get tickets for its files",
        security=needs(Scope.SEND),
        responses=answers(
            "The letter waits for its files.", "prescribed_elsewhere", "key_used", status=201
        ),
    )
    def begin_letter(letter: LetterGiven, key: Key) -> Response[Begun]:
        to = folder(letter_id(key), Scope.SEND)
        return given(begun(to, checked(letter, window), window.uploads), 201)

    @router.post(
        "/letters/<letter>/close",
        operation_id="closeLetter",
        tags=TAG,
        summary="Hand the letter in: all its files are there",
        security=needs(Scope.SEND),
        responses=answers("The letter, handed in. Once is enough.", "not_here", "files_missing"),
    )
    def close_letter(letter: Letter) -> Response[LetterShown]:
        at = folder(letter, Scope.SEND)
        inside = close(at, look(at, window.uploads), window.uploads)
        return given(shown(at, inside, window))

    @router.get(
        "/letters/<letter>",
        operation_id="seeLetter",
        tags=TAG,
        summary="See how a letter stands",
        security=needs(Scope.READ),
        responses=answers("The letter as it stands.", "not_here"),
    )
    def see_letter(letter: Letter) -> Response[LetterShown]:
        at = folder(letter, Scope.READ)
        return given(shown(at, look(at, window.uploads), window))

    @router.post(
        "/letters/<letter>/documents",
        operation_id="addDocuments",
        tags=TAG,
        summary="Begin a further letter that adds documents to this one",
        security=needs(Scope.SEND),
        responses=answers(
            "The further letter waits for its files.",
            "not_here",
            "key_used",
            "not_registered",
            status=201,
        ),
    )
    def add_documents(letter: Letter, documents: DocumentsGiven, key: Key) -> Response[Begun]:
        at = folder(letter, Scope.SEND)
        found = became_of(look(at, window.uploads), window).standing
        if found is None:
            raise Unfit("not_registered")
        draft = added(documents, letter, found.reference, window)
        further = Folder(agency=at.agency, letter=letter_id(key))
        return given(begun(further, draft, window.uploads), 201)

    return router
