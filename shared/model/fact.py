"""The base of every fact: frozen, strict about unknown fields."""

from typing import NewType

from pydantic import BaseModel, ConfigDict

ArrivalId = NewType("ArrivalId", str)
SubmissionId = NewType("SubmissionId", str)
OfficeCode = NewType("OfficeCode", str)
ProcessId = NewType("ProcessId", str)

CENTRAL = OfficeCode("central")
"""The central registry (สารบรรณกลาง, saraban@sso.go.th): clause 2(1) of the announcement."""


class Fact(BaseModel):
    """Something that was so: it never changes, and it has no fields that we do not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        # A validation error would quote the letter that it failed on, and errors are logged.
        hide_input_in_errors=True,
    )
