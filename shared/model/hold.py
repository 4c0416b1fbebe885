"""Hold: an order that nothing of a letter may be erased (legal hold)."""

from pydantic import AwareDatetime

from shared.model.fact import Fact, SubmissionId


class Hold(Fact):
    """Who laid it, by which order, and when. Never personal data in ``order``."""

    submission_id: SubmissionId
    order: str
    who: str
    at: AwareDatetime
