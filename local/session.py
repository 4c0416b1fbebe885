"""boto3 sessions that reach the pretend account only, whatever the operator's own settings."""

import os
from typing import Any

import boto3
import botocore.session
from botocore.config import Config

REGION = "ap-southeast-1"
"""Where SES receives mail nearest to Thailand."""

_NOTHING_OF_THE_OPERATORS = {
    "profile": (None, None, None, None),
    "config_file": (None, None, os.devnull, None),
    "credentials_file": (None, None, os.devnull, None),
}


def town_session(
    endpoint: str, key: str, secret: str, token: str | None = None, region: str = REGION
) -> boto3.Session:
    """A session whose every client speaks to ``endpoint``, past any proxy."""
    return _TownSession(
        endpoint,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        region_name=region,
        botocore_session=botocore.session.Session(_NOTHING_OF_THE_OPERATORS),
    )


class _TownSession(boto3.Session):
    """What a caller says of place or settings goes before the town's."""

    def __init__(self, endpoint: str, **given: Any) -> None:
        super().__init__(**given)
        self._here = {"endpoint_url": endpoint, "config": Config(proxies={})}

    def client(self, *given: Any, **named: Any) -> Any:
        return super().client(*given, **{**self._here, **named})

    def resource(self, *given: Any, **named: Any) -> Any:
        return super().resource(*given, **{**self._here, **named})
