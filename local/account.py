"""How the pretend account differs from plain moto, beside IAM: four repairs."""

import json
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from moto.kms.models import Key, kms_backends
from moto.s3 import notifications
from moto.ses.models import RawMessage, SESBackend

from local.outbox import put

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def one_at_a_time(app: Wsgi) -> Wsgi:
    """Serve one request at a time: moto's transactions are not atomic between threads."""
    lock = threading.Lock()

    def serve(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if length := environ.get("CONTENT_LENGTH"):
            environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(length)))
        with lock:
            return list(app(environ, start_response))

    return serve


def keep_outgoing_mail(outbox: Path) -> None:
    """Write each raw mail that SES accepts into the outbox as well."""
    accept = SESBackend.send_raw_email

    def send_raw_email(
        backend: SESBackend, source: str, destinations: list[str], raw_data: str
    ) -> RawMessage:
        sent = accept(backend, source, destinations, raw_data)
        put(outbox, sent.id, raw_data.encode(), datetime.now(UTC))
        return sent

    patch.object(SESBackend, "send_raw_email", send_raw_email).start()


def name_versions_in_s3_events() -> None:
    """S3 tells an object's version and sequencer in its events; moto leaves them out."""
    describe = notifications._get_s3_event  # noqa: SLF001

    def event(name: str, bucket: Any, key: Any, configuration: str) -> dict[str, Any]:
        told: dict[str, Any] = describe(name, bucket, key, configuration)
        for record in told["Records"]:
            record["s3"]["object"]["sequencer"] = f"{key.last_modified.timestamp():.6f}"
            if bucket.is_versioned:
                record["s3"]["object"]["versionId"] = key.version_id
        return told

    patch.object(notifications, "_get_s3_event", event).start()


def make_keys_as_drawn() -> None:
    """A key for signing is one; moto's CloudFormation makes every key one for encryption."""
    make = Key.create_from_cloudformation_json

    def key(resource: str, drawn: Any, account_id: str, region_name: str, **rest: Any) -> Key:
        properties = drawn["Properties"]
        if properties.get("KeyUsage", "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT":
            return make(resource, drawn, account_id, region_name, **rest)
        return kms_backends[account_id][region_name].create_key(
            policy=json.dumps(properties["KeyPolicy"]),
            key_usage=properties["KeyUsage"],
            key_spec=properties["KeySpec"],
            description=properties.get("Description"),
            tags=properties.get("Tags", []),
        )

    patch.object(Key, "create_from_cloudformation_json", staticmethod(key)).start()
