"""The fronts of a town: one for each HTTP API of its stack, each at a port of its own."""

import socket
from collections.abc import Mapping

import boto3

from local.blueprint import Door, Stack
from local.crew import Crew
from local.front import HOST, Front
from local.tokens import Tokens

PORTAL = "PortalApi"
"""The API with the check page: receipts name its address, so it is chosen first."""
USUAL = {"DeskApi": 0, PORTAL: 1, "AgencyApi": 2}
"""How far an API's usual port lies behind the first one."""


def usual_port(api: str, first: int) -> int:
    """An API's usual port if it is free, else another; ``first`` 0 wants any."""
    return free_port(first and first + USUAL.get(api, len(USUAL)))


def open_fronts(
    stack: Stack, crews: Mapping[str, Crew], session: boto3.Session, ports: Mapping[str, int]
) -> tuple[Front, ...]:
    """A front for each HTTP API, not yet serving. ``crews`` are by the function's logical id.

    ``ports`` are by the API's logical id: all that the stack has.
    """
    by_name = {function.name: crews[function.logical_id] for function in stack.functions}
    return tuple(
        Front(
            door,
            by_name[door.function],
            session.client("sts").meta.endpoint_url,
            ports[door.api],
            _tokens(door, session),
        )
        for door in stack.doors
    )


def _tokens(door: Door, session: boto3.Session) -> Tokens | None:
    return Tokens(session.client("cognito-idp"), door.issuer) if door.tokens else None


def free_port(wanted: int) -> int:
    """The wanted port if it is free, else another."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")
