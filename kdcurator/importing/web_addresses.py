"""Which addresses of the web may be fetched, told before anything is sent.

Owns that nothing on this computer or in its network is ever asked for: the address that is
connected to is proved, not the name, which can lead elsewhere a moment later. Must not know how a
page is fetched.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Self
from urllib.parse import quote, urlsplit

from kdcurator.domain.errors import QT_TRANSLATE_NOOP, NotFetched

Resolve = Callable[[str, int], Sequence[str]]
"""Returns the addresses that a name has, as numbers; raises `OSError`."""

_Address = IPv4Address | IPv6Address

_BAD_URL = QT_TRANSLATE_NOOP("errors", "it is no address of a page on the web (http or https)")
_HAS_PASSWORD = QT_TRANSLATE_NOOP("errors", "there is a user name or a password in it")
_NOT_PUBLIC = QT_TRANSLATE_NOOP(
    "errors", "it leads to this computer or to a network that is not public"
)
_NO_NAME = QT_TRANSLATE_NOOP("errors", "there is no computer of that name, or no network")

_LONGEST = 4_000
_PORTS = {"http": 80, "https": 443}
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_NAME = re.compile(
    r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*"
)

_NEVER_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by the customers of a provider
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and where clouds keep their keys
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")
_NEVER_V6 = tuple(
    IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16")
)
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Networks without IPv4 reach it through these; the last four bytes are the address meant."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address of the web, taken apart."""

    scheme: str
    host: str
    """As it is asked for: in small letters, æ, ø and å in the form that names have in the net."""
    port: int
    target: str
    """Path and query, as they are sent."""

    @classmethod
    def of(cls, url: str) -> Self:
        """Take an address apart; raises `NotFetched` for what is none of the web."""
        if len(url) > _LONGEST or re.search(r"[\x00-\x20\x7f\\]", url.strip()):
            raise NotFetched(reason=_BAD_URL)
        try:
            parts = urlsplit(url.strip())
            scheme, host = parts.scheme.casefold(), parts.hostname or ""
            port = parts.port or _PORTS.get(scheme, 0)
        except ValueError:
            raise NotFetched(reason=_BAD_URL) from None
        if scheme not in _PORTS or not host:
            raise NotFetched(reason=_BAD_URL)
        if "@" in parts.netloc:
            raise NotFetched(reason=_HAS_PASSWORD)
        target = quote(parts.path or "/", safe=_SAFE_IN_PATH, errors="replace")
        query = quote(parts.query, safe=_SAFE_IN_PATH + "?", errors="replace")
        return cls(scheme, _asked_for(host), port, f"{target}?{query}" if query else target)

    @property
    def netloc(self) -> str:
        """Host and port, as a browser names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as one text."""
        return f"{self.scheme}://{self.netloc}{self.target}"


def public_addresses(place: Place, resolve: Resolve) -> list[str]:
    """Return the addresses that a place has; raises `NotFetched` unless all of them are public.

    One that is private among others is an attempt, or a name for inside and outside at once.
    """
    number = _number(place.host)
    found = [place.host] if number else _resolved(place, resolve)
    if not found:
        raise NotFetched(reason=_NO_NAME)
    if not all(map(is_public, found)):
        raise NotFetched(reason=_NOT_PUBLIC)
    return found


def is_public(address: str) -> bool:
    """Tell whether an address, as numbers, is one that anybody on the net can reach."""
    number = _number(address)
    return number is not None and all(map(_is_public_number, _meant(number)))


def _resolved(place: Place, resolve: Resolve) -> list[str]:
    try:
        return list(resolve(place.host, place.port))
    except (OSError, UnicodeError):
        raise NotFetched(reason=_NO_NAME) from None


def _asked_for(host: str) -> str:
    """Return a host as it is asked for; raises `NotFetched` for what is no name and no address.

    Numbers that only old programs take for an address (2130706433, 0x7f000001, 127.1) are none.
    """
    if _number(host):
        return host
    try:
        name = host.rstrip(".").encode("idna").decode("ascii").casefold()
    except UnicodeError:
        raise NotFetched(reason=_BAD_URL) from None
    if not _NAME.fullmatch(name) or _NUMBER.fullmatch(name.rsplit(".", 1)[-1]):
        raise NotFetched(reason=_BAD_URL)
    return name


def _number(host: str) -> _Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _meant(number: _Address) -> Iterator[_Address]:
    """Yield an address and those of IPv4 that are packed into it."""
    if isinstance(number, IPv4Address):
        yield number
        return
    packed = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if number in _TRANSLATED:
        packed.append(IPv4Address(number.packed[-4:]))
    inside = [each for each in packed if each is not None]
    yield from inside
    if number.ipv4_mapped is None and number not in _TRANSLATED:
        yield number


def _is_public_number(number: _Address) -> bool:
    if isinstance(number, IPv4Address):
        return not any(number in network for network in _NEVER_V4)
    is_public = number in _PUBLIC_V6 and number.scope_id is None
    return is_public and not any(number in network for network in _NEVER_V6)
