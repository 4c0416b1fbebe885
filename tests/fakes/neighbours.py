"""The other neighbours of the stories in memory: buckets, queues, the post."""

from dataclasses import dataclass, field

from pydantic import BaseModel

from shared.errors import TryLater
from shared.model.fact import SubmissionId
from shared.model.later import ReadLater
from shared.model.layout import Layouts
from shared.model.submission import ReadLetter


@dataclass
class FakeRawStore:
    """Keeps ``shared.ports.buckets.RawStore``."""

    objects: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def read(self, bucket: str, key: str) -> bytes:
        try:
            return self.objects[bucket, key]
        except KeyError:
            raise TryLater("s3: the object is not there") from None

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        return tuple(sorted(k for b, k in self.objects if b == bucket and k.startswith(prefix)))


@dataclass
class FakeLetterStore:
    """Keeps ``shared.ports.buckets.LetterStore``."""

    documents: dict[str, bytes] = field(default_factory=dict)
    letters: dict[str, ReadLetter] = field(default_factory=dict)
    layouts: dict[str, Layouts] = field(default_factory=dict)
    later: dict[str, ReadLater] = field(default_factory=dict)

    def keep_document(self, submission_id: SubmissionId, number: int, content: bytes) -> str:
        key = f"letters/{submission_id}/documents/{number}"
        self.documents[key] = content
        return key

    def keep_letter(self, letter: ReadLetter) -> str:
        key = f"letters/{letter.submission.id}/{letter.arrival.id}.json"
        self.letters[key] = letter.without_layouts()
        self.layouts[key] = letter.layouts
        return key

    def read_letter(self, key: str) -> ReadLetter:
        return self.letters[key]

    def read_document(self, key: str) -> bytes:
        return self.documents[key]

    def read_layouts(self, key: str) -> Layouts | None:
        return self.layouts.get(key)

    def read_later(self, key: str) -> ReadLater | None:
        return self.later.get(key)

    def keep_later(self, key: str, later: ReadLater) -> None:
        self.later[key] = later

    def lent(self, key: str, name: str) -> str:
        return f"https://letters.example/{key}?name={name}"


@dataclass
class FakeQueue:
    """Keeps ``shared.ports.neighbours.Queue``."""

    messages: list[BaseModel] = field(default_factory=list)

    def send(self, message: BaseModel) -> None:
        self.messages.append(message)


@dataclass
class FakePost:
    """Keeps ``shared.ports.neighbours.Post``; ``failure`` is raised instead of sending."""

    sent: list[tuple[str, bytes]] = field(default_factory=list)
    failure: Exception | None = None

    def send(self, to: str, message: bytes) -> str:
        if self.failure:
            raise self.failure
        self.sent.append((to, message))
        return f"ses-{len(self.sent)}"
