"""Which pages of a site no browser test looks at."""

import re
from typing import Any

from tools.screenshots.gallery import VIEWS

FILES = re.compile(r"/files/|/file/|/csv$|\.pem$|\.pdf$|/static/|\.json$")
"""Routes that answer with a file, no page."""


def unseen(site: str, app: Any) -> set[str]:
    """The routes of an app that show a page, and that no view of the gallery goes to."""
    routes = app._dynamic_routes + app._static_routes  # noqa: SLF001 - nothing else lists them
    views = [view.path.partition("?")[0] for view in VIEWS if view.site == site]
    paths = [re.sub(r"\{[^}]*\}", "x", path) for path in views]
    return {
        route.path
        for route in routes
        if "GET" in route.method
        and not FILES.search(route.path)
        and not any(route.rule.match(path) for path in paths)
    }
