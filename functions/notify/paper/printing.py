"""Setting a sealed receipt on paper: PDF/A-3a and PDF/UA-1, the same seal the same bytes.

Everything comes from the seal: no clock, no randomness, no font of the machine, no network.
A layout is frozen once receipts have gone out with it (``layouts/1.typ``).
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from functions.notify.paper import qr
from functions.notify.paper.signs import shown
from shared.errors import NotPrinted
from shared.model.seal import Seal, Statement

LAYOUT = 1
"""The layout of receipts that are made now."""
TYPESETTER = f"typst {version('typst')}"

_HERE = Path(__file__).parent


def print_paper(seal: Seal) -> bytes:
    """The PDF of a seal, which is attached to it. Raises NotPrinted."""
    said = Statement.model_validate_json(seal.statement)
    words = json.dumps(_words(said), ensure_ascii=False)
    paper = shown(words)
    return _set(
        said,
        {
            "seal": seal.model_dump_json(),
            "statement": paper,
            "missing": "no" if paper == words else "yes",
            "code": seal.code,
            "qr": qr.svg(qr.content(seal.code, said.check_page, said.reference)),
        },
    )


def _words(said: Statement) -> dict[str, Any]:
    """What the layout reads of a statement."""
    return said.model_dump(mode="json", include={"reference", "halves"})


def _set(said: Statement, inputs: Mapping[str, str]) -> bytes:
    try:
        made = _compiler().compile(
            input=_layout(said.layout),
            format="pdf",
            # Of PDF/A only part 3 lets a file of another kind be attached.
            pdf_standards=["a-3a", "ua-1"],
            timestamp=said.issued_at.replace(microsecond=0),
            sys_inputs=dict(inputs),
        )
    except BaseException as error:
        # A panic of the typesetter comes as a BaseException; nothing of it may stop a receipt.
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise NotPrinted(type(error).__name__) from None
    if not isinstance(made, bytes):
        raise NotPrinted("no_pdf")
    return made


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[_HERE / "fonts"],
    )
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True, root=_HERE / "layouts")


@cache
def _layout(number: int) -> bytes:
    return (_HERE / "layouts" / f"{number}.typ").read_bytes()
