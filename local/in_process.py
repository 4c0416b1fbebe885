"""The pretend account in this process: no server, no network, and nothing is given back.

What runs here must run in a process of its own: environment and boto3's default session are
changed for good.
"""

import os
from typing import NamedTuple

import boto3
import botocore.session

from local.repairs import repair
from local.session import REGION

_PRETENDED = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_SESSION_TOKEN": "test",
    "AWS_DEFAULT_REGION": REGION,
    "POWERTOOLS_TRACE_DISABLED": "true",
}


class Sessions(NamedTuple):
    """Who asks the account: what listens to ``workers`` hears nothing of the harness's calls."""

    own: boto3.Session
    """The harness's."""
    workers: botocore.session.Session
    """Of which every handler that is loaded from now on makes its clients."""


def pretend() -> None:
    """Let nobody reach a real account. Before ``moto.mock_aws`` is started."""
    os.environ.update(_PRETENDED)


def sessions() -> Sessions:
    """An account with all repairs. After ``moto.mock_aws`` was started."""
    repair()
    workers = botocore.session.get_session()
    boto3.setup_default_session(botocore_session=workers, region_name=REGION)
    return Sessions(boto3.Session(region_name=REGION), workers)
