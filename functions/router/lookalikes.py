"""Sender addresses that look like an agency's and are none.

Only Thai government bodies can register below go.th, and the armed forces below mi.th (THNIC,
"Domain name registration policy"), so whoever has such a domain is what it says. Nobody else
needs a name that reads like one: ``sso-go-th.com``, ``sso.go.th.example.com``, a Cyrillic о, or
an agency's address as the name that stands before somebody's own.
"""

import re
import unicodedata

AGENCIES = (".go.th", ".mi.th")

_SUFFIX_ELSEWHERE = re.compile(
    r"[.-](?:go|gov|mi)[.-]th(?:[.-]|$)|^(?:go|mi)[.-]th[.-]|[.-]goth(?:[.-]|$)"
)
"""An agency's ending where it is none: in the middle, or with a dash for its dot."""
_OUR_NAME = re.compile(
    r"(?:^|[.-])s?sso[.-]?(?:go)?[.-]?th(?:ai|ailand)?(?:[.-]|$)"
    r"|(?:^|\.)sso\.(?:co|in|or|ac|net)\.th$"
)
_ADDRESS_SHOWN = re.compile(r"@(?:[\w-]+\.)*(?:go|mi)\.th\b")
_TWINS = str.maketrans(
    {
        **dict(zip("авекмнорстухгһѕіјԁԛԝ", "abekmhopctyxrhsijdqw", strict=True)),
        **dict(zip("αβγικνορτυχς", "abyiknoptuxc", strict=True)),
        **dict(zip("ɡցօսɑıℓǀƖ", "ggouailll", strict=True)),
        **dict(zip("0135|", "olesl", strict=True)),
    }
)
"""Signs that look like a Latin letter; digits as they are used in its place."""


def domain_of(address: str) -> str:
    """The domain as a person sees it: lower case, encoded labels (``xn--``) decoded."""
    domain = address.rpartition("@")[2].strip().rstrip(".").lower()
    return ".".join(map(_decoded, domain.split(".")))


def is_agencys(domain: str) -> bool:
    """Whether a domain is one that only an agency can have."""
    return domain.isascii() and domain.endswith(AGENCIES)


def looks_like_an_agencys(address: str, name: str = "") -> bool:
    """Whether an address, or the name shown with it, is made to look like an agency's."""
    domain = domain_of(address)
    if is_agencys(domain):
        return False
    seen, person = _as_seen(domain), _as_seen(address.rpartition("@")[0])
    return (
        seen.endswith(AGENCIES)
        or any(_SUFFIX_ELSEWHERE.search(text) for text in (seen, person))
        or bool(_OUR_NAME.search(seen))
        or bool(_ADDRESS_SHOWN.search(_as_seen(name)))
    )


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _as_seen(text: str) -> str:
    """How a hurried reader sees it: accents gone, every sign as the Latin letter it resembles."""
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return bare.translate(_TWINS).replace("rn", "m").replace("vv", "w")
