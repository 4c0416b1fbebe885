"""The kinds of file as a sender knows them; the names are those of ``Document.kind``."""

_SAME = {
    "pdf": "PDF",
    "docx": "Word",
    "doc": "Word",
    "xlsx": "Excel",
    "xls": "Excel",
    "pptx": "PowerPoint",
    "ppt": "PowerPoint",
    "odf": "OpenDocument",
    "rtf": "RTF",
    "zip": "ZIP",
    "7z": "7z",
    "rar": "RAR",
    "tnef": "winmail.dat",
}
_PICTURES = {
    "jpeg": "JPEG",
    "png": "PNG",
    "tiff": "TIFF",
    "gif": "GIF",
    "bmp": "BMP",
    "webp": "WebP",
    "heic": "HEIC",
}
_OTHER_TH = {
    "text": "ข้อความ",
    "html": "ข้อความ HTML",
    "eml": "อีเมล",
    "msg": "อีเมล Outlook",
    "ole": "เอกสาร Office",
    "locked_office": "เอกสาร Office",
    "calendar": "นัดหมายในปฏิทิน",
    "archive": "ไฟล์บีบอัด",
    "pkcs7": "อีเมลที่ลงลายมือชื่อดิจิทัลหรือเข้ารหัส",
    "executable": "ไฟล์โปรแกรม",
}
_OTHER_EN = {
    "text": "text",
    "html": "HTML text",
    "eml": "e-mail",
    "msg": "Outlook e-mail",
    "ole": "Office document",
    "locked_office": "Office document",
    "calendar": "calendar invitation",
    "archive": "archive",
    "pkcs7": "signed or encrypted e-mail",
    "executable": "program",
}
THAI = _SAME | {kind: f"ภาพ {name}" for kind, name in _PICTURES.items()} | _OTHER_TH
ENGLISH = _SAME | {kind: f"{name} picture" for kind, name in _PICTURES.items()} | _OTHER_EN


def kind_th(kind: str) -> str:
    """The kind in Thai; a kind without a name is said not to be known."""
    return THAI.get(kind, "ไม่ทราบชนิดไฟล์")


def kind_en(kind: str) -> str:
    """The kind in English; a kind without a name is said not to be known."""
    return ENGLISH.get(kind, "unknown kind of file")
