"""A line of stations for each story."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.story.line import Line, make_line


@pytest.fixture
def line(register_table: Any, search_table: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Empty buckets and queues, and the real handlers between them."""
    yield from make_line(register_table, monkeypatch.setenv)
