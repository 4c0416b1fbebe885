"""Text whose lines are to be joined again by who shows it (RFC 3676)."""

import re

_LINE = re.compile(r"(>*)(.*)", re.DOTALL)
_SIGNATURE = "-- "


def unflowed(text: str, *, without_space: bool) -> str:
    """Paragraphs as they were written, quotes still marked.

    ``without_space`` is the parameter DelSp: the space at which a line was broken is not the
    text's own, as in Thai, which has none between words.
    """
    paragraphs: list[str] = []
    depth, open_ended = 0, False
    for line in text.splitlines():
        marks, content = _parts(line)
        if open_ended and len(marks) == depth and content != _SIGNATURE:
            paragraphs[-1] += content
        else:
            paragraphs.append(f"{marks} {content}" if marks else content)
        open_ended = content.endswith(" ") and content != _SIGNATURE
        depth = len(marks)
        if open_ended and without_space:
            paragraphs[-1] = paragraphs[-1][:-1]
    return "\n".join(paragraphs)


def _parts(line: str) -> tuple[str, str]:
    """The marks of quotation, and the line without them and without its stuffing."""
    found = _LINE.fullmatch(line)
    marks, content = found.groups() if found else ("", line)
    return marks, content.removeprefix(" ")
