"""The kinds of file that are told apart."""

from enum import StrEnum


class Kind(StrEnum):
    """Kinds that are told apart. The value is what ``Document.kind`` stores."""

    TEXT = "text"
    HTML = "html"
    EML = "eml"
    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    GIF = "gif"
    BMP = "bmp"
    WEBP = "webp"
    HEIC = "heic"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    MSG = "msg"
    OLE = "ole"
    LOCKED_OFFICE = "locked_office"
    """An office file behind a password: an OLE file that holds an encrypted package."""
    RTF = "rtf"
    TNEF = "tnef"
    PKCS7 = "pkcs7"
    """S/MIME: a signed or encrypted mail in one piece."""
    CALENDAR = "calendar"
    ZIP = "zip"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    ARCHIVE = "archive"
    """Tar, gzip and the other ones."""
    EXECUTABLE = "executable"
    UNKNOWN = "unknown"


PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.TIFF, Kind.GIF, Kind.BMP, Kind.WEBP, Kind.HEIC})
"""Kinds that Pillow opens for us."""
