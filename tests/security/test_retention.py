"""What docs/retention.md promises about each class of data is what template.yaml does."""

import re
from datetime import timedelta
from typing import Any

import pytest

from shared.aws import watching
from tests.structure.source import PROJECT
from tests.structure.template import resources, template, value

TEXT = (PROJECT / "docs" / "retention.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT.splitlines()
    if line.startswith("| ") and "Kept for" not in line
]
TABLES = resources("AWS::DynamoDB::Table")
BUCKETS = resources("AWS::S3::Bucket")
QUEUES = resources("AWS::SQS::Queue")
LOGS = resources("AWS::Logs::LogGroup")
KEYS = resources("AWS::KMS::Key")


def days(bucket: dict[str, Any], rule: str, name: str) -> int:
    [found] = [r[rule][name] for r in bucket["LifecycleConfiguration"]["Rules"] if rule in r]
    return int(found)


SAYS = {
    "NoncurrentVersionExpiration": lambda name: days(
        BUCKETS[name], "NoncurrentVersionExpiration", "NoncurrentDays"
    ),
    "AbortIncompleteMultipartUpload": lambda name: days(
        BUCKETS[name], "AbortIncompleteMultipartUpload", "DaysAfterInitiation"
    ),
    "MessageRetentionPeriod": lambda name: QUEUES[name]["MessageRetentionPeriod"] // 86_400,
    "PendingWindowInDays": lambda name: KEYS[name]["PendingWindowInDays"],
    "RetentionInDays": lambda name: value(LOGS[name]["RetentionInDays"]),
    # PITR keeps 35 days unless told otherwise (CloudFormation, RecoveryPeriodInDays).
    "PointInTimeRecovery": lambda name: (
        35 if TABLES[name]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] else 0
    ),
}


def places(cell: str) -> list[str]:
    return sorted(LOGS) if cell == "every log group" else re.findall(r"`(\w+)`", cell)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_row_is_as_the_template_says(row: tuple[str, ...]):
    _, where, kept, by = row
    rule = by.strip("`")
    assert places(where)
    for name in places(where):
        if rule in SAYS:
            assert kept == f"{SAYS[rule](name)} days", name
        elif rule == "expires_at":
            assert {"AttributeName": rule, "Enabled": True} == TABLES[name][
                "TimeToLiveSpecification"
            ]
        else:
            assert "" == rule
            assert kept in {"until an order", "as long as the letter"}


def test_every_store_has_a_row():
    named = {name for _, where, *_ in ROWS for name in places(where)}

    assert set() == {*TABLES, *BUCKETS, *QUEUES, *LOGS, *KEYS} - named


def test_nothing_current_is_removed_by_itself():
    rules = [r for b in BUCKETS.values() for r in b["LifecycleConfiguration"]["Rules"]]

    assert [] == [rule for rule in rules if "Expiration" in rule or "ExpirationInDays" in rule]
    assert {"Retain"} == {
        template()["Resources"][name]["DeletionPolicy"] for name in ("RegisterTable", *BUCKETS)
    }


def test_a_failure_is_kept_as_long_as_the_table_says():
    assert timedelta(days=30) == watching.KEPT
