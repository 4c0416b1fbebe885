"""What the town takes from the template, once every reference in it is resolved."""

from collections.abc import Mapping

from shared.model.fact import Fact


class Function(Fact):
    """One Lambda function: what its worker processes are started with."""

    logical_id: str
    name: str
    arn: str
    handler: str
    role: str
    timeout: int
    """Seconds; a worker that takes longer is killed."""
    memory: int
    environment: Mapping[str, str]


class Feed(Fact):
    """One event source mapping: which queue feeds which function, and how."""

    function: str
    """The function's name."""
    queue_arn: str
    batch_size: int
    reports_failures: bool
    """ReportBatchItemFailures: the function names the messages that failed."""
    most_workers: int
    """That run at once for this queue; where the template says nothing, as many as Lambda does."""


class Door(Fact):
    """One HTTP API: which requests go to which function, and whom its gate lets through."""

    api: str
    """Its logical id."""
    function: str
    """The name of the function behind it."""
    open: tuple[str, ...]
    """Route keys (``GET /sign-in``) that need no token."""
    closed: tuple[str, ...]
    """Route keys that need a token of the issuer for the audience."""
    issuer: str
    audience: tuple[str, ...]
    scopes: Mapping[str, tuple[str, ...]] = {}
    """Of closed route keys: the scopes of which a token must have one."""
    tokens: str = ""
    """The route key that leads to the issuer's token endpoint; empty where none does."""
    cookies: bool = False
    """CloudFront stands before it: a browser's cookie carries the token."""


class ReceiptRule(Fact):
    """One SES receipt rule with an S3 action and its topic."""

    rule_set: str
    name: str
    recipients: tuple[str, ...]
    """Lower case."""
    bucket: str
    prefix: str
    topic: str
    scans: bool


class Stack(Fact):
    """The deployed system, as the town plays it."""

    name: str
    region: str
    account: str
    outputs: Mapping[str, str]
    functions: tuple[Function, ...]
    feeds: tuple[Feed, ...]
    rules: tuple[ReceiptRule, ...]
    doors: tuple[Door, ...] = ()
