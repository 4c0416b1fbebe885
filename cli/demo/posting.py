"""Sending one sample the way its sender would."""

from collections.abc import Mapping

from cli.mailing import deliver
from cli.trouble import Trouble
from local.state import State
from samples.inbox import Sample
from shared.model.arrival import Channel


def post(sample: Sample, references: Mapping[str, str], town: State) -> str:
    """Send it; returns what its arrival's key ends with. Raises Trouble when it is refused."""
    if sample.channel is Channel.MAIL:
        content = sample.filled(references)
        answer = deliver(
            town.smtp_host, town.smtp_port, sample.sender or "", sample.recipients, content
        )
        if not answer.accepted or answer.refused:
            raise Trouble(f"{sample.id} was refused at the door: {answer.said} {answer.refused}")
        return f"/{answer.number}"
    s3 = town.session().client("s3")
    for stored in sample.objects:
        s3.put_object(Bucket=town.outputs["UploadBucket"], Key=stored.key, Body=stored.content)
    return sample.objects[-1].key
