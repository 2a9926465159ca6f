"""The net under all tests: what conftest.py promises holds."""

import os
import socket
from pathlib import Path

import pytest

NOWHERE = ("nowhere.invalid", 9)  # a name that can never exist: RFC 2606


def test_a_connection_to_another_computer_fails_the_test() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"nowhere\.invalid"):
        socket.create_connection(NOWHERE)


@pytest.mark.parametrize("call", ["connect", "connect_ex"])
def test_a_socket_refuses_another_computer(call: str) -> None:
    with socket.socket() as door, pytest.raises(pytest.fail.Exception, match="another computer"):
        getattr(door, call)(NOWHERE)


def test_a_datagram_to_another_computer_fails_the_test() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as door,
        pytest.raises(pytest.fail.Exception, match="another computer"),
    ):
        door.sendto(b"", NOWHERE)


def test_this_computer_stays_in_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.mark.parametrize("variable", ["KDCURATOR_LIBRARY", "KDCURATOR_CACHE", "KDCURATOR_BACKUPS"])
def test_a_test_has_places_that_nobody_has_used(variable: str, tmp_path: Path) -> None:
    place = Path(os.environ[variable])

    assert place.parent.parent == tmp_path.parent
    assert not place.exists()


def test_qt_needs_no_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
