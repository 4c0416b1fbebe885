"""A request as every site of ours sees it: in which language, for which page, from where."""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from shared.site.answers import LANGUAGE
from shared.thai.writing import ENGLISH, THAI, Writing


@dataclass(frozen=True)
class SiteRequest:
    """One request. ``event`` is API Gateway's."""

    event: APIGatewayProxyEventV2

    @property
    def writing(self) -> Writing:
        """The language that the reader chose; Thai until then."""
        chosen = self._cookies.get(LANGUAGE)
        return Writing(ENGLISH if chosen == ENGLISH else THAI)

    @property
    def path(self) -> str:
        """The path and its question."""
        query = self.event.raw_query_string
        return f"{self.event.raw_path}?{query}" if query else self.event.raw_path

    def asked(self, name: str) -> str:
        """A field of the address; empty when it is not there."""
        return (self.event.query_string_parameters or {}).get(name, "").strip()

    @property
    def foreign(self) -> bool:
        """A page of another site sent it, as browsers say of themselves."""
        came_from = self.event.headers.get("sec-fetch-site", "same-origin")
        return came_from not in {"same-origin", "none"}

    @property
    def _cookies(self) -> Mapping[str, str]:
        pairs = (cookie.partition("=") for cookie in self.event.get("cookies") or ())
        return {name.strip(): value for name, _, value in pairs}
