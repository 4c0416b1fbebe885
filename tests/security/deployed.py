"""Everything that template.yaml deploys, over moto, each resource under its logical name."""

import importlib
from collections.abc import Callable, Iterator
from typing import Any

import boto3

from functions.desk.people import Person
from shared.aws.scans import TAG
from tests.conftest import REGION
from tests.desk.conftest import PASSWORD
from tests.security.used import Recorder
from tests.story.line import Context, as_event, s3_notice, ses_notice
from tests.structure.template import FUNCTION, environment, resources, value

FUNCTIONS = resources(FUNCTION)
HANDLERS = {
    name.removesuffix("Function"): importlib.import_module(function["Handler"].rpartition(".")[0])
    for name, function in FUNCTIONS.items()
}
OTHERS = {"MailTopic": f"arn:aws:sns:{REGION}:123456789012:mail", "MailDomain": "sso.go.th"}


class Deployed:
    """The account. ``ids`` are what ``!Ref`` gives, by logical name."""

    def __init__(self, set_env: Callable[[str, str], None]) -> None:
        self.ids = {**_buckets(), **_tables(), **_queues(), **_keys(), **_people(), **OTHERS}
        names = {made.rpartition("/")[2]: name for name, made in self.ids.items()}
        names |= {"sso.go.th": "identity/${MailDomain}"}
        names |= {"receipts": "configuration-set/${AWS::StackName}-receipts"}
        self.recorder = Recorder(names)
        for function in FUNCTIONS.values():
            for name, given in environment(function).items():
                set_env(name, self._value(given))
        set_env("SETTLED_MINUTES", "-1")
        forget()
        self.recorder.listen()

    def _value(self, given: Any) -> str:
        match given:
            case {"Ref": str(name)} if name in self.ids:
                return self.ids[name]
            case {"Fn::If": _}:
                return ""
            case _:
                found = value(given)
                return "saraban" if isinstance(found, dict) else str(found)

    def put(self, bucket: str, key: str, body: bytes) -> None:
        boto3.client("s3").put_object(Bucket=self.ids[bucket], Key=key, Body=body)

    def scan(self) -> None:
        """What GuardDuty does with everything that was uploaded."""
        s3, bucket = boto3.client("s3"), self.ids["UploadBucket"]
        tags: Any = {"TagSet": [{"Key": TAG, "Value": "NO_THREATS_FOUND"}]}
        for item in s3.list_objects_v2(Bucket=bucket).get("Contents", []):
            s3.put_object_tagging(Bucket=bucket, Key=item["Key"], Tagging=tags)

    def mail(self, key: str, raw: bytes, *to: str, **verdicts: str) -> None:
        """A mail as SES stores and announces it."""
        self.put("MailBucket", key, raw)
        notice = ses_notice(key, to, **verdicts).replace("mail-bucket", self.ids["MailBucket"])
        self.announce("MailQueue", notice)

    def upload(self, key: str, version: str = "v1") -> None:
        """An object of the upload bucket as S3 announces it."""
        self.scan()
        notice = s3_notice(key, self.ids["UploadBucket"]).replace('"v1"', f'"{version}"')
        self.announce("UploadQueue", notice)

    def announce(self, queue: str, body: str) -> None:
        boto3.client("sqs").send_message(QueueUrl=self.ids[queue], MessageBody=body)

    def carry(self) -> None:
        """Until all queues are empty."""
        sqs, fed = boto3.client("sqs"), list(_fed())
        while sum(self._carried(sqs, *one) for one in fed):
            pass

    def _carried(self, sqs: Any, function: str, queue: str) -> int:
        found = sqs.receive_message(QueueUrl=self.ids[queue], MaxNumberOfMessages=10)
        messages = found.get("Messages", [])
        for message in messages:
            with self.recorder.during(function):
                HANDLERS[function].lambda_handler(as_event(queue, message), Context())
            sqs.delete_message(QueueUrl=self.ids[queue], ReceiptHandle=message["ReceiptHandle"])
        return len(messages)

    def settle(self, person: Person) -> None:
        """Somebody who can sign in."""
        cognito, pool = boto3.client("cognito-idp"), self.ids["People"]
        given = [{"Name": "custom:office", "Value": str(person.office)}]
        cognito.admin_create_user(
            UserPoolId=pool, Username=person.name, UserAttributes=given, MessageAction="SUPPRESS"
        )
        cognito.admin_set_user_password(
            UserPoolId=pool, Username=person.name, Password=PASSWORD, Permanent=False
        )


def forget() -> None:
    """Let every function wire itself anew."""
    for module in HANDLERS.values():
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()


def _fed() -> Iterator[tuple[str, str]]:
    for name, function in FUNCTIONS.items():
        for event in function.get("Events", {}).values():
            queue = event["Properties"]["Queue"]["Fn::GetAtt"][0]
            yield name.removesuffix("Function"), queue


def _buckets() -> dict[str, str]:
    s3, here = boto3.client("s3"), {"LocationConstraint": REGION}
    made = {name: name.lower() for name in resources("AWS::S3::Bucket")}
    for name in made.values():
        s3.create_bucket(Bucket=name, CreateBucketConfiguration=here)
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return made


def _tables() -> dict[str, str]:
    for name, drawn in resources("AWS::DynamoDB::Table").items():
        kept = ("AttributeDefinitions", "KeySchema", "BillingMode", "GlobalSecondaryIndexes")
        given = {key: drawn[key] for key in kept if key in drawn}
        boto3.client("dynamodb").create_table(TableName=name, **given)
    return {name: name for name in resources("AWS::DynamoDB::Table")}


def _queues() -> dict[str, str]:
    sqs = boto3.client("sqs")
    return {
        name: sqs.create_queue(QueueName=name)["QueueUrl"] for name in resources("AWS::SQS::Queue")
    }


def _keys() -> dict[str, str]:
    ses = boto3.client("sesv2")
    ses.create_email_identity(EmailIdentity="sso.go.th")
    ses.create_configuration_set(ConfigurationSetName="receipts")
    key = boto3.client("kms").create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    return {"ReceiptKey": key["KeyMetadata"]["KeyId"], "ReceiptConfiguration": "receipts"}


def _people() -> dict[str, str]:
    cognito = boto3.client("cognito-idp")
    office: Any = {"Name": "office", "AttributeDataType": "String", "Mutable": True}
    pool = cognito.create_user_pool(PoolName="people", Schema=[office])["UserPool"]["Id"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="desk", ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    return {"People": pool, "PeopleAtTheDesk": client}
