"""What CloudWatch makes of a function's output: the embedded metric format."""

import json

Number = tuple[str, float, dict[str, str]]
"""Its name, its value, and its dimensions."""


def numbers(printed: str) -> list[Number]:
    """Every number in what was printed, in order."""
    return [one for row in printed.splitlines() if '"_aws"' in row for one in _in(row)]


def _in(row: str) -> list[Number]:
    said = json.loads(row)
    [directive] = said["_aws"]["CloudWatchMetrics"]
    assert directive["Namespace"] == "saraban"
    [names] = directive["Dimensions"]
    dimensions = {name: said[name] for name in names}
    return [(m["Name"], said[m["Name"]][0], dimensions) for m in directive["Metrics"]]
