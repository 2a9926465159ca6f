"""Pages are fetched from a server on this computer; the names and addresses are made up.

The guards are those of the program: only the last step, which connects to an address that was
proved, is led to the server here.
"""

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kdcurator.domain.errors import NotFetched, PageTooBig, UnsupportedFile
from kdcurator.importing.fetching import Fetched, Fetcher

PUBLIC = "93.184.216.34"
PAGE = "<!doctype html><p>Så er der brød på Ærø.".encode()
HOME = "http://avisen.example/nyt/broed"

Answer = bytes | Callable[[socket.socket], None]


def answer(body: bytes = PAGE, kind: str = "text/html; charset=utf-8", *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def leads_to(url: str, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode()


@dataclass
class Web:
    """A server on this computer, and the names that lead to it."""

    door: socket.socket
    answers: dict[str, Answer] = field(default_factory=dict)
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    """For each name the addresses that it has when asked the first time, the second and so on."""
    requests: list[str] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)
    certificate: ssl.SSLContext | None = None

    def resolve(self, host: str, _port: int) -> list[str]:
        turns = self.names.get(host, [[PUBLIC]])
        return turns.pop(0) if len(turns) > 1 else turns[0]

    def dial(self, address: str, _port: int, seconds: float) -> socket.socket:
        self.dialled.append(address)
        return socket.create_connection(self.door.getsockname(), timeout=seconds)

    def fetch(self, url: str = HOME, longest: float = 20.0) -> Fetched:
        return Fetcher(self.resolve, self.dial, longest).fetch(url)

    def serve(self) -> None:
        with suppress(OSError):  # the door was closed: the test is over
            while True:
                threading.Thread(
                    target=self._answer, args=self.door.accept()[:1], daemon=True
                ).start()

    def _secured(self, client: socket.socket) -> socket.socket:
        if self.certificate is None:
            return client
        with client:  # what wraps it takes it over
            return self.certificate.wrap_socket(client, server_side=True)

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError), self._secured(client) as asker:
            request = b""
            while b"\r\n\r\n" not in request:
                request += asker.recv(4096) or b"\r\n\r\n"
            self.requests.append(request.decode("latin-1"))
            said = self.answers.get(self.requests[-1].split(" ")[1], b"HTTP/1.1 404 No\r\n\r\n")
            if isinstance(said, bytes):
                asker.sendall(said)
            else:
                said(asker)


@pytest.fixture
def web() -> Iterator[Web]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        made = Web(door, {"/nyt/broed": answer()})
        threading.Thread(target=made.serve, daemon=True).start()
        yield made


def test_a_page_comes_as_it_is(web: Web) -> None:
    assert web.fetch() == Fetched(PAGE, HOME, "broed.html")
    assert web.dialled == [PUBLIC]


def test_nothing_is_told_about_who_asks(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    web.answers["/nyt/broed"] = answer(PAGE, "text/html", "Set-Cookie: a=b")
    web.fetch()
    web.fetch()
    for request in web.requests:
        names = {line.split(":")[0] for line in request.strip().split("\r\n")[1:]}
        assert names == {
            "Host",
            "User-Agent",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Connection",
        }
        assert "Host: avisen.example\r\n" in request


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        (HOME, "text/html", "broed.html"),
        ("http://avisen.example/", "text/html", "avisen.example.html"),
        ("http://avisen.example/a.php?id=1", "application/xhtml+xml", "a.php.html"),
        ("http://avisen.example/b.HTML", "text/html", "b.HTML"),
        ("http://avisen.example/..%2f..%2fetc%2fpasswd", "text/plain", "passwd.txt"),
        ("http://avisen.example/r%C3%B8d.pdf", "application/pdf", "rød.pdf"),
        ("http://avisen.example/%00%0a", "text/plain", "__.txt"),
    ],
)
def test_a_page_has_a_name_by_which_its_reader_is_chosen(
    web: Web, url: str, kind: str, name: str
) -> None:
    web.answers[url.removeprefix("http://avisen.example")] = answer(PAGE, kind)
    assert web.fetch(url).name == name


@pytest.mark.parametrize("data", [b"%PDF-1.4", PAGE])
def test_data_of_no_stated_kind_must_show_what_it_is(web: Web, data: bytes) -> None:
    web.answers["/nyt/broed"] = answer(data, "application/octet-stream")
    assert web.fetch().data == data


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "application/javascript", "application/octet-stream"]
)
def test_what_is_no_document_is_refused(web: Web, kind: str) -> None:
    web.answers["/nyt/broed"] = answer(b"x", kind)
    with pytest.raises(UnsupportedFile):
        web.fetch()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", ["/to", "http://andet.example/to", "to", "//andet.example/to"])
def test_a_page_that_has_moved_is_followed(web: Web, status: int, place: str) -> None:
    web.answers |= {"/nyt": leads_to(place, status), "/to": answer()}
    assert web.fetch("http://avisen.example/nyt").url.endswith(".example/to")


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/", "http://0x7f000001/", "http://2130706433/",
        "http://0.0.0.0/", "http://10.0.0.1/", "http://inde.example/", "file:///etc/passwd",
        "ftp://avisen.example/", "http://bo:kode@avisen.example/", "http://127.0.0.1:631/",
    ],
)  # fmt: skip
def test_no_page_leads_to_what_is_not_public(web: Web, place: str) -> None:
    web.names |= {"localhost": [["127.0.0.1", "::1"]], "inde.example": [["192.168.1.10"]]}
    web.answers["/nyt/broed"] = leads_to(place)
    with pytest.raises(NotFetched):
        web.fetch()
    assert web.dialled == [PUBLIC]
    with pytest.raises(NotFetched):
        web.fetch(place)
    assert web.dialled == [PUBLIC]


def test_a_name_that_changes_its_address_is_proved_each_time(web: Web) -> None:
    web.names["avisen.example"] = [[PUBLIC], ["127.0.0.1"]]
    web.answers["/nyt/broed"] = leads_to("/to")
    with pytest.raises(NotFetched, match="not public"):
        web.fetch()
    assert web.dialled == [PUBLIC]


def test_what_was_proved_is_what_is_connected_to(web: Web) -> None:
    web.names["avisen.example"] = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]
    assert web.fetch().data == PAGE
    assert web.dialled == [PUBLIC]


@pytest.mark.parametrize("steps", [5, 6])
def test_five_steps_are_followed_and_no_more(web: Web, steps: int) -> None:
    web.answers |= {f"/{step}": leads_to(f"/{step + 1}") for step in range(steps)}
    web.answers[f"/{steps}"] = answer()
    if steps == 5:
        assert web.fetch("http://avisen.example/0").url == "http://avisen.example/5"
    else:
        with pytest.raises(NotFetched, match="on and on"):
            web.fetch("http://avisen.example/0")


def test_a_page_that_leads_to_itself_ends(web: Web) -> None:
    web.answers["/nyt/broed"] = leads_to(HOME)
    with pytest.raises(NotFetched, match="on and on"):
        web.fetch()
    assert len(web.requests) == 6


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "deflate", "identity", None])
def test_a_packed_page_is_unpacked(web: Web, packing: str | None) -> None:
    body = {"gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE)}.get(
        (packing or "").removeprefix("x-"), PAGE
    )
    headers = [f"Content-Encoding: {packing}"] if packing else []
    web.answers["/nyt/broed"] = answer(body, "text/html", *headers)
    assert web.fetch().data == PAGE


def bomb(client: socket.socket) -> None:
    packed = gzip.compress(bytes(50_000_000), 1)
    client.sendall(answer(packed, "text/html", "Content-Encoding: gzip"))


def one_byte_too_many(client: socket.socket) -> None:
    client.sendall(answer(b"x" * (10 * 1024 * 1024 + 1)))


def endless(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        client.sendall(b"x" * 65536)


@pytest.mark.parametrize("said", [bomb, endless, one_byte_too_many])
def test_more_than_any_page_is_not_taken(web: Web, said: Answer) -> None:
    web.answers["/nyt/broed"] = said
    with pytest.raises(PageTooBig):
        web.fetch()


def test_ten_megabytes_are_taken(web: Web) -> None:
    web.answers["/nyt/broed"] = answer(b"x" * 10 * 1024 * 1024)
    assert len(web.fetch().data) == 10 * 1024 * 1024


def dripping(start: bytes) -> Callable[[socket.socket], None]:
    def drip(client: socket.socket) -> None:
        client.sendall(start)
        while True:
            client.sendall(b"x")
            time.sleep(0.02)

    return drip


LONG = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n"


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX-Long: ", LONG])
def test_a_page_that_drips_is_given_up_in_time(web: Web, start: bytes) -> None:
    web.answers["/nyt/broed"] = dripping(start)
    with pytest.raises(NotFetched, match="longer"):
        web.fetch(longest=0.5)


def test_a_name_that_nobody_answers_for_is_given_up_in_time(web: Web) -> None:
    asleep = threading.Event()
    fetcher = Fetcher(lambda _host, _port: [str(asleep.wait(30))], web.dial, 0.2)
    with pytest.raises(NotFetched, match="longer"):
        fetcher.fetch(HOME)
    asleep.set()


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"", "broke off"),
        (b"\x00\x01\x02", "broke off"),
        (answer()[:-5], "broke off"),
        (answer(gzip.compress(PAGE)[:-9], "text/html", "Content-Encoding: gzip"), "broke off"),
        (answer(b"no gzip", "text/html", "Content-Encoding: gzip"), "broke off"),
        (answer(PAGE, "text/html", "Content-Encoding: br"), "packed"),
        (b"HTTP/1.1 404 No\r\n\r\n", "no such page"),
        (b"HTTP/1.1 410 Gone\r\n\r\n", "no such page"),
        (b"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\n\r\n", "login"),
        (b"HTTP/1.1 403 No\r\n\r\n", "login"),
        (b"HTTP/1.1 500 Oh\r\n\r\n", "did not hand"),
        (b"HTTP/1.1 204 No\r\n\r\n", "did not hand"),
        (b"HTTP/1.1 302 Found\r\n\r\n", "did not hand"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "broke off"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000, "broke off"),
        (CHUNKED + b"zz\r\n", "broke off"),
    ],
)
def test_an_answer_that_is_none_is_told(web: Web, said: bytes, why: str) -> None:
    web.answers["/nyt/broed"] = said
    with pytest.raises(NotFetched, match=why):
        web.fetch()


def test_a_closed_door_is_told_and_the_next_address_is_tried(web: Web) -> None:
    def dial(address: str, port: int, seconds: float) -> socket.socket:
        if address == "8.8.8.8":
            raise ConnectionRefusedError
        return web.dial(address, port, seconds)

    web.names["avisen.example"] = [["8.8.8.8", PUBLIC]]
    assert Fetcher(web.resolve, dial).fetch(HOME).data == PAGE
    web.names["avisen.example"] = [["8.8.8.8"]]
    with pytest.raises(NotFetched, match="no connection"):
        Fetcher(web.resolve, dial).fetch(HOME)


SECURE = HOME.replace("http:", "https:")


def certificate(folder: Path, name: str) -> Path:
    """Return a certificate that its owner signed, with the key; nobody trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    owner = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(owner, owner, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "site.pem"
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(key.private_bytes(*plain) + made.public_bytes(Encoding.PEM))
    return file


@pytest.mark.parametrize(
    ("name", "is_trusted"),
    [("avisen.example", True), ("avisen.example", False), ("andet.example", True)],
)
def test_a_site_must_prove_that_it_is_the_one(
    web: Web, tmp_path: Path, name: str, is_trusted: bool
) -> None:
    file = certificate(tmp_path, name)
    web.certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    web.certificate.load_cert_chain(file)
    fetcher = Fetcher(web.resolve, web.dial)
    if is_trusted:
        fetcher.trusted.load_verify_locations(file)
    if is_trusted and name == "avisen.example":
        assert fetcher.fetch(SECURE) == Fetched(PAGE, SECURE, "broed.html")
        return
    with pytest.raises(NotFetched, match="certificate"):
        fetcher.fetch(SECURE)
    assert not web.requests


def test_a_site_without_encryption_is_not_asked_for_a_secure_page(web: Web) -> None:
    with pytest.raises(NotFetched):
        web.fetch(SECURE, longest=1)
