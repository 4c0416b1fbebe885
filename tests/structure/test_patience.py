"""No function waits for a silent AWS until its own time is over."""

import ast

import pytest

from shared.aws.patience import CONNECT, READ, SEND
from tests.structure.source import PROJECT
from tests.structure.template import FUNCTION, resources, value

HANDLERS = sorted((PROJECT / "functions").glob("*/handler.py"), key=str)
MADE_BY = {"boto3.client", "boto3.resource"}


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: path.parent.name)
def test_every_client_is_told_how_long_to_wait(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if made(node)]

    told = [{word.arg for word in call.keywords} for call in calls]

    assert calls
    assert [{"config"}] * len(calls) == told


def made(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in MADE_BY


@pytest.mark.parametrize("name", sorted(resources(FUNCTION)))
def test_after_a_silent_connection_there_is_time_to_ask_again(name):
    runs = float(value(resources(FUNCTION)[name]["Timeout"]))

    assert runs > CONNECT + READ + READ / 2
    assert "Notify" not in name or runs > CONNECT + SEND + READ
