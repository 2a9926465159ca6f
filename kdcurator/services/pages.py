"""Pages of the web as a user names them, before anything is asked of the net.

Owns what is taken for the address of a page. Must not know how a page is fetched.
"""

import re

from kdcurator.importing.web_addresses import Place
from kdcurator.services.arrivals import WebPage

_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_ONE_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}", re.IGNORECASE)


def page_at(words: str) -> WebPage:
    """Return the page at an address as somebody writes it; raises `NotFetched` for none.

    People leave `https://` out, as browsers do not show it.
    """
    address = words.strip()
    if not _HAS_SCHEME.match(address):
        address = f"https://{address}"
    Place.of(address)
    return WebPage(address)


def only_address(text: str) -> str | None:
    """Return the address that is all there is in a text; None for any other text."""
    return text.strip() if _ONE_ADDRESS.fullmatch(text.strip()) else None
