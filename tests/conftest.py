"""What every test stands on: no screen, no network, nothing of the user's, the same luck each time.

Knows nothing of the program but the names of its environment variables.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything can start Qt

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None)
settings.load_profile(os.environ.get("KDCURATOR_LUCK", "same"))

_PLACES = {
    "KDCURATOR_LIBRARY": "library",
    "KDCURATOR_CACHE": "cache",
    "KDCURATOR_BACKUPS": "backups",
    "KDCURATOR_CONFIG": "config",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}


def _move_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, name in _PLACES.items():
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.setenv("KDCURATOR_LANG", "en")


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fixtures that live longer than one test away from the user's library."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        _move_in(tmp_path_factory.mktemp("session"), monkeypatch)
        yield


@pytest.fixture(autouse=True)
def _places_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Give each test a library, cache and backups that no other test has seen."""
    _move_in(tmp_path_factory.mktemp("places"), monkeypatch)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that reaches for another computer, by name or by address."""
    for name in ("connect", "connect_ex", "sendto"):
        real = getattr(socket.socket, name)
        monkeypatch.setattr(socket.socket, name, _only_to_this_computer(real))
    resolve = socket.getaddrinfo

    def getaddrinfo(host: str | bytes | None, *arguments: object, **options: object) -> object:
        _refuse_unless_local(host)
        return resolve(host, *arguments, **options)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def _only_to_this_computer(real: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: socket.socket, *arguments: object) -> object:
        address = arguments[-1]
        if self.family in {socket.AF_INET, socket.AF_INET6} and isinstance(address, tuple):
            _refuse_unless_local(address[0])
        return real(self, *arguments)

    return guarded


def _refuse_unless_local(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in {None, "", "localhost", "::1"} and not str(name).startswith("127."):
        pytest.fail(f"a test reached for another computer: {name}")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of the five real articles, which lie beside the repository."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the five real articles (../shared/corpus) are not beside this repository")
    return folder
