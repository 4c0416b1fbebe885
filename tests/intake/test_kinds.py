"""A file is what its bytes are; a name that says otherwise is told to the clerk."""

import pytest

from functions.intake.reading.claims import misnamed
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import shown_name
from functions.intake.reading.sniffing import kind_of
from tests.intake.made_archives import tarred, zipped
from tests.intake.made_ole import ole, word

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 500
FILES = [
    pytest.param(b"%PDF-1.7\n", Kind.PDF, id="PDF"),
    pytest.param(b"\r\n\r\nscanner 1.0\n%PDF-1.4\n", Kind.PDF, id="PDF behind a scanner's header"),
    pytest.param(b"\xff\xd8\xff\xe1", Kind.JPEG, id="JPEG"),
    pytest.param(b"\x89PNG\r\n\x1a\n", Kind.PNG, id="PNG"),
    pytest.param(b"II*\x00\x08\x00\x00\x00", Kind.TIFF, id="TIFF"),
    pytest.param(b"\x00\x00\x00\x18ftypheic", Kind.HEIC, id="an iPhone's photo"),
    pytest.param(b"BM is how this letter begins", Kind.TEXT, id="text that begins with BM"),
    pytest.param(b"MZ Trading Co., Ltd.\nDear Sir or Madam", Kind.TEXT, id="text beginning MZ"),
    pytest.param(b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 60, Kind.EXECUTABLE, id="a program"),
    pytest.param(b"#!/bin/sh\nrm -rf /\n", Kind.EXECUTABLE, id="a script"),
    pytest.param(b"PK\x03\x04broken", Kind.ZIP, id="a broken zip"),
    pytest.param(b"Rar!\x1a\x07\x01\x00", Kind.RAR, id="RAR"),
    pytest.param(b"7z\xbc\xaf\x27\x1c\x00\x04", Kind.SEVEN_ZIP, id="7z"),
    pytest.param(tarred({"a": b"x"}), Kind.ARCHIVE, id="tar"),
    pytest.param(zipped({"a.txt": b"x"}), Kind.ZIP, id="zip"),
    pytest.param(zipped({"a/B.class": b"x"}), Kind.EXECUTABLE, id="a Java program"),
    pytest.param(b"BEGIN:VCALENDAR\r\nVERSION:2.0", Kind.CALENDAR, id="an invitation"),
    pytest.param(b"-----BEGIN PKCS7-----\nMIIB", Kind.PKCS7, id="a sealed file as text"),
    pytest.param(b"\x09\x04\x06\x00\x00\x00\x10\x00", Kind.XLS, id="Excel of before OLE"),
    pytest.param(word("x"), Kind.DOC, id="old Word, whole"),
    pytest.param(
        ole({"Workbook": b"x", "Pool": {"WordDocument": b"x"}}),
        Kind.XLS,
        id="Excel with a Word document inside",
    ),
    pytest.param(ole({"EncryptedPackage": b"x"}), Kind.LOCKED_OFFICE, id="locked, whole"),
    pytest.param(ole({"ENCRYPTEDPACKAGE": b"x"}), Kind.LOCKED_OFFICE, id="locked, in capitals"),
    pytest.param(OLE + "WordDocument".encode("utf-16-le"), Kind.DOC, id="old Word"),
    pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), Kind.LOCKED_OFFICE, id="locked"),
    pytest.param(OLE + "__properties_version1.0".encode("utf-16-le"), Kind.MSG, id="Outlook"),
    pytest.param(b"{\\rtf1\\ansicpg874", Kind.RTF, id="RTF"),
    pytest.param(b"<!DOCTYPE html><p>x", Kind.HTML, id="HTML"),
    pytest.param(b"<p>a paragraph by itself", Kind.HTML, id="HTML without a head"),
    pytest.param(b"<3 this office", Kind.TEXT, id="text that begins with a bracket"),
    pytest.param(b"From: a@b\nTo: c@d\nSubject: x\n\ny", Kind.EML, id="a mail"),
    pytest.param("เรียน\n".encode("cp874"), Kind.TEXT, id="Thai text"),
    pytest.param("\ufeffเรียน".encode("utf-16"), Kind.TEXT, id="UTF-16 text"),
    pytest.param(bytes(range(256)), Kind.UNKNOWN, id="anything else"),
]


@pytest.mark.parametrize(("content", "kind"), FILES)
def test_kind_of(content, kind):
    assert kind is kind_of(content)


NAMES = [
    pytest.param("แบบ.pdf", Kind.PDF, False, id="as it says"),
    pytest.param("แบบ.pdf", Kind.HTML, True, id="HTML named PDF"),
    pytest.param("photo.JPG", Kind.JPEG, False, id="capitals"),
    pytest.param("photo.jpg", Kind.EXECUTABLE, True, id="a program named photo"),
    pytest.param("old.doc", Kind.RTF, False, id="Word's RTF named doc"),
    pytest.param("secret.docx", Kind.LOCKED_OFFICE, False, id="a locked docx is a docx"),
    pytest.param("letter", Kind.PDF, False, id="no ending"),
    pytest.param("letter.final", Kind.PDF, False, id="an ending that promises nothing"),
    pytest.param("x.pdf", Kind.UNKNOWN, False, id="unknown content"),
]


@pytest.mark.parametrize(("name", "kind", "lies"), NAMES)
def test_misnamed(name, kind, lies):
    assert lies is bool(misnamed(name, kind))


SHOWN = [
    pytest.param("../../etc/passwd", "passwd", id="a path"),
    pytest.param("C:\\งาน\\แบบ.pdf", "แบบ.pdf", id="a Windows path"),
    pytest.param("a\u202efdp.exe", "a fdp.exe", id="text that runs backwards"),
    pytest.param('a<b>:"c|?*.pdf', "a b c .pdf", id="signs that file systems refuse"),
    pytest.param(" .. ", "file", id="nothing but dots"),
    pytest.param("", "file", id="nothing"),
    pytest.param("ก" * 300 + ".pdf", "ก" * 99 + "…" + "ก" * 16 + ".pdf", id="far too long"),
]


@pytest.mark.parametrize(("name", "shown"), SHOWN)
def test_shown_name(name, shown):
    assert shown == shown_name(name, "file")
