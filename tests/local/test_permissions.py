"""IAM's rules, as far as our policies use them."""

import pytest

from local.needs import Request, needs
from local.permissions import Need, NotUnderstood, allowed, denied

TABLE = "arn:aws:dynamodb:ap-southeast-1:1:table/register"
BUCKET = "arn:aws:s3:::mail"


def statement(**changes):
    return {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"{BUCKET}/*"} | changes


def a_need(action="s3:GetObject", resource=f"{BUCKET}/one", principal=None, **context):
    return Need(
        action=action, resources=(resource,), principal=principal, context=tuple(context.items())
    )


CASES = [
    pytest.param(statement(), a_need(), True, id="an action on a resource below a wildcard"),
    pytest.param(statement(Action="s3:*"), a_need(), True, id="all actions of a service"),
    pytest.param(statement(Action="S3:getobject"), a_need(), True, id="an action in other case"),
    pytest.param(
        statement(), a_need(resource=f"{BUCKET}2/one"), False, id="another bucket, longer name"
    ),
    pytest.param(statement(), a_need(action="s3:PutObject"), False, id="another action"),
    pytest.param(
        statement(Resource=f"{BUCKET}/a?c"), a_need(resource=f"{BUCKET}/abc"), True, id="one sign"
    ),
    pytest.param(
        statement(Resource=f"{BUCKET}/a.c"), a_need(resource=f"{BUCKET}/abc"), False, id="a dot"
    ),
    pytest.param(
        {"Effect": "Allow", "NotAction": "s3:Put*", "Resource": "*"}, a_need(), True, id="but not"
    ),
    pytest.param(
        statement(Condition={"StringEquals": {"ses:FromAddress": ["a@x", "b@x"]}}),
        a_need(**{"ses:FromAddress": "b@x"}),
        True,
        id="a condition with two values",
    ),
    pytest.param(
        statement(Condition={"StringEquals": {"ses:FromAddress": "a@x"}}),
        a_need(**{"ses:FromAddress": "c@x"}),
        False,
        id="a condition that does not hold",
    ),
    pytest.param(
        statement(Condition={"StringEquals": {"kms:ViaService": "s3"}}),
        a_need(),
        False,
        id="a condition on something the request does not say",
    ),
    pytest.param(
        statement(Condition={"StringEqualsIfExists": {"kms:ViaService": "s3"}}),
        a_need(),
        True,
        id="the same, if it says so at all",
    ),
    pytest.param(
        statement(Condition={"StringNotEquals": {"aws:SourceAccount": "2"}}),
        a_need(**{"aws:SourceAccount": "1"}),
        True,
        id="a negated condition",
    ),
    pytest.param(
        statement(Principal={"Service": ["sns.amazonaws.com"]}),
        a_need(principal="sns.amazonaws.com"),
        True,
        id="a service named by the resource",
    ),
    pytest.param(
        statement(Principal={"Service": "sns.amazonaws.com"}),
        a_need(principal="s3.amazonaws.com"),
        False,
        id="a service not named by the resource",
    ),
]


@pytest.mark.parametrize(("said", "need", "expected"), CASES)
def test_what_a_statement_allows(said, need, expected):
    assert expected is allowed([{"Statement": said}], need)


def test_a_deny_wins_over_any_allow():
    policies = [{"Statement": [statement(), statement(Effect="Deny", Action="s3:*")]}]

    assert not allowed(policies, a_need())


def test_nothing_is_allowed_without_a_policy():
    assert not allowed([], a_need())


def test_a_bucket_can_deny_whom_its_own_policy_does_not_name():
    policy = {
        "Statement": statement(
            Effect="Deny", Principal="*", Condition={"Bool": {"aws:SecureTransport": "false"}}
        )
    }

    assert denied([policy], a_need(principal="role", **{"aws:SecureTransport": "false"}))
    assert not denied([policy], a_need(principal="role", **{"aws:SecureTransport": "true"}))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(statement(Resource=f"{BUCKET}/${{aws:username}}/*"), id="a policy variable"),
        pytest.param(
            statement(Condition={"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}), id="an operator"
        ),
        pytest.param(statement(NotPrincipal={"AWS": "*"}), id="all principals but one"),
    ],
)
def test_what_is_not_played_here_never_passes_by_accident(said):
    with pytest.raises(NotUnderstood):
        allowed([{"Statement": said}], a_need())


def a_request(service, operation, body=b"{}", resource="*", path="/"):
    return Request(
        service=service,
        operation=operation,
        resource=resource,
        path=path,
        body=body,
        region="ap-southeast-1",
        account="1",
    )


REQUESTS = [
    pytest.param(
        a_request("dynamodb", "PutItem", b'{"TableName": "register"}'),
        [("dynamodb:PutItem", TABLE)],
        id="one item",
    ),
    pytest.param(
        a_request("dynamodb", "Query", b'{"TableName": "register", "IndexName": "gsi1"}'),
        [("dynamodb:Query", f"{TABLE}/index/gsi1")],
        id="an index",
    ),
    pytest.param(
        a_request(
            "dynamodb",
            "TransactWriteItems",
            b'{"TransactItems": [{"Put": {"TableName": "register"}},'
            b'{"Update": {"TableName": "register"}}, {"ConditionCheck": {"TableName": "other"}}]}',
        ),
        [
            ("dynamodb:PutItem", TABLE),
            ("dynamodb:UpdateItem", TABLE),
            ("dynamodb:ConditionCheckItem", TABLE.replace("register", "other")),
        ],
        id="a transaction needs its parts",
    ),
    pytest.param(
        a_request("sqs", "DeleteMessageBatch", resource="arn:queue"),
        [("sqs:DeleteMessage", "arn:queue")],
        id="a batch needs the single action",
    ),
    pytest.param(
        a_request("s3", "HeadBucket", resource=BUCKET),
        [("s3:ListBucket", BUCKET)],
        id="asking whether a bucket is there",
    ),
    pytest.param(
        a_request(
            "ses",
            "SendEmail",
            b'{"FromEmailAddress": "SSO <a@x.th>", "Content": {"Raw": {"Data": ""}}}',
        ),
        [("ses:SendRawEmail", "arn:aws:ses:ap-southeast-1:1:identity/a@x.th")],
        id="a raw mail",
    ),
    pytest.param(
        a_request("kms", "Decrypt", b'{"KeyId": "7"}'),
        [("kms:Decrypt", "arn:aws:kms:ap-southeast-1:1:key/7")],
        id="a key",
    ),
    pytest.param(
        a_request("sns", "Publish", b"Action=Publish&TopicArn=arn%3Atopic"),
        [("sns:Publish", "arn:topic")],
        id="a topic",
    ),
    pytest.param(
        a_request("logs", "PutLogEvents"), [("logs:PutLogEvents", "*")], id="any other service"
    ),
]


@pytest.mark.parametrize(("request_", "expected"), REQUESTS)
def test_what_a_request_needs(request_, expected):
    assert expected == [(need.action, need.resources[0]) for need in needs(request_)]
