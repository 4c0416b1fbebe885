"""Reads template.yaml, the single source of what is deployed."""

from functools import cache
from typing import Any

from samtranslator.yaml_helper import yaml_parse

from tests.structure.source import PROJECT

Resource = dict[str, Any]

FUNCTION = "AWS::Serverless::Function"


@cache
def template() -> dict[str, Any]:
    """The whole file, short forms written out."""
    return dict(yaml_parse((PROJECT / "template.yaml").read_text(encoding="utf-8")))


def resources(kind: str) -> dict[str, Resource]:
    """The properties of every resource of one type, by name."""
    found = template()["Resources"].items()
    return {name: what.get("Properties", {}) for name, what in found if what["Type"] == kind}


def default(parameter: str) -> Any:
    """What a parameter is unless the operator says otherwise."""
    return template()["Parameters"][parameter]["Default"]


def value(given: Any) -> Any:
    """A property as it is by default: a parameter's default for a reference to it."""
    match given:
        case {"Ref": str(name)} if name in template()["Parameters"]:
            return default(name)
        case _:
            return given


def referred(given: Any) -> str:
    """The resource that ``!Ref`` or ``!GetAtt`` names."""
    return str(given["Ref"] if "Ref" in given else given["Fn::GetAtt"][0])


def environment(function: Resource) -> dict[str, Any]:
    """Every variable that a function gets."""
    common = template()["Globals"]["Function"]["Environment"]["Variables"]
    return {**common, **function.get("Environment", {}).get("Variables", {})}


def statements(policy: Resource) -> list[dict[str, Any]]:
    """The statements of a policy document."""
    return list(policy["PolicyDocument"]["Statement"])


def many(given: Any) -> list[Any]:
    """A list, also when only one thing is given."""
    return list(given) if isinstance(given, list) else [given]
