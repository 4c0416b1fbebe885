"""The form of a letter: what somebody filled in, and the first bytes of what he chose."""

from collections.abc import Mapping

from shared.sealing.verdict import LONGEST_CODE
from shared.uploading.letter import LONGEST, Letter


class Form(Letter):
    """The form's fields. ``code`` proves that the earlier letter of ``reference`` is his."""

    code: str = ""


def letter_of(form: Mapping[str, str]) -> Form:
    """The letter of a form; what is too long is cut."""
    longest = {**LONGEST, "code": LONGEST_CODE}
    given = {name: form.get(name, "") for name in Form.model_fields}
    return Form(**{name: value[: longest.get(name, 60)] for name, value in given.items()})
