"""The words of RTF that matter for its text (Rich Text Format Specification 1.9.1)."""

SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"nestrow": "\n",
    b"cell": "\t", b"nestcell": "\t", b"tab": "\t", b"emdash": "—", b"endash": "–",
    b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"emspace": " ", b"enspace": " ", b"qmspace": " ",
    b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n",
}  # fmt: skip
NOT_TEXT = frozenset(
    b"fonttbl colortbl stylesheet info pict objdata fldinst nonesttables filetbl datafield "
    b"private xe tc rxe listname levelnumbers leveltext ud bkmkstart bkmkend generator "
    b"themedata template panose falt fontemb fontfile objclass objname".split()
)
"""Groups whose text is not the letter's, beside those marked as optional (``\\*``)."""
TEXT_AFTER_ALL = frozenset(b"shptxt annotation footnote header footer headerr headerl headerf "
                            b"footerr footerl footerf".split())  # fmt: skip
"""Groups that are text even inside an optional one."""
CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
}  # fmt: skip
"""Windows' numbers for the charset of a font; 0 and 1 say what the header says."""
