"""A request as the portal's routes see it: from where, with which fields and files."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qs

from functions.portal.multipart import Part, is_multipart, parts
from shared.errors import FormTooLarge, NotHere
from shared.site.asking import SiteRequest

MOST_BYTES = 4 * 1024 * 1024
"""Of a form with a file: what a Lambda takes at most (6 MB, in Base64) allows no more."""


@dataclass(frozen=True)
class Request(SiteRequest):
    """One request."""

    @property
    def came_from(self) -> str:
        """The network address that asks; it is only ever counted, never kept as it is."""
        return str(self.event.request_context.http.source_ip)

    @cached_property
    def form(self) -> Mapping[str, str]:
        """The form's fields. Raises NotHere for one of another site, FormTooLarge."""
        if self._multipart:
            return {part.name: _text(part) for part in self._parts if part.filename is None}
        text = self._body.decode("utf-8", "replace")
        try:
            fields = parse_qs(text, keep_blank_values=True, max_num_fields=60)
        except ValueError:
            raise NotHere from None
        return {name: values[-1].replace("\x00", "").strip() for name, values in fields.items()}

    def files(self, name: str) -> tuple[Part, ...]:
        """The files that were chosen in a field; a field left empty has none."""
        if not self._multipart:
            return ()
        return tuple(part for part in self._parts if part.name == name and part.filename)

    @property
    def _multipart(self) -> bool:
        return is_multipart(self._content_type)

    @property
    def _content_type(self) -> str:
        return self.event.headers.get("content-type", "")

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return parts(self._content_type, self._body)

    @cached_property
    def _body(self) -> bytes:
        """The form's bytes: of our own pages only, and not too many."""
        if self.foreign:
            raise NotHere
        body = self.event.body or ""
        content = b64decode(body) if self.event.is_base64_encoded else body.encode()
        if len(content) > MOST_BYTES:
            raise FormTooLarge
        return content


def _text(part: Part) -> str:
    return part.content.decode("utf-8", "replace").replace("\x00", "").strip()
