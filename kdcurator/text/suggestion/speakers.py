"""Who says a quote: a person, a body, or somebody whom the text does not name.

Owns the value that attribution finds. Must not know how it is found.
"""

from dataclasses import dataclass

from kdcurator.text.suggestion.referents import Who


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote: a person of the text or the name of a body, or nobody that is named."""

    name: str | None
    person: int | None = None
    is_doubtful: bool = False
    """Another one may be meant as well."""
    has_rivals: bool = False
    """A pronoun fits others whom the text has named, but they stand farther away."""
    stranger: Who | None = None
    """Somebody whom the text only has a noun for: tiltalte, en mand ved kaffevognen."""

    @property
    def is_known(self) -> bool:
        """Tell whether anybody is named."""
        return self.name is not None

    @property
    def is_somebody(self) -> bool:
        """Tell whether the text tells of the one who speaks, by a name or by a noun."""
        return self.is_known or self.stranger is not None

    @property
    def who(self) -> Who:
        """Return the one who speaks as somebody told of."""
        return self.stranger or Who(self.person)

    def is_same(self, other: "Speaker") -> bool:
        """Tell whether both are the same one, as far as names and nouns tell."""
        return (self.name, self.stranger) == (other.name, other.stranger)


NOBODY = Speaker(None)
