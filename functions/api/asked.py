"""What goes over the wire towards us: the bodies of requests, as the document has them."""

from typing import Annotated

from pydantic import Base64Bytes, Field

from shared.model.fact import Fact
from shared.sealing.verdict import LARGEST_FILE, LONGEST_CODE
from shared.uploading.letter import LONGEST, MOST_BYTES, MOST_FILES


class FileGiven(Fact):
    """A file that will follow."""

    name: str = Field(min_length=1, max_length=255, examples=["หนังสือนำส่ง.pdf"])
    size: int = Field(ge=1, le=MOST_BYTES, description="Bytes, exactly.", examples=[48213])


class DocumentsGiven(Fact):
    """Documents that are added to a letter."""

    subject: str = Field(min_length=1, max_length=LONGEST["subject"], pattern=r"\S")
    message: str = Field("", max_length=LONGEST["message"])
    name: str = Field("", max_length=LONGEST["name"], description="The officer who sends it.")
    sender: str = Field(
        "", max_length=LONGEST["sender"], description="Mail address for receipt and notices."
    )
    files: Annotated[
        tuple[FileGiven, ...],
        # That there is one is looked at later: here a wrong file would be called a missing one.
        Field(max_length=MOST_FILES, json_schema_extra={"minItems": 1}),
    ]


class LetterGiven(DocumentsGiven):
    """A letter, before its files."""

    office: str | None = Field(
        None, max_length=40, description="Its code; without it the office is found by the letter."
    )
    process: str | None = Field(None, max_length=60, description="Its id, if it is known.")
    anyway: bool = Field(
        default=False,
        description="Send it here although the announcement prescribes another channel.",
    )


class ReceiptGiven(Fact):
    """A receipt to check: its code, or its PDF in Base64 (2 MB at most). One of the two."""

    code: str = Field("", max_length=LONGEST_CODE)
    pdf: Base64Bytes | None = Field(None, max_length=LARGEST_FILE)
