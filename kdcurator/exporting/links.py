"""Addresses that may be followed from an exported document.

Owns what is a safe link and how it is written so that Word accepts it: a relationship whose target
is no proper URI makes Word call the whole document damaged. Must not know documents.
"""

from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_KEPT = "%/:?@!$&'()*+,;=~"
"""Beside letters, digits and "-._": what RFC 3986 allows in paths, queries and fragments."""


def link_target(url: str | None) -> str | None:
    """Return `url` as a web link with everything escaped that a URI cannot hold.

    None when it is no address of the web: no link leads to a file, a program or a mail.
    """
    if not url or len(url.split()) != 1:
        return None
    try:
        parts = urlsplit(url.strip())
        host = _host(parts)
    except ValueError:  # an address that only looks like one: "https://[", port 99999
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    escaped = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *escaped))


def _host(parts: SplitResult) -> str:
    """Return host and port in ASCII; names and passwords do not travel in a document."""
    name = (parts.hostname or "").encode("idna").decode("ascii")
    if ":" in name:  # IPv6
        name = f"[{name}]"
    return f"{name}:{parts.port}" if parts.port else name
