"""The list of what a search index must read again, kept short.

Owns that only the process that may write to the library shortens it, whoever wrote the index. Must
not know any index: the window loads this without Whoosh.
"""

from kdcurator.store import outbox
from kdcurator.store.library import Library


def forget_indexed(library: Library, seq: int) -> None:
    """Forget the outbox rows before `seq`, which the index holds; others than the writer do not."""
    if library.lock.is_held:
        with library.write() as connection:
            outbox.trim(connection, seq)
