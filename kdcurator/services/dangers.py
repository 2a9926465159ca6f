"""What endangers a library by where it lies.

Owns which of these a user is told, as sentences that say why. Must not know how places are
recognised, nor how a sentence is shown.
"""

from collections.abc import Iterator
from pathlib import Path

from kdcurator.domain.errors import ConflictedCopies, CuratorError, InCloudFolder, OnNetworkDrive
from kdcurator.store import places


def dangers(folder: Path) -> Iterator[CuratorError]:
    """Yield what endangers the library in a folder; to be told, not raised."""
    if service := places.cloud_service(folder):
        yield InCloudFolder(service=service, path=folder)
    elif places.is_on_the_network(folder):
        yield OnNetworkDrive(path=folder)
    if copies := places.conflicted_copies(folder):
        yield ConflictedCopies(names=", ".join(path.name for path in copies))
