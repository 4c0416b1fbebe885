"""Does a policy allow it? The part of IAM's evaluation that our policies use.

Source: the IAM User Guide, "Policy evaluation logic" and "IAM JSON policy elements". An
explicit deny wins; without an allow the answer is no. What is not understood (a policy
variable, an unknown condition operator) raises, so that no policy passes by accident.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from shared.model.fact import Fact

Policy = Mapping[str, Any]


class NotUnderstood(Exception):  # noqa: N818 - it says what happened, like the other refusals
    """A policy uses a part of IAM's language that is not played here."""


class Need(Fact):
    """One permission that a request needs.

    ``resources`` are alternatives: AWS asks for one of them (an SES address or its
    domain). ``principal`` is a service, for policies that lie at a resource.
    """

    action: str
    resources: tuple[str, ...]
    context: tuple[tuple[str, str], ...] = ()
    principal: str | None = None


def allowed(policies: Iterable[Policy], need: Need) -> bool:
    """Whether the policies together allow what is needed. Raises NotUnderstood."""
    statements = [statement for policy in policies for statement in _statements(policy)]
    return any(_resource_allowed(statements, need, resource) for resource in need.resources)


def denied(policies: Iterable[Policy], need: Need) -> bool:
    """Whether policies that lie at the resource forbid it. Raises NotUnderstood."""
    forbidding = [
        statement
        for policy in policies
        for statement in _statements(policy)
        if statement["Effect"] == "Deny"
    ]
    return any(_speaks(s, need, resource) for s in forbidding for resource in need.resources)


def _resource_allowed(statements: list[Policy], need: Need, resource: str) -> bool:
    speaking = [s for s in statements if _speaks(s, need, resource)]
    effects = {statement["Effect"] for statement in speaking}
    return "Allow" in effects and "Deny" not in effects


def _statements(policy: Policy) -> list[Policy]:
    return [dict(item) for item in _many(policy["Statement"])]


def _speaks(statement: Policy, need: Need, resource: str) -> bool:
    return (
        _matches(statement, "Action", need.action, ignore_case=True)
        and _matches(statement, "Resource", resource)
        and _principal_matches(statement, need.principal)
        and _conditions_hold(statement.get("Condition", {}), dict(need.context))
    )


def _matches(statement: Policy, element: str, value: str, *, ignore_case: bool = False) -> bool:
    if f"Not{element}" in statement:
        patterns = _many(statement[f"Not{element}"])
        return not any(like(pattern, value, ignore_case) for pattern in patterns)
    patterns = _many(statement.get(element, "*"))
    return any(like(pattern, value, ignore_case) for pattern in patterns)


def _principal_matches(statement: Policy, principal: str | None) -> bool:
    if "NotPrincipal" in statement:
        raise NotUnderstood("NotPrincipal")
    named = statement.get("Principal")
    if principal is None:
        return named is None
    return named == "*" or (isinstance(named, Mapping) and principal in _named(named))


def _named(principals: Mapping[str, Any]) -> list[str]:
    return [name for names in principals.values() for name in _many(names)]


def _conditions_hold(conditions: Policy, context: Mapping[str, str]) -> bool:
    return all(
        _condition_holds(operator, key, _many(wanted), context)
        for operator, keys in conditions.items()
        for key, wanted in keys.items()
    )


def _condition_holds(
    operator: str, key: str, wanted: list[Any], context: Mapping[str, str]
) -> bool:
    """A key that the request does not carry fails the condition, or passes a negated one."""
    name = operator.removesuffix("IfExists").removeprefix("ForAnyValue:")
    negated = name.replace("Not", "") if "Not" in name else None
    try:
        test = _TESTS[negated or name]
    except KeyError:
        raise NotUnderstood(operator) from None
    value = {known.lower(): text for known, text in context.items()}.get(key.lower())
    if value is None:
        return negated is not None or operator.endswith("IfExists")
    return any(test(str(text), value) for text in wanted) is (negated is None)


def like(pattern: str, value: str, ignore_case: bool = False) -> bool:  # noqa: FBT001, FBT002
    """``*`` stands for any signs and ``?`` for one, as in ARNs. Raises NotUnderstood."""
    if "${" in pattern:
        raise NotUnderstood(pattern)
    return bool(_pattern(pattern, ignore_case).fullmatch(value))


@cache
def _pattern(pattern: str, ignore_case: bool) -> re.Pattern[str]:  # noqa: FBT001
    written = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.compile(written, re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


_TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "StringEquals": lambda wanted, value: wanted == value,
    "StringEqualsIgnoreCase": lambda wanted, value: wanted.lower() == value.lower(),
    "StringLike": like,
    "ArnEquals": like,
    "ArnLike": like,
    "Bool": lambda wanted, value: wanted.lower() == value.lower(),
}
