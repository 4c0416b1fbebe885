"""Every function of the template is there, runs where it was tested, and may do little."""

import importlib
import os
import sys

import pytest

from shared.settings import Settings
from tests.structure.source import PROJECT
from tests.structure.template import (
    FUNCTION,
    environment,
    many,
    referred,
    resources,
    statements,
    template,
    value,
)

FUNCTIONS = resources(FUNCTION)
ROLES = resources("AWS::IAM::Role")

NO_RESOURCES = {
    "xray:PutTraceSegments": "X-Ray has no resources for it (Service Authorization Reference)",
    "xray:PutTelemetryRecords": "X-Ray has no resources for it (Service Authorization Reference)",
}
"""The only actions that may stand beside ``*``, each with its reason."""


@pytest.fixture(params=sorted(FUNCTIONS))
def name(request):
    return request.param


@pytest.fixture
def function(name):
    return FUNCTIONS[name]


def test_its_handler_is_where_the_template_says(function):
    module, _, attribute = function["Handler"].rpartition(".")

    assert callable(getattr(importlib.import_module(module), attribute))


def test_it_keeps_its_dotted_path_in_the_artefact(name, function):
    build = template()["Resources"][name]["Metadata"]["BuildProperties"]

    assert function["CodeUri"].strip("/").replace("/", ".") == build["ParentPackages"]
    assert function["Handler"] == f"{build['ParentPackages']}.handler.lambda_handler"


def test_every_room_with_a_handler_is_deployed():
    rooms = {path.parent.name for path in (PROJECT / "functions").glob("*/handler.py")}

    assert rooms == {function["Handler"].split(".")[1] for function in FUNCTIONS.values()}


def test_its_environment_has_every_setting_that_it_reads(function):
    module = importlib.import_module(function["Handler"].rpartition(".")[0])
    read = {
        field.upper()
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Settings)
        for field in kind.model_fields
    }

    assert set() != read
    assert set() == read - set(environment(function))


def test_it_runs_on_the_python_of_the_tests():
    running = f"python{sys.version_info.major}.{sys.version_info.minor}"
    common = template()["Globals"]["Function"]["Runtime"]
    if common != running and os.environ.get("CI", "") not in {"true", "1"}:
        pytest.skip(f"deployed on {common}; this is {running} (CI runs on {common})")

    assert {running} == {common} | {
        function["Runtime"] for function in FUNCTIONS.values() if "Runtime" in function
    }


def test_it_has_a_role_of_its_own(name, function):
    others = {referred(other["Role"]) for key, other in FUNCTIONS.items() if key != name}

    assert referred(function["Role"]) in ROLES
    assert referred(function["Role"]) not in others
    assert "Policies" not in function


def too_wide(statement):
    """The actions of a statement that reach further than they must."""
    if statement["Effect"] != "Allow":
        return []
    if not {"Action", "Resource"} <= set(statement):  # NotAction, NotResource
        return [statement]
    everywhere = "*" in many(statement["Resource"])
    return [
        action
        for action in many(statement["Action"])
        if "*" in action or (everywhere and action not in NO_RESOURCES)
    ]


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_names_what_it_may_touch(role):
    """One station taken over by a hostile file reaches its own few things and no more."""
    found = [what for policy in ROLES[role]["Policies"] for what in statements(policy)]

    assert [] == [wide for statement in found for wide in too_wide(statement)]
    assert "ManagedPolicyArns" not in ROLES[role]


TOO_WIDE = [
    pytest.param({"Action": "s3:GetObject", "Resource": "*"}, id="every bucket"),
    pytest.param({"Action": ["s3:*"], "Resource": "arn:aws:s3:::mail"}, id="every action"),
    pytest.param({"NotAction": "iam:*", "Resource": "arn:aws:s3:::mail"}, id="all but one"),
    pytest.param({"Action": "s3:GetObject", "NotResource": "arn:aws:s3:::x"}, id="all but there"),
]


@pytest.mark.parametrize("statement", TOO_WIDE)
def test_a_role_that_may_too_much_is_noticed(statement):
    assert [] != too_wide({"Effect": "Allow", **statement})


def test_its_invocations_are_traced(function):
    """The station's log lines name the trace (tests/story/test_station.py)."""
    assert "Active" == function.get("Tracing", template()["Globals"]["Function"]["Tracing"])


def test_its_log_is_kept_for_a_set_time(function):
    log = resources("AWS::Logs::LogGroup")[referred(function["LoggingConfig"]["LogGroup"])]

    assert {"RetentionInDays", "KmsKeyId"} <= set(log)


def test_its_messages_fail_one_by_one(function):
    for event in function.get("Events", {}).values():
        assert ["ReportBatchItemFailures"] == event["Properties"]["FunctionResponseTypes"]


def test_a_message_stays_hidden_while_it_is_worked_on(function):
    """AWS asks for six times the function's time limit, so that no letter is read twice."""
    queues = resources("AWS::SQS::Queue")
    for event in function.get("Events", {}).values():
        queue = queues[referred(event["Properties"]["Queue"])]

        assert value(queue["VisibilityTimeout"]) >= 6 * value(function["Timeout"])
