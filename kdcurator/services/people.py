"""People: who speaks in the library's quotes.

Owns the use cases of the list of sources. Must not know how names are found in texts.
"""

from kdcurator.domain.person import Person
from kdcurator.store import people
from kdcurator.store.library import Library


class PeopleService:
    """Lists speakers."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def list_people(self) -> list[Person]:
        """Return every speaker by name, with the ways in which articles present them."""
        with self._library.read() as connection:
            return people.list_people(connection)
