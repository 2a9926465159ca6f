"""Those who may speak in a text, as speakers: its people, its bodies and its strangers.

Owns what somebody told of is called as a speaker, and who is meant where the text has only one.
Must not know which words mean them.
"""

from collections.abc import Sequence
from dataclasses import replace

from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.descriptions import ANYBODY
from kdcurator.text.suggestion.interviewees import most_told
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.referents import Told, Who
from kdcurator.text.suggestion.speakers import NOBODY, Speaker

_FIRST = 60  # mentions


class Cast:
    """Who may speak; `mentions` are those that the writer makes, outside quotes."""

    def __init__(
        self, people: People, mentions: Sequence[Mention], told: Told, bearers: Bearers
    ) -> None:
        self._people, self._told, self._bearers = people, told, bearers
        self.numbers = list(dict.fromkeys(mention.person for mention in mentions))
        """Those whom the writer names, in the order of the text."""
        self.first_named = list(dict.fromkeys(one.person for one in mentions[:_FIRST]))
        """Those among whom a pronoun is looked for that fits nobody told of so far."""
        self._main = most_told(mentions) if mentions else None

    def person(self, number: int) -> Speaker:
        """Return a person of the text as a speaker."""
        return Speaker(self._people.persons[number].name, number)

    def body(self, words: str) -> Speaker:
        """Return a body as a speaker."""
        return Speaker(_without_genitive(words))

    def who(self, who: Who, *, is_doubtful: bool = False) -> Speaker:
        """Return somebody told of as a speaker."""
        if who.noun in ANYBODY and not who.is_definite and who.age is None:
            return self._named_later(who)
        if who.person is not None:
            return Speaker(self._people.persons[who.person].name, who.person, is_doubtful)
        if who.body:
            return Speaker(_without_genitive(who.body), None, is_doubtful)
        return Speaker(None, stranger=who)

    def _named_later(self, who: Who) -> Speaker:
        """Return the only person whom "en kvinde" can turn out to be, nobody otherwise.

        Whoever was told of before is no new one.
        """
        fitting = [
            number
            for number in self.numbers
            if number not in self._told.persons and self._bearers.is_woman(number) == who.woman
        ]
        if len(fitting) != 1 or self._people.persons[fitting[0]].roles:
            return Speaker(None, stranger=who)
        return replace(self.person(fitting[0]), is_doubtful=True)

    def only_one(self) -> Speaker:
        """Return the person whom the whole text is about, if there is one."""
        return NOBODY if self._main is None else self.person(self._main)

    def writer(self) -> Speaker:
        """Return the one whose byline the text bears, if it bears one."""
        writers = [n for n, someone in enumerate(self._people.persons) if someone.is_author]
        return replace(self.person(writers[0]), is_doubtful=True) if len(writers) == 1 else NOBODY


def _without_genitive(words: str) -> str:
    return words.removesuffix("’s").removesuffix("'s")
