"""The front: an HTTP server that plays CloudFront and API Gateway before a function.

The session's cookie becomes the Authorization header, the gate checks it, and the function
gets the event. Only a browser on this machine is served.
"""

import json
import logging
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from local.blueprint import Door
from local.crew import Crew
from local.gate import Gate
from local.http_event import Call, Said, event, matching, said
from local.tokens import Tokens
from local.worker import InvocationFailed

HOST = "127.0.0.1"
SESSION = "__Host-desk"
"""The cookie whose value the CloudFront function makes a header of."""
MOST_BYTES = 10 * 1024 * 1024
"""API Gateway takes no more."""
SECONDS = 29.0

log = logging.getLogger(__name__)


class Front:
    """Serves one door."""

    def __init__(
        self, door: Door, crew: Crew, endpoint: str, port: int, tokens: Tokens | None = None
    ) -> None:
        """``port`` must be free. ``tokens`` is where the door's route for them leads."""
        self.door = door
        self._tokens = tokens
        self._crew = crew
        self._gate = Gate(door, endpoint)
        self._server = ThreadingHTTPServer((HOST, port), self._handler())
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where a browser finds it: by this name it keeps secure cookies without TLS."""
        return f"http://localhost:{self._server.server_address[1]}/"

    def start(self) -> None:
        """Serve in a thread of its own."""
        threading.Thread(target=self._server.serve_forever, name="front", daemon=True).start()

    def stop(self) -> None:
        """Take no more requests."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, call: Call) -> Said:
        """What CloudFront and API Gateway say to a call, or the function behind them."""
        if self._tokens and matching(call, (self.door.tokens,)):
            return self._tokens.answer(call)
        call = _before_the_gate(call) if self.door.cookies else call
        if key := matching(call, self.door.open):
            return self._ask(call, key, None)
        token = call.headers.get("authorization", "").removeprefix("Bearer ").strip()
        if self.door.cookies and not token:
            return Said(status=303, headers=(("Location", "/sign-in"),), body=b"")
        key = matching(call, self.door.closed)
        if key is None:
            return _plain(404, "Not Found")
        claims = self._gate.claims(token)
        if claims is None:
            return _plain(401, "Unauthorized")
        good = self._gate.good_for(claims, key)
        return self._ask(call, key, claims) if good else _plain(403, "Forbidden")

    def _ask(self, call: Call, key: str, claims: Any) -> Said:
        asked = event(call, key, claims, datetime.now(UTC))
        with self._crew.lend(SECONDS) as worker:
            if worker is None:
                return _plain(503, "Service Unavailable")
            try:
                return said(worker.invoke(asked))
            except InvocationFailed as failure:
                log.warning("front: %s", failure)
                return _plain(500, "Internal Server Error")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        front = self

        class Handler(BaseHTTPRequestHandler):
            """Reads a request and writes the answer."""

            server_version, sys_version = "town", ""

            def do_GET(self) -> None:
                """Hand it over."""
                length = int(self.headers.get("Content-Length") or 0)
                if length > MOST_BYTES:
                    self._write(_plain(413, "Request Entity Too Large"))
                    return
                call = Call(
                    method=self.command,
                    target=self.path,
                    headers={name.lower(): value for name, value in self.headers.items()},
                    body=self.rfile.read(length),
                )
                self._write(front.answer(call))

            do_POST = do_GET  # noqa: N815 - http.server's names
            do_HEAD = do_GET  # noqa: N815

            def _write(self, answer: Said) -> None:
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.body)

            def log_message(self, *_: object) -> None:
                """Addresses hold what people search for: they are not logged."""

        return Handler


def _before_the_gate(call: Call) -> Call:
    """What CloudFront makes of a browser's request: its cookie becomes the gate's header."""
    headers = {name: value for name, value in call.headers.items() if name != "authorization"}
    if token := call.cookies.get(SESSION, ""):
        headers["authorization"] = f"Bearer {token}"
    return call.model_copy(update={"headers": headers})


def _plain(status: int, message: str) -> Said:
    """As API Gateway says it."""
    body = json.dumps({"message": message}).encode()
    return Said(status=status, headers=(("Content-Type", "application/json"),), body=body)
