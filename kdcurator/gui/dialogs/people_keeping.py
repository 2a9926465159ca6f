"""Which speaker, and what becomes of them: another name, part of another speaker, two again.

Owns the two questions and the rows that answer them; a speaker is found by any name form. Must not
know how a list of speakers is kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.person import Person, name_key
from kdcurator.gui.dialogs.choosing import Chooser, Row
from kdcurator.gui.dialogs.matching import Match, match
from kdcurator.gui.models.wording import one_line, quotes_in_all
from kdcurator.gui.theme import Theme

_WIDTH: Final = 560


class PersonVerb(StrEnum):
    """What is done to a speaker."""

    MERGE = "merge"
    RENAME = "rename"
    PART = "part"


class PeopleKeeping(Chooser):
    """Asks for a speaker first, then for what becomes of them."""

    merged = Signal(str, str)
    """(the speaker who is somebody else, the one who stays)"""
    renamed = Signal(str, str)
    """(name, new name)"""
    parted = Signal(str, str)
    """(name, the name form that is somebody else)"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without speakers."""
        super().__init__(parent, theme, "peopleKeeping", width=_WIDTH, is_shaded=True)
        self._people: list[Person] = []
        self._verb = PersonVerb.MERGE
        self._person: Person | None = None
        self.hint("⏎", self.tr("choose"))
        self.hint("Esc", self.tr("close"))

    def ask(self, verb: PersonVerb, people: Sequence[Person]) -> None:
        """Open with the first question: which speaker."""
        self._verb, self._people, self._person = verb, list(people), None
        names = {
            PersonVerb.MERGE: self.tr("Merge speakers"),
            PersonVerb.RENAME: self.tr("Rename the speaker"),
            PersonVerb.PART: self.tr("Part a name form"),
        }
        self.label.setText(names[verb])
        self.begin(names[verb], self.tr("Which speaker?"))

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the answers to the question of now."""
        if self._person is None:
            return [row for _person, row in self._matching(query)]
        match self._verb:
            case PersonVerb.MERGE:
                return self._others(query, self._person)
            case PersonVerb.RENAME:
                return self._names(query, self._person)
            case PersonVerb.PART:
                return self._forms(query, self._person)

    def choose(self, row: Row) -> None:
        """Take a speaker and ask on, or tell what is wanted."""
        if self._person is None:
            self._person = next(person for person in self._people if person.id == row.id)
            self._ask_on(self._person)
        else:
            self._tell(self._person, row)

    def _ask_on(self, person: Person) -> None:
        questions = {
            PersonVerb.MERGE: self.tr("Who is “{name}”?"),
            PersonVerb.RENAME: self.tr("New name for “{name}”"),
            PersonVerb.PART: self.tr("Which name form is somebody else than “{name}”?"),
        }
        question = questions[self._verb].format(name=one_line(person.name))
        self.begin(question, question)
        if self._verb is PersonVerb.RENAME:
            self.field.setText(person.name)
            self.field.selectAll()

    def _tell(self, person: Person, row: Row) -> None:
        match row.id:
            case ("into", str(name)):
                self.merged.emit(person.name, name)
            case ("name", str(name)):
                self.renamed.emit(person.name, name)
            case ("form", str(form)):
                self.parted.emit(person.name, form)

    # Rows

    def _matching(self, query: str) -> list[tuple[Person, Row]]:
        """Return the speakers whom any name form matches, best first; equals keep their order."""
        found = ((person, _best_form(query, person)) for person in self._people)
        matching = [(person, how) for person, how in found if how is not None]
        return [
            (person, self._person_row(person, form, how))
            for person, (how, form) in sorted(matching, key=lambda pair: pair[1][0].rank)
        ]

    def _person_row(self, person: Person, form: str, how: Match) -> Row:
        """Show a speaker: what is called so, or else what articles say they are."""
        is_name = form == person.name
        others = [form] if not is_name else [f for f in person.name_forms if f != person.name]
        aside = self.tr("also {names}").format(names=", ".join(others)) if others else role(person)
        letters = how.letters if is_name else frozenset[int]()
        return Row(
            person.id,
            person.name,
            letters,
            aside=one_line(aside),
            right=quotes_in_all(person.quotes),
        )

    def _others(self, query: str, person: Person) -> list[Row]:
        return [
            replace(row, id=("into", other.name))
            for other, row in self._matching(query)
            if other.id != person.id
        ]

    def _names(self, query: str, person: Person) -> list[Row]:
        """Offer the name that is written; a name that another speaker has leads to a merge."""
        name = " ".join(query.split())
        if not any(letter.isalnum() for letter in name) or name == person.name:
            return []
        for other in self._people:
            if other.id != person.id and name_key(name) in map(name_key, other.name_forms):
                words = self.tr("“{name}” is there already: merge the two")
                return [Row(("into", other.name), words.format(name=other.name), sign="+")]
        words = self.tr("Rename “{name}” to “{new_name}”")
        return [Row(("name", name), words.format(name=person.name, new_name=name))]

    def _forms(self, query: str, person: Person) -> list[Row]:
        """Offer the name forms that can be parted: all but the name itself."""
        found = ((form, match(query, form)) for form in other_forms(person))
        return [Row(("form", form), form, how.letters) for form, how in found if how is not None]


def other_forms(person: Person) -> list[str]:
    """Return the name forms besides the name itself."""
    own = name_key(person.name)
    return [form for form in person.name_forms if name_key(form) != own]


def role(person: Person) -> str:
    """Return what articles say that a speaker is, as the newest of them does."""
    told = [" · ".join(filter(None, (p.role, p.organisation))) for p in person.presentations]
    return next(filter(None, reversed(told)), "")


def _best_form(query: str, person: Person) -> tuple[Match, str] | None:
    """Return the name form that matches best what was typed; the name itself before its forms."""
    forms = (person.name, *other_forms(person))
    found = [(how, form) for form in forms if (how := match(query, form)) is not None]
    return min(found, key=lambda pair: pair[0].rank, default=None)
