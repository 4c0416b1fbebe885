"""Whoever changes a room can see from its place what the change may reach."""

import pytest

from tests.structure.floors import DEPTH, TOPS, upward
from tests.structure.source import PROJECT, Import, imports, imports_of

ROOMS = [top for top in TOPS if top != "tests"]


def test_imports_only_go_down():
    assert [] == list(upward(imports(*ROOMS)))


@pytest.mark.parametrize("top", ["shared", "functions"])
def test_every_room_has_a_floor(top):
    found = {path.stem for path in (PROJECT / top).iterdir() if (path / "__init__.py").exists()}
    found |= {path.stem for path in (PROJECT / top).glob("*.py")} - {"__init__"}

    assert found == {room.partition(".")[2] for room in DEPTH if room.startswith(f"{top}.")}


UPWARD = [
    pytest.param("shared.aws.work", "functions.router.dispatch", id="a store asks a station"),
    pytest.param("shared.model.work", "shared.aws.items", id="a fact asks a store"),
    pytest.param("functions.notify.receipt", "functions.router.offices", id="a neighbour asked"),
    pytest.param("functions.intake.mail", "local.smtp", id="a station asks the town"),
    pytest.param("shared.errors", "shared.model.fact", id="the cellar asks the ground floor"),
    pytest.param("shared.ports", "tests.fakes", id="the house asks its tests"),
    pytest.param("shared.cupboard", "shared.model", id="a room without a floor"),
]


@pytest.mark.parametrize(("module", "name"), UPWARD)
def test_an_upward_import_is_noticed(module, name):
    assert [] != list(upward([Import(module, name)]))


DOWNWARD = [
    pytest.param("functions.router.dispatch", "shared.model.work.WorkItem", id="to a fact"),
    pytest.param("functions.router.dispatch", "functions.router.offices", id="within the room"),
    pytest.param("functions.intake.mail", "email.message", id="to the standard library"),
]


@pytest.mark.parametrize(("module", "name"), DOWNWARD)
def test_a_downward_import_is_fine(module, name):
    assert [] == list(upward([Import(module, name)]))


WRITTEN = [
    pytest.param("import local.pump", id="import"),
    pytest.param("from local import pump", id="from a package"),
    pytest.param("from local.pump import Pump as P", id="under another name"),
    pytest.param("def f():\n    from local import pump", id="inside a function"),
]


@pytest.mark.parametrize("text", WRITTEN)
def test_an_import_is_seen_however_it_is_written(text):
    assert [] != list(upward(imports_of("shared.aws.work", text)))


def test_a_relative_import_is_refused():
    with pytest.raises(AssertionError, match="relative import"):
        list(imports_of("shared.aws.work", "from ..model import work"))


MAY_KNOW_AWS = ("shared.aws.", "local.", "cli.", "benchmarks.", "tools.", "faults.")


def test_only_the_edge_knows_aws():
    """Stories and rules can be read, tested and explained without an account."""
    knowing = {
        module
        for module, name in imports(*ROOMS, typing_too=False)
        if name.split(".")[0] in {"boto3", "botocore"}
    }

    assert set() == {
        module
        for module in knowing
        if not module.startswith(MAY_KNOW_AWS) and not module.endswith(".handler")
    }
