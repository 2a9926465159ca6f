"""Files that are attached to mails, also to mails in archives and to mails attached to mails.

Owns which files hold attachments, and the walk through them; like members of archives they are read
in memory, and their names are shown, never used as paths. Must not know how mails are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kdcurator.domain.errors import AttachedTooDeep, Refused, UnpacksTooBig
from kdcurator.importing.holding import HeldFile, files_in, holds_files
from kdcurator.importing.limits import DEEPEST_MAILS, LARGEST_UNPACKED
from kdcurator.importing.mails import Attached
from kdcurator.importing.registry import Registry


def attached_files(data: bytes, name: str, readers: Registry) -> Iterator[HeldFile]:
    """Yield the files attached to a mail or to the mails in an archive, in their order.

    An attached archive is told by what is in it, and an attached mail is followed by what is
    attached to it. Other files have none. What is wrong with one of them is told in its place.
    """
    walk = _Walk(readers)
    for held in _opened(HeldFile((name,), data)):
        for found in walk.below(held, 1):
            yield HeldFile(found.place[1:], found.content)


@dataclass(slots=True)
class _Walk:
    """One walk, which counts over all mails within."""

    readers: Registry
    _taken: int = 0

    def below(self, held: HeldFile, depth: int) -> Iterator[HeldFile]:
        """Yield what is attached to a file; its place opens with the file's own."""
        for attached in self._attached_to(held):
            place = (*held.place, attached.name)
            if depth > DEEPEST_MAILS:
                yield HeldFile(place, AttachedTooDeep())
                continue
            for found in _opened(self._loaded(place, attached)):
                yield found
                yield from self.below(found, depth + 1)

    def _attached_to(self, held: HeldFile) -> tuple[Attached, ...]:
        """Return what is attached; of a mail that is refused, nothing, for it was told as that."""
        if isinstance(held.content, Refused):
            return ()
        try:
            return self.readers.attached(held.content, held.place[-1])
        except Refused:
            return ()

    def _loaded(self, place: tuple[str, ...], attached: Attached) -> HeldFile:
        try:
            content = attached.load()
        except Refused as error:
            return HeldFile(place, error)
        self._taken += len(content)
        if self._taken > LARGEST_UNPACKED:
            raise UnpacksTooBig
        return HeldFile(place, content)


def _opened(held: HeldFile) -> Iterator[HeldFile]:
    """Yield a file, or what is in it when it is an archive."""
    if isinstance(held.content, Refused) or not holds_files(held.content):
        yield held
        return
    try:
        for found in files_in(held.content):
            yield HeldFile(held.place + found.place, found.content)
    except Refused as error:
        yield HeldFile(held.place, error)
