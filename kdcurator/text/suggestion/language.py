"""The words of Danish that the rules rest on, read from plain files.

Owns the form of the files in `resources/danish/` and the lookups made of them. Must not know any
rule: what a word is good for is the business of the stages.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """One form of a verb that reports speech."""

    form: str
    particles: tuple[str, ...] = ()
    is_soft: bool = False
    """Says an opinion; a cue beside speech only (mener, synes)."""
    is_manner: bool = False
    """Says how: a cue only right beside a mark or a dash (griner)."""
    is_body: bool = False
    """Spoken by a text or a body (lyder, hedder)."""
    is_bound: bool = False
    """Reports only together with its particle (slår … fast)."""


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words given whole, by ending and by opening."""

    words: Words
    endings: tuple[str, ...] = ()
    openings: Words = frozenset()

    def __contains__(self, low: str) -> bool:
        return low in self.words or low.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """How lines open that stand outside the article."""

    links: tuple[str, ...]
    adverts: Words
    credits: Words
    agencies: Words
    bylines: tuple[str, ...]
    lists: tuple[str, ...]
    events: Words


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

    @property
    def third(self) -> Words:
        """Return the pronouns that stand for somebody named before."""
        return self.masculine | self.feminine


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
    bodies: Words
    works: Words
    adverbs: Words
    women: Words
    men: Words
    function_words: Words
    finite_verbs: Words
    stop_words: Mapping[str, Words]
    foreign_verbs: Mapping[str, Words]
    foreign_pronouns: Mapping[str, tuple[Words, Words]]
    """He and she, by language."""
    code: str = "da"

    def speaking(self, code: str) -> "LanguageData":
        """Return these data with the verbs and pronouns of another language added."""
        if code not in self.foreign_verbs:
            return self
        forms = {form: ReportingVerb(form) for form in self.foreign_verbs[code]}
        he, she = self.foreign_pronouns[code]
        pronouns = replace(
            self.pronouns,
            masculine=self.pronouns.masculine | he,
            feminine=self.pronouns.feminine | she,
        )
        return replace(self, verbs={**self.verbs, **forms}, pronouns=pronouns, code=code)


def load_language(folder: Path) -> LanguageData:
    """Read the data files of a language from its folder; raises OSError where one is missing."""
    names = _toml(folder / "given_names.toml")
    languages = _toml(folder / "languages.toml")
    return LanguageData(
        verbs=dict(_verb_forms(_lines(folder / "reporting_verbs.txt"))),
        participles=frozenset(_participles(_lines(folder / "reporting_verbs.txt"))),
        false_friends=_by_first_word(_lines(folder / "false_friends.txt")),
        titles=_group(_lines(folder / "titles.txt")),
        municipalities=dict(_municipalities(_lines(folder / "municipalities.txt"))),
        abbreviations=frozenset(_lines(folder / "abbreviations.txt")),
        pronouns=Pronouns(**_word_lists(_toml(folder / "pronouns.toml"))),
        questions=QuestionWords(**_word_lists(_toml(folder / "questions.toml"))),
        turns=Turns(**_word_lists(_toml(folder / "turns.toml"))),
        boilerplate=_boilerplate(_toml(folder / "boilerplate.toml")),
        organisations=_group(_lines(folder / "organisations.txt")),
        bodies=frozenset(_lines(folder / "bodies.txt")),
        works=frozenset(_lines(folder / "works.txt")),
        adverbs=frozenset(_lines(folder / "adverbs.txt")),
        women=_split(names["women"]),
        men=_split(names["men"]),
        function_words=_split(" ".join(_lines(folder / "function_words.txt"))),
        finite_verbs=_split(" ".join(_lines(folder / "finite_verbs.txt"))),
        stop_words={code: _split(languages[code]) for code in ("da", "nb", "sv", "en")},
        foreign_verbs={code: _split(forms) for code, forms in languages["verbs"].items()},
        foreign_pronouns={
            code: (_split(words["he"]), _split(words["she"]))
            for code, words in languages["pronouns"].items()
        },
    )


def _lines(path: Path) -> list[str]:
    """Return a data file's lines without comments and blank ones."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _split(words: str) -> Words:
    return frozenset(words.split())


def _phrases(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.splitlines() if line.strip())


def _verb_forms(lines: Iterable[str]) -> Iterator[tuple[str, ReportingVerb]]:
    """Yield every finite form of each verb: present, past and the two passives in -s."""
    for line in lines:
        infinitive, present, past, _participle, particles, flags = _columns(line)
        for form in (present, past, infinitive + "s", past + "s"):
            yield (
                form,
                ReportingVerb(
                    form,
                    particles=tuple(word.removeprefix("+") for word in particles.split()),
                    is_soft="soft" in flags,
                    is_manner="manner" in flags,
                    is_body="body" in flags,
                    is_bound="bound" in flags,
                ),
            )


def _participles(lines: Iterable[str]) -> Iterator[str]:
    """Yield what follows an auxiliary: har sagt, vil sige."""
    for line in lines:
        infinitive, _present, _past, participle, _particles, flags = _columns(line)
        if "bound" not in flags and "body" not in flags:
            yield infinitive
            yield participle


def _columns(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return cells + [""] * (6 - len(cells))


def _by_first_word(lines: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines:
        first, *rest = line.split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def _group(lines: Iterable[str]) -> WordGroup:
    entries = list(lines)
    return WordGroup(
        words=frozenset(entry for entry in entries if entry[0] not in "-^"),
        endings=tuple(entry[1:] for entry in entries if entry.startswith("-")),
        openings=frozenset(entry[1:] for entry in entries if entry.startswith("^")),
    )


def _municipalities(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every spelling with the name of today; the form before "Kommune" counts too."""
    for line in lines:
        name, _, others = line.partition("=")
        for spelling in (name, *others.split(",")):
            if spelling.strip():
                yield spelling.strip(), name.strip()


def _word_lists(table: Mapping[str, str]) -> dict[str, Words]:
    return {kind: _split(words) for kind, words in table.items()}


def _boilerplate(table: Mapping[str, str]) -> Boilerplate:
    return Boilerplate(
        links=_phrases(table["links"]),
        adverts=frozenset(_phrases(table["adverts"])),
        credits=_split(table["credits"]),
        agencies=_split(table["agencies"]),
        bylines=_phrases(table["bylines"]),
        lists=_phrases(table["lists"]),
        events=_split(table["events"]),
    )
