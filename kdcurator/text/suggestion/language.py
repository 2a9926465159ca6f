"""The words that the rules rest on, read from plain files.

Owns which files in `resources/danish/` hold which words, and the lookups made of them. Must not
know any rule: what a word is good for is the business of the stages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kdcurator.text.suggestion.overlays import laid_over
from kdcurator.text.suggestion.wordfiles import (
    ReportingVerb,
    WordGroup,
    Words,
    by_first_word,
    definites,
    endings,
    municipalities,
    participles,
    phrases,
    read_lines,
    read_toml,
    split_words,
    verb_forms,
    word_group,
    word_lists,
)

_HEAD = 2
"""Letters of a line's head."""

MOST_KNOWN = 50_000
"""How many words of each lookup below are remembered from one text to the next."""

__all__ = ["LanguageData", "ReportingVerb", "WordGroup", "Words", "load_language", "passing"]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """How lines open that stand outside the article."""

    links: tuple[str, ...]
    adverts: Words
    credits: Words
    agencies: Words
    bylines: tuple[str, ...]
    genres: Words
    lists: tuple[str, ...]
    events: Words
    heads: Words = field(init=False)
    """The first letters of links and bylines, which rule nearly every line out at once."""

    def __post_init__(self) -> None:
        """Cut the heads off."""
        heads = frozenset(line[:_HEAD] for line in (*self.links, *self.bylines))
        object.__setattr__(self, "heads", heads)

    def may_head(self, low: str) -> bool:
        """Tell whether a link or a byline may open so; one may be a single sign."""
        return low[:_HEAD] in self.heads or low[:1] in self.heads


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Who speaks, is spoken to and is spoken of."""

    first: Words
    second: Words
    masculine: Words
    feminine: Words
    plural: Words
    nobody: Words
    indefinite: Words
    definite: Words
    third: Words = field(init=False)
    """The pronouns that stand for somebody named before."""

    def __post_init__(self) -> None:
        """Join the third persons once; every stage asks for them."""
        object.__setattr__(self, "third", self.masculine | self.feminine)


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """How questions and the turns of a transcript open."""

    words: Words
    verbs: Words
    requests: Words
    replies: Words
    alone: Words
    """The pronouns of one person who speaks of himself."""
    scene: Words
    """What the writer tells of while somebody is asked: the interpreter, the telephone."""
    asks: Words
    """Verbs by which the writer says that he asks."""
    sides: Words
    """Labels of those who are for or against, above their names."""
    greetings: Words
    """How a letter opens, which asks without being answered."""
    kinsmen: Words
    kinswomen: Words
    meetings: Words
    """Verbs whose object is the one who is asked: mødt, spurgt, ringet."""
    talks: Words
    """Nouns for a conversation with somebody: interview, spørgsmål."""
    interviewers: Words
    answers: Words


@dataclass(frozen=True, slots=True)
class Turns:
    """Words that tell the speaker's sentence from the writer's; the file says what for."""

    no_report: Words
    fronted: Words
    requests: Words
    unfinished: Words
    groups: Words
    messages: Words
    sends: Words
    advises: Words


_WOMEN = ("kvinde", "dame", "kone", "pige", "inde", "søster", "datter")


@dataclass(frozen=True, slots=True)
class PersonNouns:
    """Nouns for people: whom a pronoun may stand for, and which titles mean another."""

    women: Words
    men: Words
    common: Words
    relations: Words
    offices: WordGroup
    trades: tuple[str, ...]
    """Endings of titles that companies bear as well as people."""
    kinds: Mapping[str, Words]

    def is_woman(self, noun: str) -> bool | None:
        """Tell whether "hun" stands for a noun, None if it may be either."""
        if noun in self.women or noun.endswith(_WOMEN):
            return True
        return False if noun in self.men else None

    def kinds_of(self, noun: str) -> Words:
        """Return the titles that a wider noun covers; stregspiller covers what spiller does."""
        if noun in self.kinds or noun in self.offices:
            return self.kinds.get(noun, frozenset())
        ends = [wider for wider in self.kinds if noun.endswith(wider)]
        return self.kinds[max(ends, key=len)] if ends else frozenset()

    def __contains__(self, noun: str) -> bool:
        return noun in self.women or noun in self.men or noun in self.common


@dataclass(frozen=True, slots=True)
class LanguageData:
    """Everything the stages look up; build it once by `load_language`."""

    verbs: Mapping[str, ReportingVerb]
    participles: Words
    false_friends: Mapping[str, tuple[tuple[str, ...], ...]]
    titles: WordGroup
    municipalities: Mapping[str, str]
    abbreviations: Words
    pronouns: Pronouns
    questions: QuestionWords
    turns: Turns
    boilerplate: Boilerplate
    organisations: WordGroup
    bodies: WordGroup
    departments: Words
    works: Words
    documents: WordGroup
    """What is written and has a sender: brev, rapport, meddelelse."""
    adverbs: Words
    women: Words
    men: Words
    person_nouns: PersonNouns
    function_words: Words
    finite_verbs: Words
    stop_words: Mapping[str, Words]
    joining_words: Words
    """And and or, in all languages: a hyphen before them is their word's own."""
    definites: tuple[tuple[str, str], ...]
    """Endings of definite titles, each with the one that leads back to the indefinite."""
    articles: tuple[str, ...] = field(init=False)
    """These endings by themselves."""
    small_words: Words = field(init=False)
    """The words that tell one language from another, of all of them."""
    definite_endings: tuple[str, ...]
    others: Mapping[str, "LanguageData"] = field(default_factory=dict)
    glossary: Mapping[str, str] = field(default_factory=dict)
    """Danish words of grammar by what stands for them in this language."""
    code: str = "da"
    known_nouns: dict[str, str | None] = field(default_factory=dict, init=False, compare=False)
    """What `phrases.Nouns` has looked up: of all a reading does, this took the longest."""
    known_titles: dict[str, str | None] = field(default_factory=dict, init=False, compare=False)
    """What `roles.indefinite` has looked up."""
    known_telling: dict[str, Any] = field(default_factory=dict, init=False, compare=False)
    """Which words may tell of somebody, as `telling` has found out; nearly none do."""
    known_persons: dict[str, bool] = field(default_factory=dict, init=False, compare=False)
    """Which words are nouns for people, title or not."""
    known_ordered: dict[str, bool] = field(default_factory=dict, init=False, compare=False)
    """Which words may be a title that only the order gives somebody, as `naming` has found out."""

    def __post_init__(self) -> None:
        """Find what the stages would look up time and again."""
        object.__setattr__(self, "articles", tuple(ending for ending, _ in self.definites))
        object.__setattr__(self, "small_words", frozenset().union(*self.stop_words.values()))

    def person_words(self, lows: frozenset[str]) -> frozenset[str]:
        """Return which words of a text are nouns for people."""
        return passing(lows, self.known_persons, self._is_person)

    def _is_person(self, low: str) -> bool:
        return low in self.titles or low in self.person_nouns

    def speaking(self, code: str) -> "LanguageData":
        """Return the data of a language; these ones where there are none of its own."""
        return self.others.get(code, self)


def passing(
    lows: frozenset[str], known: dict[str, bool], test: Callable[[str], bool]
) -> frozenset[str]:
    """Return which words of a text pass a test; `known` keeps what earlier texts have shown."""
    if len(known) > MOST_KNOWN:
        known.clear()
    for low in lows.difference(known):
        known[low] = test(low)
    return frozenset(filter(known.__getitem__, lows))


def load_language(folder: Path) -> LanguageData:
    """Read Danish from its folder and the languages beside it; raises OSError without a file."""
    danish = _danish(folder)
    folders = read_toml(folder / "languages.toml")["folders"]
    others = {code: laid_over(danish, folder.parent / name, code) for code, name in folders.items()}
    return replace(danish, others=others)


def _danish(folder: Path) -> LanguageData:
    """Read the files of Danish, which the other languages are laid over."""
    names = read_toml(folder / "given_names.toml")
    languages = read_toml(folder / "languages.toml")
    verbs = read_lines(folder / "reporting_verbs.txt")
    return LanguageData(
        verbs=dict(verb_forms(verbs)),
        participles=frozenset(participles(verbs)),
        false_friends=by_first_word(read_lines(folder / "false_friends.txt")),
        titles=word_group(read_lines(folder / "titles.txt")),
        municipalities=dict(municipalities(read_lines(folder / "municipalities.txt"))),
        abbreviations=frozenset(read_lines(folder / "abbreviations.txt")),
        pronouns=Pronouns(**word_lists(read_toml(folder / "pronouns.toml"))),
        questions=QuestionWords(**word_lists(read_toml(folder / "questions.toml"))),
        turns=Turns(**word_lists(read_toml(folder / "turns.toml"))),
        boilerplate=_boilerplate(read_toml(folder / "boilerplate.toml")),
        organisations=word_group(read_lines(folder / "organisations.txt")),
        bodies=word_group(read_lines(folder / "bodies.txt")),
        departments=frozenset(read_lines(folder / "departments.txt")),
        works=frozenset(read_lines(folder / "works.txt")),
        documents=word_group(read_lines(folder / "documents.txt")),
        adverbs=frozenset(read_lines(folder / "adverbs.txt")),
        women=split_words(names["women"]),
        men=split_words(names["men"]),
        person_nouns=_person_nouns(read_toml(folder / "person_nouns.toml")),
        function_words=split_words(" ".join(read_lines(folder / "function_words.txt"))),
        finite_verbs=split_words(" ".join(read_lines(folder / "finite_verbs.txt"))),
        stop_words={code: split_words(languages[code]) for code in ("da", "nb", "sv", "en")},
        joining_words=split_words(languages["joining"]),
        definites=definites(read_lines(folder / "definites.txt")),
        definite_endings=endings(read_lines(folder / "definites.txt")),
    )


def _person_nouns(table: Mapping[str, Any]) -> PersonNouns:
    return PersonNouns(
        women=split_words(table["women"]),
        men=split_words(table["men"]),
        common=split_words(table["common"]),
        relations=split_words(table["relations"]),
        offices=word_group(phrases(table["offices"])),
        trades=tuple(table["trades"].split()),
        kinds={noun: split_words(titles) for noun, titles in table["kinds"].items()},
    )


def _boilerplate(table: Mapping[str, str]) -> Boilerplate:
    return Boilerplate(
        links=phrases(table["links"]),
        adverts=frozenset(phrases(table["adverts"])),
        credits=split_words(table["credits"]),
        agencies=split_words(table["agencies"]),
        bylines=phrases(table["bylines"]),
        genres=split_words(table["genres"]),
        lists=phrases(table["lists"]),
        events=split_words(table["events"]),
    )
