"""boto3 sessions that reach the pretend account only, whatever the operator's own settings."""

import os
from functools import partial

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
    session = boto3.Session(
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        region_name=region,
        botocore_session=botocore.session.Session(_NOTHING_OF_THE_OPERATORS),
    )
    here = {"endpoint_url": endpoint, "config": Config(proxies={})}
    session.client = partial(session.client, **here)  # type: ignore[method-assign]
    session.resource = partial(session.resource, **here)  # type: ignore[method-assign, assignment]
    return session
