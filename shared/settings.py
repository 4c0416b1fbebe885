"""What the deployment tells a function, read once at its cold start."""

import os
from collections.abc import Mapping
from typing import Self

from pydantic import ValidationError

from shared.errors import NotConfigured
from shared.model.fact import Fact


class Settings(Fact):
    """A function's settings; each field is the environment variable of that name, upper case."""

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Self:
        """Raises NotConfigured with the names that are missing or wrong, never their values."""
        env = os.environ if env is None else env
        given = {name: env[name.upper()] for name in cls.model_fields if name.upper() in env}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            wrong = sorted({str(item["loc"][0]).upper() for item in error.errors()})
            raise NotConfigured(", ".join(wrong)) from None
