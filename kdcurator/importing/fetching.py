"""Fetching one page of the web, when somebody asks for it by its address.

Owns the only door to the net: what is asked (no cookies, no proxies, no passwords, nothing about
who asks), how far it follows, how much it takes and for how long. Must not know what becomes of a
page.
"""

import http.client
import io
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

from kdcurator.domain.errors import QT_TRANSLATE_NOOP, NotFetched, PageTooBig, UnsupportedFile
from kdcurator.importing import formats
from kdcurator.importing.limits import MEGABYTE
from kdcurator.importing.web_addresses import Place, Resolve, public_addresses

LARGEST_PAGE = 10 * MEGABYTE
LONGEST = 20.0
"""Seconds that all of it may take, names and redirects included."""
MOST_REDIRECTS = 5

Dial = Callable[[str, int, float], socket.socket]
"""Connects to an address, as numbers, and a port within so many seconds; raises `OSError`."""

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; kdcurator)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "da,en;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
_PATIENCE = 6.0
"""Seconds after which another of a site's addresses is tried."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "multipart/related": ".mht",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
}
"""What may be fetched, and the ending of its name; data of no stated kind must show what it is."""
_UNSTATED = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_TOO_SLOW = QT_TRANSLATE_NOOP("errors", "it took longer than 20 seconds")
_NO_CONNECTION = QT_TRANSLATE_NOOP("errors", "no connection came about")
_NOT_SECURE = QT_TRANSLATE_NOOP("errors", "its certificate does not prove that it is the right one")
_TOO_MANY_REDIRECTS = QT_TRANSLATE_NOOP("errors", "it leads on and on to other addresses")
_BROKEN_OFF = QT_TRANSLATE_NOOP("errors", "the answer broke off or was none")
_REFUSED = QT_TRANSLATE_NOOP("errors", "the site did not hand the page out; it may need a login")
_MISSING = QT_TRANSLATE_NOOP("errors", "there is no such page")
_PACKED = QT_TRANSLATE_NOOP("errors", "the answer is packed in a way that nobody asked for")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came."""

    data: bytes
    url: str
    """Where it was found in the end."""
    name: str
    """A file name for it: the end of its address, and the ending that its kind has."""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a name; raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to an address; raises `OSError`."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True)
class Fetcher:
    """Fetches pages; the tests name computers of their own."""

    resolve: Resolve = resolve
    dial: Dial = dial
    longest: float = LONGEST
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    """Which certificates prove a site; by default those that this computer trusts."""

    def fetch(self, url: str) -> Fetched:
        """Return the page at an address; raises `Refused`."""
        deadline = _Deadline(self.longest)
        place = Place.of(url)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(place, deadline)
            if isinstance(answer, Fetched):
                return answer
            place = Place.of(answer)
        raise NotFetched(reason=_TOO_MANY_REDIRECTS)

    def _ask(self, place: Place, deadline: "_Deadline") -> Fetched | str:
        """Return what is at one place: a page, or the address that it leads on to."""
        addresses = public_addresses(place, lambda host, port: self._in_time(host, port, deadline))
        try:
            with self._open_door(place, addresses, deadline) as door:
                return _answer(self._secured(door, place, deadline), place, deadline)
        except TimeoutError:
            raise NotFetched(reason=_TOO_SLOW) from None
        except ssl.SSLCertVerificationError:
            raise NotFetched(reason=_NOT_SECURE) from None
        except (http.client.HTTPException, zlib.error, OSError, ValueError) as error:
            raise NotFetched(reason=_BROKEN_OFF) from error

    def _in_time(self, host: str, port: int, deadline: "_Deadline") -> list[str]:
        """Resolve a name in a thread: the system may take minutes and cannot be stopped."""
        found: list[list[str]] = []
        trouble: list[Exception] = []

        def look_up() -> None:
            try:
                found.append(list(self.resolve(host, port)))
            except (OSError, UnicodeError) as error:
                trouble.append(error)

        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(deadline.left())
        if trouble:
            raise trouble[0]
        if not found:
            raise NotFetched(reason=_TOO_SLOW)
        return found[0]

    def _secured(self, door: socket.socket, place: Place, deadline: "_Deadline") -> socket.socket:
        """Return an open door as its scheme wants it, the site's certificate proved."""
        if place.scheme != "https":
            return door
        door.settimeout(deadline.left())
        return self.trusted.wrap_socket(door, server_hostname=place.host)

    def _open_door(
        self, place: Place, addresses: list[str], deadline: "_Deadline"
    ) -> socket.socket:
        """Connect to the first address that answers: those proved, never the name again."""
        for address in addresses:
            try:
                return self.dial(address, place.port, min(deadline.left(), _PATIENCE))
            except TimeoutError:
                deadline.left()
            except OSError:
                continue
        raise NotFetched(reason=_NO_CONNECTION)


class _Deadline:
    """The moment at which patience ends."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raises `TimeoutError` when there are none."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Stream(io.RawIOBase):
    """Reads a socket with what is left of the time before each read, however slow it drips."""

    def __init__(self, door: socket.socket, deadline: _Deadline) -> None:
        self._door = door
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # what BufferedReader hands over
        self._door.settimeout(self._deadline.left())
        return self._door.recv_into(buffer)


class _TimedDoor:
    """As much of a socket as `http.client` needs, with one deadline for all of it."""

    def __init__(self, door: socket.socket, deadline: _Deadline) -> None:
        self._door = door
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._door.settimeout(self._deadline.left())
        self._door.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Stream(self._door, self._deadline))

    def close(self) -> None:
        """Leave the door open: `http.client` closes it before the page is read."""


def _answer(door: socket.socket, place: Place, deadline: _Deadline) -> Fetched | str:
    """Ask, and return the page or the address that the answer leads on to."""
    with door:
        connection = http.client.HTTPConnection(place.host, place.port)
        connection.sock = _TimedDoor(door, deadline)
        return _asked(connection, place)


def _asked(connection: http.client.HTTPConnection, place: Place) -> Fetched | str:
    connection.request("GET", place.target, headers={"Host": place.netloc, **_HEADERS})
    response = connection.getresponse()
    leads_to = response.getheader("Location")
    if response.status in _REDIRECTS and leads_to:
        return urljoin(place.url, leads_to.strip())
    if response.status != http.client.OK:
        is_missing = response.status in {http.client.NOT_FOUND, http.client.GONE}
        raise NotFetched(reason=_MISSING if is_missing else _REFUSED)
    kind = (response.getheader("Content-Type") or "").split(";")[0].strip().casefold()
    if kind not in _ENDINGS and kind not in _UNSTATED:
        raise UnsupportedFile(kind=kind)
    data = _body(response)
    return Fetched(data, place.url, _name(place, kind, data))


def _body(response: http.client.HTTPResponse) -> bytes:
    """Return an answer's bytes, unpacked; raises `PageTooBig` before there are too many."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().casefold()
    if packing not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise NotFetched(reason=_PACKED)
    unpack = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    data = bytearray()
    while chunk := response.read(_CHUNK):
        # One byte more than there may be tells that there are too many.
        room = LARGEST_PAGE + 1 - len(data)
        data += chunk if unpack is None else unpack.decompress(chunk, room)
        if len(data) > LARGEST_PAGE:
            raise PageTooBig(limit=LARGEST_PAGE // MEGABYTE)
    if (unpack is not None and not unpack.eof) or response.length:
        raise NotFetched(reason=_BROKEN_OFF)
    return bytes(data)


def _name(place: Place, kind: str, data: bytes) -> str:
    """Return a file name by which the right reader is found again."""
    last = PurePosixPath(unquote(place.target.split("?")[0])).name
    stem = re.sub(r"[^\w. -]", "_", last)[:100].strip(". ") or place.host
    if kind in _ENDINGS:
        ending = _ENDINGS[kind]
        return stem if stem.casefold().endswith(ending) else f"{stem}{ending}"
    if formats.by_content(data) is None and not formats.looks_like_html(data):
        raise UnsupportedFile(kind=kind or "?")
    return stem
