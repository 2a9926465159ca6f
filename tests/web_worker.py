"""The program's second process with a web of its own: every site is the server on this computer.

Owns where connections are led; guards, reading and answers are the program's. Run as
`python -m tests.web_worker PORT`, in the place of `kdcurator --worker`.
"""

import socket
import sys
from dataclasses import dataclass

from kdcurator import worker
from kdcurator.importing import fetching

PUBLIC = "93.184.216.34"


@dataclass(frozen=True)
class Web:
    """A web of which all names lead to one server."""

    port: int

    def resolve(self, _host: str, _port: int) -> list[str]:
        return [PUBLIC]

    def dial(self, _address: str, _port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def fetcher(self) -> fetching.Fetcher:
        return _Fetcher(self.resolve, self.dial)


_Fetcher = fetching.Fetcher

if __name__ == "__main__":
    fetching.Fetcher = Web(int(sys.argv[1])).fetcher  # type: ignore[assignment,misc]  # called with nothing, it makes one
    sys.exit(worker.main())
