"""The manifest that closes an upload folder.

``uploads/<folder>/manifest.json``, put after all the files that it names::

    {
      "sender": "somying@mail.example",
      "name": "สมหญิง ตัวอย่าง",
      "subject": "ขอเบิกค่าคลอดบุตร",
      "message": "แนบแบบ สปส. 2-01 ค่ะ",
      "office": "khonkaen",
      "process": "ssf-benefit/3",
      "reference": "7K4M-9XQ2-HDWA",
      "files": ["สปส2-01.jpg", "สูติบัตร.pdf"]
    }

Only ``subject`` and ``files`` must be there; without a sender nobody can be answered.
``reference`` is of the earlier letter that this one adds to; whoever lays the manifest down has
made sure that it is the same sender's. References that an upload merely quotes join nothing.
"""

from pathlib import PurePosixPath
from typing import Annotated, Self

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator
from pydantic_core import from_json

from shared.directory import processes
from shared.errors import ManifestInvalid, ManifestNotJson, UnknownReference
from shared.model.arrival import MANIFEST
from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.model.reference import parse_reference

MOST_BYTES = 256 * 1024
MOST_FILES = 100
_LONGEST_LINE = 1_000
_LONGEST_MESSAGE = 100_000
_LONGEST_KEY = 900
"""S3's limit for a whole key is 1,024 bytes."""


def _address(value: str) -> str:
    try:
        valid = validate_email(value, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        raise ValueError("not an e-mail address") from None
    return valid.normalized


def _inside_its_folder(value: str) -> str:
    parts = PurePosixPath(value).parts
    if "\\" in value or "\x00" in value or value.startswith("/") or ".." in parts:
        raise ValueError("not a file of this folder")
    if len(value.encode()) > _LONGEST_KEY or value == MANIFEST or "/".join(parts) != value:
        raise ValueError("not a file name")
    return value


def _reference(value: str) -> str:
    try:
        return parse_reference(value)
    except UnknownReference:
        raise ValueError("no reference") from None


FileName = Annotated[str, Field(min_length=1), AfterValidator(_inside_its_folder)]


class Manifest(Fact):
    """What the sender says of the folder."""

    sender: Annotated[str, AfterValidator(_address)] | None = None
    name: Annotated[str, Field(max_length=_LONGEST_LINE)] = ""
    subject: Annotated[str, Field(max_length=_LONGEST_LINE)]
    message: Annotated[str, Field(max_length=_LONGEST_MESSAGE)] = ""
    office: OfficeCode | None = None
    process: ProcessId | None = None
    reference: Annotated[str, AfterValidator(_reference)] | None = None
    files: Annotated[tuple[FileName, ...], Field(max_length=MOST_FILES)]

    @field_validator("process")
    @classmethod
    def _known(cls, value: ProcessId | None) -> ProcessId | None:
        if value is not None and value not in processes.load():
            raise ValueError("no process of appendix 1")
        return value

    @model_validator(mode="after")
    def _each_file_once(self) -> Self:
        if len(set(self.files)) != len(self.files):
            raise ValueError("a file is named twice")
        return self


def parse_manifest(content: bytes) -> Manifest:
    """Raises ManifestNotJson, or ManifestInvalid with the fields' names, never their values."""
    if len(content) > MOST_BYTES:
        raise ManifestInvalid("too large")
    try:
        given = from_json(content.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        raise ManifestNotJson from None
    try:
        return Manifest.model_validate(given)
    except ValidationError as error:
        raise ManifestInvalid(_wrong_fields(error)) from None


def _wrong_fields(error: ValidationError) -> str:
    """Field names are the sender's too where they are unknown: only ours are repeated."""
    named = {str(item["loc"][0]) if item["loc"] else "files" for item in error.errors()}
    ours = {name if name in Manifest.model_fields else "unknown field" for name in named}
    return ", ".join(sorted(ours))
