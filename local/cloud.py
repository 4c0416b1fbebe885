"""The pretend AWS account: moto's server in a process of its own, on 127.0.0.1.

``python -m local.cloud OUTBOX`` prints one line, its port, when it is ready, and ends when
its standard input does, so it never outlives the town.
"""

import logging
import os
import sys
import threading
from pathlib import Path

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import BaseWSGIServer, make_server

from local.account import keep_outgoing_mail, one_at_a_time
from local.repairs import repair

HOST = "127.0.0.1"


def build(outbox: Path) -> BaseWSGIServer:
    """The server, on a free port, not yet serving."""
    keep_outgoing_mail(outbox)
    repair()
    app = one_at_a_time(DomainDispatcherApplication(create_backend_app))
    return make_server(HOST, 0, app, threaded=True, request_handler=MotoRequestHandler)


def main() -> None:
    """Serve until standard input ends."""
    logging.basicConfig(format="%(asctime)s %(name)s %(message)s", level=logging.WARNING)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = build(Path(sys.argv[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)  # noqa: T201 - the answer to who started us
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
