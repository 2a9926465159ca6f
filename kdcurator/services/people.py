"""People: who speaks in the library's quotes, made one of several, renamed, parted again.

Owns the use cases of the list of sources, each with its way back. Must not know how names are found
in texts.
"""

from collections.abc import Sequence

from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import SamePerson
from kdcurator.domain.person import Person, PersonId
from kdcurator.store import people, sameness
from kdcurator.store.library import Library
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line


class PeopleService:
    """Keeps the list of speakers."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def list_people(self) -> list[Person]:
        """Return every speaker by name, with the ways in which articles present them."""
        with self._library.read() as connection:
            return people.list_people(connection)

    def known_names(self) -> dict[str, list[str]]:
        """Return every speaker's name with all forms of it, by name."""
        with self._library.read() as connection:
            return people.known_names(connection)

    def merge(self, names: Sequence[str], into: str) -> Change:
        """Make one speaker of several, in one undo: `into`, with the forms and quotes of all.

        Raises `UnknownPerson`, `SamePerson`, `TwoCoverNames` and `CoverNameIsNoName`.
        """
        with self._library.change(ChangeKind.MERGE_PEOPLE) as work:
            target = people.require_person(work.connection, into)
            sources = _others(work, names, target, into)
            kept = people.name_of(work.connection, target)
            work.details.update(names=list(sources.values()), into=kept)
            for source in sources:
                sameness.merge(work, source, target)
        return work.change

    def rename(self, name: str, new_name: str) -> Change:
        """Give a speaker another name; the old one stays a form of it.

        Raises `UnknownPerson`, `PersonExists`, `EmptyName` and `CoverNameIsNoName`.
        """
        with self._library.change(ChangeKind.RENAME_PERSON) as work:
            person_id = people.require_person(work.connection, name)
            old = people.name_of(work.connection, person_id)
            work.details.update(name=old, new_name=one_line(new_name))
            sameness.rename(work, person_id, new_name)
        return work.change

    def part(self, name: str, form: str) -> Change:
        """Make a name form a speaker of its own again, with the quotes whose article names it so.

        Raises `UnknownPerson`, `UnknownNameForm` and `OnlyName`.
        """
        with self._library.change(ChangeKind.PART_PERSON) as work:
            person_id = people.require_person(work.connection, name)
            parted = sameness.part(work, person_id, form)
            work.details.update(
                name=people.name_of(work.connection, person_id),
                form=people.name_of(work.connection, parted),
            )
        return work.change


def _others(
    work: UnitOfWork, names: Sequence[str], target: PersonId, into: str
) -> dict[PersonId, str]:
    """Return whom these names name, each once; raises `UnknownPerson` and `SamePerson`."""
    found: dict[PersonId, str] = {}
    for name in names:
        person_id = people.require_person(work.connection, name)
        if person_id == target:
            raise SamePerson(name=one_line(name), into=one_line(into))
        found[person_id] = people.name_of(work.connection, person_id)
    return found
