"""The way in: signing in and out, the language, and the files that pages are made with."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.answering import SITE, page, session_cookie, to
from functions.desk.asking import Request
from functions.desk.home import home
from shared.errors import NotSignedIn
from shared.model.session import Challenge, ChallengeKind, Session
from shared.ports.neighbours import SignIn
from shared.site.routing import new_router


def front(sign_in: SignIn) -> APIGatewayHttpRouter:
    """Routes for which nobody need be signed in, and the two that lead home and out."""
    router = new_router()

    @router.get("/sign-in")
    def ask_name() -> Response[str]:
        return _ask(Request(router.current_event))

    @router.post("/sign-in")
    def enter() -> Response[str]:
        request = Request(router.current_event)
        given = request.open_form()
        try:
            answer = _answered(sign_in, given)
        except NotSignedIn:
            return _ask(request, wrong=True, name=given.get("name", ""))
        if isinstance(answer, Session):
            return to("/", session_cookie(answer.token, answer.seconds))
        return _ask(request, challenge=answer)

    @router.get("/")
    def go_home() -> Response[str]:
        return to(home(Request(router.current_event).person))

    @router.post("/sign-out")
    def leave() -> Response[str]:
        Request(router.current_event).form()
        return to("/sign-in", session_cookie("", 0))

    @router.post("/language")
    def choose_language() -> Response[str]:
        return SITE.with_language(Request(router.current_event).open_form())

    @router.get("/static/<name>")
    def packaged_file(name: str) -> Response[bytes]:
        return SITE.file(name)

    return router


def _answered(sign_in: SignIn, fields: Mapping[str, str]) -> Session | Challenge:
    kind = fields.get("challenge", "")
    if kind in set(ChallengeKind):
        asked = Challenge(
            kind=ChallengeKind(kind), name=fields.get("name", ""), ticket=fields.get("ticket", "")
        )
        return sign_in.answer(asked, fields.get("answer", ""))
    return sign_in.enter(fields.get("name", ""), fields.get("password", ""))


def _ask(
    request: Request, *, wrong: bool = False, name: str = "", challenge: Challenge | None = None
) -> Response[str]:
    return page(
        "sign_in",
        422 if wrong else 200,
        w=request.writing,
        path="/sign-in",
        wrong=wrong,
        name=name,
        challenge=challenge,
    )
