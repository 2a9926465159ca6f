"""The people of a text: who they are, how they are presented, and where they are named.

Owns which names are one person: surname or given name alone, the genitive, a typing error. Must
not know who says what.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from kdcurator.domain.article import PartKind
from kdcurator.domain.person import Presentation
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.municipalities import municipality_of
from kdcurator.text.suggestion.names import Name, is_given_name, likeness, names_in, with_joiners
from kdcurator.text.suggestion.presenting import age_of, outer_role, role_after, role_before
from kdcurator.text.suggestion.roles import Role
from kdcurator.text.suggestion.source import Source

_UNREAD = frozenset({PartKind.LINK, PartKind.ADVERT})
_NAMESAKES = 40  # people with one given name that are compared for typing errors
_RELATIONS = frozenset(
    {
        *("mand", "kone", "hustru", "kæreste", "ven", "veninde", "kollega", "nabo", "barn"),
        *("søn", "datter", "bror", "søster", "mor", "far", "tvilling", "makker"),
    }
)
_GENITIVES = frozenset("s’'")
_NICKNAME = "»«”“„\"'’‘"
_PATRONYMICS = ("sen", "gaard", "gård")
_OURS = frozenset({"vores", "vor", "avisens", "bladets"})
_CALLED = frozenset({"hedder", "hed", "hedde", "kaldet"})
_TIES = frozenset({"for", "af"})
_PLACES = frozenset({"i", "på", "ved", "til", "over", "nær", "mod", "for", "af", "hos", "fra"})
_MOST_ROLES = 2  # of one person that are shown


@dataclass(slots=True)
class Someone:
    """A person of the text, gathered place by place."""

    name: str
    roles: list[Role] = field(default_factory=list)
    age: int | None = None
    is_author: bool = False
    mentions: int = 0

    @property
    def words(self) -> list[str]:
        """Return the words of the name."""
        return self.name.split()

    @property
    def surname(self) -> str:
        """Return the last word of the name."""
        return self.words[-1]

    def is_woman(self, language: LanguageData) -> bool | None:
        """Tell by the given name whether "hun" stands for this person, None if it may be either."""
        first = self.words[0].split("-", 1)[0]
        woman, man = first in language.women, first in language.men
        return None if woman == man else woman


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    index: int
    """Of the first word of the name."""
    person: int


@dataclass(slots=True)
class People:
    """Everybody whom a text names, and where, in order."""

    persons: list[Someone] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    couples: dict[int, int] = field(default_factory=dict)
    """Who shares a surname with whom: Gitte og Torben Riis."""
    bodies: dict[int, Name] = field(default_factory=dict)
    """Names that are no person's, by the index of their first word."""
    _by_name: dict[str, int] = field(default_factory=dict)
    _by_part: dict[str, list[int]] = field(default_factory=dict)
    _by_given: dict[str, list[int]] = field(default_factory=dict)
    _named: dict[int, int] = field(default_factory=dict)

    def add(self, name: str) -> int:
        """Take in a person and return the number."""
        number = len(self.persons)
        someone = Someone(name)
        self.persons.append(someone)
        self._by_name[name] = number
        self._by_given.setdefault(someone.words[0], []).append(number)
        self._know(number)
        return number

    def _know(self, number: int) -> None:
        """Make a person findable by surname and given name; whoever came first keeps the key."""
        words = self.persons[number].words
        tails = {" ".join(words[place:]) for place in range(1, len(words))}
        called = {word.strip(_NICKNAME) for word in words[1:-1] if word[0] in _NICKNAME}
        heads = {" ".join(words[:place]) for place in range(2, len(words))}
        parts = tails | {words[0]} | called | heads
        for part in parts:
            bearers = self._by_part.setdefault(part, [])
            if number not in bearers:
                bearers.append(number)

    def find(self, name: str) -> int | None:
        """Return who bears a full name, a part of one, or a genitive of either."""
        for form in _forms(name):
            number = self._by_name.get(form)
            if number is None:
                number = self._last_of(self._by_part.get(form, ()))
            if number is not None:
                return number
        return self._by_ends(name)

    def _last_of(self, bearers: Sequence[int]) -> int | None:
        """Return the one of several with the same part of a name who was named in full last."""
        return max(bearers, key=lambda number: self._named.get(number, -1), default=None)

    def names(self, number: int) -> None:
        """Note that a person is named in full here: a surname alone means this one from now on."""
        self._named[number] = len(self.mentions)

    def _by_ends(self, name: str) -> int | None:
        """Find Anna Maria Holm by Anna Holm, and the other way round."""
        words = name.split()
        if len(words) < 2:
            return None
        for number in self._by_given.get(words[0], [])[:_NAMESAKES]:
            theirs = self.persons[number].words
            if any(form.split()[-1] == theirs[-1] for form in _forms(name)):
                if len(words) > len(theirs):
                    self._rename(number, " ".join([*words[:-1], theirs[-1]]))
                return number
        return None

    def _rename(self, number: int, name: str) -> None:
        self.persons[number].name = name
        self._by_name[name] = number
        self._know(number)

    def misspelt(self, name: str, titles: tuple[str, ...]) -> int | None:
        """Return the person whose name this one is but for a typing error."""
        words = name.split()
        for number in self._by_given.get(words[0], [])[:_NAMESAKES]:
            theirs = self.persons[number].words
            if len(theirs) == len(words) and _nearly(words[-1], theirs[-1], titles):
                return number
        return None

    def take_body(self, source: Source, name: Name) -> None:
        """Take in a name that is no person's; Dansk Selskab for Almen Medicin is one name."""
        start = self._body_before(source, name.index)
        if start is not None:
            words = source.words[start.index : name.after]
            name = Name(tuple(words), start.index)
        self.bodies[name.index] = name

    def _body_before(self, source: Source, index: int) -> Name | None:
        """Return the body that "for" or "af" ties to the name that opens at an index."""
        tied = index > 1 and source.words[index - 1].low in _TIES
        if not (tied and source.is_next_to(index) and source.is_next_to(index - 1)):
            return None
        last = next(reversed(self.bodies.values()), None)
        if last is None or last.after != index - 1:
            return None
        is_body = any(word.low in source.language.organisations for word in last.words)
        return last if is_body else None

    def at(self, index: int) -> Mention | None:
        """Return the mention that opens with a word."""
        place = bisect_left(self.mentions, index, key=lambda mention: mention.index)
        found = place < len(self.mentions) and self.mentions[place].index == index
        return self.mentions[place] if found else None

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that open between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def last_between(self, start: int, end: int) -> Mention | None:
        """Return the last mention that opens between two offsets."""
        place = bisect_left(self.starts, end)
        found = place > 0 and self.starts[place - 1] >= start
        return self.mentions[place - 1] if found else None

    def presentations(self, language: LanguageData) -> tuple[Presentation, ...]:
        """Return everybody but the authors as the text presents them."""
        return tuple(
            _presentation(someone, language)
            for someone in self.persons
            if not someone.is_author and (" " in someone.name or someone.roles)
        )


def gather(source: Source, blocks: Sequence[Block]) -> People:
    """Find everybody whom a text names."""
    people = People()
    found = [
        (name, block)
        for block in blocks
        if block.kind not in _UNREAD
        for name in names_in(source, block.span)
    ]
    spelt = {name.text for name, _ in found}
    for name, block in found:
        _take_full(source, people, name, block, spelt)
    for (given, _), (full, _) in pairwise(found):
        _take_spouse(source, people, given, full, spelt)
    for name, _ in found:
        _take_lone(source, people, name, spelt)
    for name, block in found:
        _mention(source, people, name, block, spelt)
    _note_authors(source, people, blocks)
    people.starts = [mention.start for mention in people.mentions]
    return people


def _take_full(source: Source, people: People, name: Name, block: Block, spelt: set[str]) -> None:
    """Take in a person by a full name that looks like one."""
    if len(name.words) < 2 or not _is_person(source, name):
        return
    text = _bare(name.text, spelt)
    if people.find(text) is None and people.misspelt(text, source.language.titles.endings) is None:
        number = people.add(text)
        people.persons[number].is_author = _is_author(source, name, block)


def _note_authors(source: Source, people: People, blocks: Sequence[Block]) -> None:
    """Note whose name the byline gives in capitals: AF KATJA RIIS MØLLER."""
    bylines = [block.span.cut(source.text) for block in blocks if block.kind is PartKind.BYLINE]
    for someone in people.persons:
        is_signed = any(someone.name.upper() in byline for byline in bylines)
        someone.is_author = someone.is_author or is_signed


def _take_lone(source: Source, people: People, name: Name, spelt: set[str]) -> None:
    """Take in somebody who is called by the given name alone, as in features."""
    text = _bare(name.text, spelt)
    if _is_lone_given_name(source, name) and people.find(text) is None:
        people.add(text)


def _take_spouse(source: Source, people: People, given: Name, full: Name, spelt: set[str]) -> None:
    """Give the surname of a couple to the one named first: Gitte og Torben Riis."""
    if len(given.words) != 1 or len(full.words) < 2 or full.index != given.after + 1:
        return
    language = source.language
    is_pair = source.words[given.after].low == "og" and all(
        is_given_name(name.words[0], language) for name in (given, full)
    )
    if not is_pair or not is_given_name(given.words[0], language):
        return
    other = people.find(_bare(full.text, spelt))
    if other is None:
        return
    whole = f"{given.text} {people.persons[other].surname}"
    one = people.find(whole)
    if one is None:
        one = people.add(whole)
    people.couples |= {one: other, other: one}


def _is_person(source: Source, name: Name) -> bool:
    """Tell whether a full name is a person's, by its look and by what stands beside it."""
    score = likeness(name, source)
    if "." in name.words[0].text and len(name.words) > 1 and score >= 0:
        return True
    if score:
        return score > 0
    if age_of(source, name) is not None:
        return True
    if name.index and source.words[name.index - 1].low in _PLACES:
        return False
    limit = source.sentence_end(name.span.end, len(source.text))
    before = role_before(source, name)
    return (
        (before is not None and before.title is not None)
        or _reports(source, name)
        or any(role.title for role in role_after(source, name, limit))
    )


def _reports(source: Source, name: Name) -> bool:
    """Tell whether a verb that reports speech stands beside a name."""
    verbs = source.language.verbs
    before = name.index > 0 and source.is_next_to(name.index) and source.words[name.index - 1].low
    after = (
        name.after < len(source.words)
        and source.is_next_to(name.after)
        and (source.words[name.after].low)
    )
    reporting = (verbs.get(low) for low in (before, after) if low)
    return any(verb and not (verb.is_body or verb.is_bound) for verb in reporting)


def _is_author(source: Source, name: Name, block: Block) -> bool:
    """Tell whether a name stands where the writer or the photographer does."""
    if block.kind is PartKind.BYLINE:
        return True
    if not name.index:
        return False
    if any(word.low in _OURS for word in source.words[max(0, name.index - 2) : name.index - 1]):
        return True
    before = source.words[name.index - 1].low
    return before in source.language.boilerplate.credits and ":" in source.gap(name.index)


def _mention(source: Source, people: People, name: Name, block: Block, spelt: set[str]) -> None:
    """Note where a person is named, or that the name is a body's."""
    text = _bare(name.text, spelt)
    number = people.find(text) if likeness(name, source) >= 0 else None
    for longer in with_joiners(source, name):
        if (joined := people.find(longer.text)) is not None:
            name, number = longer, joined
            break
    if number is None and len(name.words) > 1 and likeness(name, source) > 0:
        number = people.misspelt(text, source.language.titles.endings)
    if number is None:
        people.take_body(source, name)
        return
    someone = people.persons[number]
    someone.mentions += 1
    if len(name.words) > 1 or someone.words[0] == text:
        people.names(number)
    people.mentions.append(Mention(name.span.start, name.span.end, name.index, number))
    someone.age = someone.age or age_of(source, name)
    if block.kind is not PartKind.CREDIT:
        _note_roles(source, someone, name, block)


def _is_lone_given_name(source: Source, name: Name) -> bool:
    """Tell whether somebody is called by the given name alone, as in features."""
    return (
        len(name.words) == 1
        and is_given_name(name.words[0], source.language)
        and (
            _reports(source, name)
            or role_before(source, name) is not None
            or _is_related(source, name)
            or _acts(source, name)
            or (name.index > 0 and source.words[name.index - 1].low in _CALLED)
        )
    )


def _acts(source: Source, name: Name) -> bool:
    """Tell whether a verb or an age follows a name: Villads har en hund, Villads på syv år."""
    after, words = name.after, source.words
    if after + 1 >= len(words) or not source.is_next_to(after):
        return age_of(source, name) is not None
    is_aged = words[after].low == "på" and after + 2 < len(words) and words[after + 2].low == "år"
    return is_aged or words[after].low in source.language.finite_verbs


def _is_related(source: Source, name: Name) -> bool:
    """Tell whether a given name follows what somebody is to another: hendes mand, Rasmus."""
    return (
        name.index > 0
        and source.gap(name.index).strip() in {"", ","}
        and source.words[name.index - 1].low in _RELATIONS
    )


def _note_roles(source: Source, someone: Someone, name: Name, block: Block) -> None:
    """Add the roles that this place gives."""
    limit = source.sentence_end(name.span.end, block.span.end)
    before = role_before(source, name)
    outer = outer_role(source, name)
    found = [role for role in (outer, before) if role] + role_after(source, name, limit)
    known = {role.head for role in someone.roles}
    for role in found:
        if (role.title and role.head not in known) or (
            role.organisation and not _has_body(someone)
        ):
            someone.roles.append(role)
            known.add(role.head)


def _has_body(someone: Someone) -> bool:
    return any(role.organisation for role in someone.roles)


def _presentation(someone: Someone, language: LanguageData) -> Presentation:
    titles: dict[str, str] = {}
    for role in someone.roles:
        if role.title and not any(
            role.head.endswith(head) or head.endswith(role.head) for head in titles
        ):
            titles[role.head] = role.title
    bodies = [role.organisation for role in someone.roles if role.organisation]
    places = [place for body in bodies if (place := municipality_of(body, language))]
    main = next((body for body in bodies if municipality_of(body, language)), None)
    towns = [language.municipalities[body] for body in bodies if body in language.municipalities]
    bodies = [body for body in bodies if body not in language.municipalities]
    return Presentation(
        name=someone.name,
        role="; ".join(list(titles.values())[:_MOST_ROLES]) or None,
        organisation=main or next(iter(bodies), None),
        municipality=next(iter([*places, *towns]), None),
    )


def _bare(name: str, spelt: Iterable[str]) -> str:
    """Return a name without its genitive where the text spells it without elsewhere."""
    for form in _forms(name)[1:]:
        if form in spelt or form.endswith(_PATRONYMICS):
            return form
    return name.removesuffix("’s").removesuffix("'s")


def _forms(name: str) -> list[str]:
    """Return a name as it stands and without each genitive that it may carry."""
    if name[-1:] not in _GENITIVES:
        return [name]
    return [name] + [
        name.removesuffix(ending)
        for ending in ("’s", "'s", "s", "’", "'")
        if name.endswith(ending) and len(name) > len(ending) + 1
    ]


def _nearly(one: str, other: str, titles: tuple[str, ...]) -> bool:
    """Tell whether two surnames differ by a slip, or by a title run into one of them."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if OSA.distance(one, other, score_cutoff=1) <= 1:
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    stems = (longer.removesuffix(title) for title in titles if longer.endswith(title))
    slips = 2 if len(shorter) > 5 else 1
    return any(OSA.distance(stem, shorter, score_cutoff=slips) <= slips for stem in stems)
