"""What a town runs and how."""

from collections.abc import Mapping
from pathlib import Path

from local.worker import ROOT
from shared.model.fact import Fact

TEMPLATE = next(
    (
        place
        for place in (ROOT / "template.yaml", ROOT / "local" / "template.yaml")
        if place.exists()
    ),
    ROOT / "template.yaml",
)
"""In the project, or where an installed package has it."""

USUAL_SMTP_PORT = 2525
USUAL_HTTP_PORT = 8480

QUICKER = {
    "ScanUploads": "false",
    "IntakeTimeout": "120",
    "IntakeVisibility": "130",
    "StationTimeout": "30",
    "StationVisibility": "35",
}
"""GuardDuty is not played. Nobody at a laptop waits half an hour for a second delivery; the
visibility stays above the time limit, as Lambda wants it."""


class Plan(Fact):
    """What to run and how."""

    template: Path = TEMPLATE
    name: str = "saraban"
    parameters: Mapping[str, str] = QUICKER
    smtp_port: int = 0
    """0: a free one."""
    http_port: int = 0
    """Of the first HTTP API, the next ones follow; 0: free ones."""
    processes: int = 2
    """The most worker processes of one function."""
    fresh: bool = False
    """Throw away the outbox and the logs of earlier towns."""
