"""A manifest is understood, or refused by a name that says what to mend."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.intake.manifest import MOST_BYTES, parse_manifest
from shared.errors import ManifestInvalid, ManifestNotJson

GOOD = {"subject": "ขอเบิกค่าคลอดบุตร", "files": ["สปส2-01.jpg", "หน้า/2.pdf"]}


def written(**changes: object) -> bytes:
    return json.dumps(GOOD | changes, ensure_ascii=False).encode()


def test_the_least_manifest_has_a_subject_and_files():
    manifest = parse_manifest(written())

    assert (None, ("สปส2-01.jpg", "หน้า/2.pdf")) == (manifest.sender, manifest.files)


def test_a_byte_order_mark_of_an_old_editor_does_no_harm():
    assert parse_manifest(b"\xef\xbb\xbf" + written()) == parse_manifest(written())


WRONG = [
    pytest.param(written(files=["../other/letter.pdf"]), "files", id="another folder's file"),
    pytest.param(written(files=["/etc/passwd"]), "files", id="a path from the root"),
    pytest.param(written(files=["a\\b.pdf"]), "files", id="a backslash"),
    pytest.param(written(files=["a//b.pdf"]), "files", id="a name S3 would not have"),
    pytest.param(written(files=["manifest.json"]), "files", id="itself"),
    pytest.param(written(files=["a.pdf", "a.pdf"]), "files", id="a file twice"),
    pytest.param(written(files=[f"{n}.pdf" for n in range(101)]), "files", id="101 files"),
    pytest.param(written(files=[""]), "files", id="a file without a name"),
    pytest.param(written(sender="somchai"), "sender", id="no e-mail address"),
    pytest.param(written(process="registration/99"), "process", id="an unknown process"),
    pytest.param(written(reference="2222-2222-2223"), "reference", id="no reference of ours"),
    pytest.param(written(somchai="x"), "unknown field", id="an unknown field, not repeated"),
    pytest.param(b'{"files": []}', "subject", id="no subject"),
    pytest.param(b"[]", "files", id="a list"),
    pytest.param(b" " * (MOST_BYTES + 1), "too large", id="too large"),
]


@pytest.mark.parametrize(("content", "named"), WRONG)
def test_what_is_wrong_is_named_by_field(content: bytes, named: str):
    with pytest.raises(ManifestInvalid) as refusal:
        parse_manifest(content)

    assert named == refusal.value.detail


@pytest.mark.parametrize("content", [b"", b"{", b"subject: x", b"\xff\xfe", b"{'a': 1}"])
def test_what_is_no_json_is_called_so(content: bytes):
    with pytest.raises(ManifestNotJson):
        parse_manifest(content)


@given(st.binary() | st.recursive(st.none() | st.text(), st.lists).map(json.dumps).map(str.encode))
def test_no_bytes_make_it_fail_otherwise(content: bytes):
    with suppress(ManifestInvalid, ManifestNotJson):
        parse_manifest(content)
