"""Office: a row of appendix 2, and the central registry."""

from enum import StrEnum

from shared.model.fact import Fact, OfficeCode


class OfficeKind(StrEnum):
    """What an office is."""

    CENTRAL = "central"
    AREA = "area"
    """One of the 12 Bangkok areas."""
    PROVINCE = "province"
    BRANCH = "branch"
    REHABILITATION = "rehabilitation"


class Office(Fact):
    """One office. ``code`` is its mailbox's local part without ``saraban_``."""

    code: OfficeCode
    kind: OfficeKind
    name_th: str
    name_en: str
    province: str | None
    """Thai name of the province it lies in; None for the central registry."""
    province_code: str | None
    area: int | None = None
    amphoe: str | None = None
    """For a branch: the amphoe that its name is taken from."""
    mailbox: str
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    published_name: str
    published_mailbox: str
    correction: str | None = None
    """Why a field differs from the published one."""
    doubt: str | None = None
    """What is kept as published although it looks wrong."""
