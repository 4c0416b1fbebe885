"""Process: a row of appendix 1 with its prescribed channel, or one of four outside it."""

from enum import StrEnum

from shared.model.fact import Fact, ProcessId


class PrescribedChannel(StrEnum):
    """How appendix 1 says a process is filed."""

    EMAIL = "email"
    WEB = "web"
    WEB_APP = "web+app"
    WEB_OTHER = "web+other"
    BIZPORTAL = "bizportal"
    OUTSIDE = "outside"
    """Not in appendix 1: agency letters, hospital user requests, enquiries, nothing."""


AGENCY = ProcessId("correspondence/agency")
HOSPITAL_USER = ProcessId("other/hospital-user-request")
ENQUIRY = ProcessId("other/enquiry")
NOTHING = ProcessId("none")


class Process(Fact):
    """One process. ``published`` is the announcement's own wording, slips and all."""

    id: ProcessId
    name_th: str
    name_en: str
    published: str
    correction: str | None = None
    """Why ``name_th`` differs from ``published``."""
    channel: PrescribedChannel
    channel_th: str
    channel_en: str

    @property
    def taken_here(self) -> bool:
        """False where the announcement prescribes another channel than e-mail."""
        return self.channel in {PrescribedChannel.EMAIL, PrescribedChannel.OUTSIDE}
