"""The template cut in two: what moto's CloudFormation makes, and what the town fills in.

The town's part is not resolved here. Each of its resources becomes an output of the stack
(``Fn::ToJsonString`` of its properties), so that moto resolves every Ref, GetAtt and Sub as
CloudFormation would; ``resolved`` reads them back.
"""

import copy
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from local.template import FILLED_IN, NAMED_BY, SKIPPED, Json

CODE = {"ZipFile": "raise SystemExit('the town runs this function in a worker')"}
PREFIX = "Town"


def for_moto(plain: Json) -> Json:
    """The template as moto takes it."""
    names = {
        name: _stands_for(name, resource)
        for name, resource in plain["Resources"].items()
        if resource["Type"] in FILLED_IN | SKIPPED.keys()
    }
    known = _renamed(copy.deepcopy(plain), names)
    resources = known["Resources"]
    outputs = dict(known.get("Outputs", {}))
    for name, resource in resources.items():
        outputs[PREFIX + name] = _told(resource)
    made = {name: _makeable(r) for name, r in resources.items() if name not in names}
    return {**known, "Resources": made, "Outputs": outputs}


def resolved(outputs: Mapping[str, str], names: Iterable[str]) -> dict[str, Json]:
    """Each named resource's properties; one whose condition is false is left out."""
    return {name: json.loads(outputs[PREFIX + name]) for name in names if PREFIX + name in outputs}


def published(outputs: Mapping[str, str]) -> dict[str, str]:
    """The template's own outputs."""
    return {name: value for name, value in outputs.items() if not name.startswith(PREFIX)}


def _told(resource: Json) -> Json:
    told: Json = {"Value": {"Fn::ToJsonString": resource.get("Properties", {})}}
    if "Condition" in resource:
        told["Condition"] = resource["Condition"]
    return told


def _makeable(resource: Json) -> Json:
    """What moto cannot take is left out: layers, and code that lies nowhere."""
    if resource["Type"] != "AWS::Lambda::Function":
        return resource
    properties = {k: v for k, v in resource["Properties"].items() if k != "Layers"}
    return {**resource, "Properties": {**properties, "Code": CODE}}


def _stands_for(name: str, resource: Json) -> Any:
    """What a reference to something that moto does not make becomes."""
    return resource.get("Properties", {}).get(NAMED_BY.get(resource["Type"], ""), name)


def _renamed(value: Any, names: Mapping[str, Any]) -> Any:
    match value:
        case {"Ref": str(name)} if name in names:
            return names[name]
        case {"Fn::GetAtt": [str(name), attribute]} if name in names:
            return f"{name}.{attribute}, which only AWS knows"
        case {"Fn::Sub": str(text)} if used := _used(text, names):
            return {"Fn::Sub": [text, {name: names[name] for name in used}]}
        case dict():
            return {key: _renamed(part, names) for key, part in value.items()}
        case list():
            return [_renamed(part, names) for part in value]
    return value


def _used(text: str, names: Mapping[str, Any]) -> list[str]:
    return [name for name in re.findall(r"\$\{(\w+)\}", text) if name in names]
