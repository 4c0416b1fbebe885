"""Writes the API's OpenAPI document, made from its code: ``python -m tools.describe_api``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

from functions.api.app import application
from functions.api.describing import document
from shared.telemetry import logger

if TYPE_CHECKING:
    from functions.api.window import Window

PLACE = Path(__file__).parents[1] / "docs" / "api" / "openapi.json"


def written() -> str:
    """The document as the file has it, one line for each thing."""
    # No route is asked: to be described they need no neighbours.
    app = application(cast("Window", None), logger("api"))
    return json.dumps(json.loads(document(app)), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write it."""
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
