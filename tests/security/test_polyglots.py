"""A file that is two kinds at once is read as one, drawn anew, and never served as a page."""

import io
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest
from PIL import Image

from functions.desk.pictures import drawn
from functions.intake.reading.claims import misnamed
from functions.intake.reading.kinds import Kind
from functions.intake.reading.sniffing import kind_of
from shared.model.fact import SubmissionId
from tests.desk.conftest import House, house
from tests.desk.desks import ANONG
from tests.desk.front_door import Visitor
from tests.letters import a_document, a_letter, an_arrival

__all__ = ["house"]

SCRIPT = b"<html><script>alert('one')</script></html>"
LETTER = (Path(__file__).parents[1] / "documents" / "letter.pdf").read_bytes()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 600), "white").save(out, kind)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("inside.txt", "สวัสดี")
    return out.getvalue()


POLYGLOTS = [
    pytest.param(picture("JPEG") + SCRIPT, Kind.JPEG, id="a photo with a page behind it"),
    pytest.param(picture("PNG") + archive(), Kind.PNG, id="a picture that is an archive"),
    pytest.param(LETTER + archive(), Kind.PDF, id="a PDF that is an archive"),
    pytest.param(LETTER + SCRIPT, Kind.PDF, id="a PDF that is a page"),
]


@pytest.mark.parametrize(("content", "kind"), POLYGLOTS)
def test_its_kind_is_the_one_that_its_beginning_says(content: bytes, kind: Kind):
    assert kind is kind_of(content)


@pytest.mark.parametrize(("content", "kind"), POLYGLOTS)
def test_what_a_clerk_sees_of_it_is_a_picture_of_ours(content: bytes, kind: Kind):
    """Drawn in a process that is given up when it hangs; what was behind it is gone."""
    shown = drawn(content, kind.value, 1, 300)

    assert shown.startswith(b"\xff\xd8")
    assert b"<script" not in shown
    assert b"PK\x03\x04" not in shown


@pytest.mark.parametrize("name", ["page.html", "letter.exe", "letter.docx"])
def test_a_name_that_claims_another_kind_is_told(name: str):
    assert misnamed(name, Kind.JPEG)


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
RUNS = [
    pytest.param("drawing.svg", DRAWING, id="a drawing with a script"),
    pytest.param("page.html", SCRIPT, id="a page"),
    pytest.param("page.xhtml", b'<?xml version="1.0"?>' + SCRIPT, id="a page in XML"),
]


@pytest.mark.parametrize(("name", "content"), RUNS)
def test_what_a_browser_would_run_is_a_download_and_no_picture(
    house: House, name: str, content: bytes
):
    house.room.lay(7)
    key = house.room.letters.keep_document(SubmissionId("s7"), 2, content)
    kind = kind_of(content)
    file = a_document(2, role="attachment", name=name, kind=kind, key=key, size=len(content))
    letter = a_letter("x", "y", arrival=an_arrival("mail/7"), id="s7")
    sent = letter.submission.model_copy(
        update={"documents": (letter.submission.documents[0], file)}
    )
    house.room.letters.keep_letter(letter.model_copy(update={"submission": sent}))
    here = "/offices/nan/letters/s7/files/s7/2"
    original, picture = Visitor(ANONG).get(here), Visitor(ANONG).get(f"{here}/pages/1")

    assert content == b64decode(original.body)
    assert ("application/octet-stream", "nosniff") == (
        original.headers["content-type"],
        original.headers["x-content-type-options"],
    )
    assert original.headers["content-disposition"].startswith("attachment")
    assert "alert" not in picture.body
    assert 404 == picture.status
