"""The address at which an article can be read, where the text gives it.

Owns which address is the article's own and which merely one it mentions, and what is cut off an
address. Must not know the network: nothing is looked up.
"""

import re
from urllib.parse import urlsplit, urlunsplit

from kdcurator.domain.article import PartKind
from kdcurator.importing.margins import Margins

_ADDRESS_LINE = re.compile(
    r"(?P<key>(?:link|url|kilde|webadresse|original|artikel|permalink|source)\s?:\s?)?"
    r"<?(?P<url>(?:https?://|www\.)[^\s<>\"|]{4,2000})>?",
    re.IGNORECASE,
)
_TRACKING = re.compile(r"utm_|fbclid|gclid|mc_[ce]id|igshid|cmpid", re.IGNORECASE)


def address_above(margins: Margins) -> str | None:
    """Return the address that stands alone on a line above the article."""
    for line in margins.head:
        match = _ADDRESS_LINE.fullmatch(line.text)
        if match and line.kind is not PartKind.ADVERT:
            return clean_address(match["url"])
    return None


def address_below(margins: Margins, publication: str | None) -> str | None:
    """Return the address below the article that is called one and leads to its own medium.

    Other addresses at a text's end lead to what its publisher sells.
    """
    for line in margins.foot:
        match = _ADDRESS_LINE.fullmatch(line.text)
        if match and match["key"] and publication:
            url = clean_address(match["url"])
            if url and _letters(publication) in {_letters(host(url)), _letters(label(host(url)))}:
                return url
    return None


def host(address: str) -> str:
    """Return the domain of an address without `www.`; the address itself where it has none."""
    try:
        found = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        found = None
    return (found or address).removeprefix("www.")


def label(domain: str) -> str:
    """Return the part of a domain that is a name: `eksempel` of `nyt.eksempel.dk`."""
    return domain.rsplit(".", 1)[0].rsplit(".", 1)[-1]


def clean_address(url: str) -> str | None:
    """Return an address without what follows readers around; None when it leads nowhere."""
    try:
        parts = urlsplit(url if "//" in url else f"https://{url}")
        leads_somewhere = "." in (parts.hostname or "") and "@" not in parts.netloc
    except ValueError:
        return None
    pieces = [p for p in parts.query.split("&") if p and not _TRACKING.match(p)]
    return urlunsplit(parts._replace(query="&".join(pieces))) if leads_somewhere else None


def _letters(name: str) -> str:
    """Return a name as domains have it: without blanks and hyphens, in small letters."""
    return re.sub(r"[\W_]", "", name).casefold()
