"""The gathering of people: which names of a text are a person's, and what is said of each.

Owns when a name is a person's and not a body's, and where names and roles are taken in. Must not
know who says what.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.names import Name, is_given_name, likeness, names_in, with_joiners
from kdcurator.text.suggestion.people import Mention, People, Someone, forms
from kdcurator.text.suggestion.phrases import opens_sentence
from kdcurator.text.suggestion.presenting import age_of, outer_role, role_after, role_before
from kdcurator.text.suggestion.roles import Role
from kdcurator.text.suggestion.source import Source

_UNREAD = frozenset({PartKind.LINK, PartKind.ADVERT})
_RELATIONS = frozenset(
    {
        *("mand", "kone", "hustru", "kæreste", "ven", "veninde", "kollega", "nabo", "barn"),
        *("søn", "datter", "bror", "søster", "mor", "far", "tvilling", "makker"),
    }
)
_PATRONYMICS = ("sen", "gaard", "gård")
_OURS = frozenset({"vores", "vor", "avisens", "bladets"})
_CALLED = frozenset({"hedder", "hed", "hedde", "kaldet"})
_NAMES = frozenset({"fornavn", "fornavnet"})
_NEAR = 4  # words between "fornavn" and the name
_RELATIVES = frozenset({"der", "som"})
_OWNERS = frozenset({"deres", "hans", "hendes", "min", "vores"})
_ADDRESSES = frozenset({"fru", "frk", "frøken", "hr", "søster", "tante", "onkel"})
_PLACES = frozenset({"i", "på", "ved", "til", "over", "nær", "mod", "for", "af", "hos", "fra"})
_MOST_ROLES = 2  # of one person that are shown


class _Found(NamedTuple):
    """A name with what each of the walks over all names asks about it."""

    name: Name
    block: Block
    text: str
    """Without its genitive."""
    likeness: int


def gather(source: Source, blocks: Sequence[Block]) -> People:
    """Find everybody whom a text names."""
    people = People()
    found = _found(source, blocks)
    for one in found:
        _take_full(source, people, one)
    for given, full in pairwise(found):
        _take_spouse(source, people, given, full)
    for one in found:
        _take_lone(source, people, one)
    for one in found:
        _mention(source, people, one)
    _note_authors(source, people, blocks)
    return people


def _found(source: Source, blocks: Sequence[Block]) -> list[_Found]:
    """Find the names of a text in order."""
    named = [
        (name, name.text, block)
        for block in blocks
        if block.kind not in _UNREAD
        for name in names_in(source, block.span)
    ]
    spelt = {text for _, text, _ in named}
    return [
        _Found(name, block, _bare(text, spelt), likeness(name, source))
        for name, text, block in named
    ]


def _take_full(source: Source, people: People, found: _Found) -> None:
    """Take in a person by a full name that looks like one."""
    name, block, text, score = found
    if len(name.words) < 2 or not _is_person(source, name, score):
        return
    if people.find(text) is None and people.misspelt(text, source.language.titles.endings) is None:
        number = people.add(text)
        people.persons[number].is_author = _is_author(source, name, block)


def _note_authors(source: Source, people: People, blocks: Sequence[Block]) -> None:
    """Note whose name the byline gives in capitals: AF KATJA RIIS MØLLER."""
    bylines = [block.span.cut(source.text) for block in blocks if block.kind is PartKind.BYLINE]
    for someone in people.persons:
        is_signed = any(someone.name.upper() in byline for byline in bylines)
        someone.is_author = someone.is_author or is_signed
    footer = _presented_last(source, people, blocks)
    if footer is not None:
        people.persons[footer].is_author = True


def _presented_last(source: Source, people: People, blocks: Sequence[Block]) -> int | None:
    """Return who is named in the last line alone, as the writer is: Bo Lund er forfatter."""
    bodies = [block for block in blocks if block.kind is PartKind.BODY]
    if len(bodies) < 2 or not people.mentions:
        return None
    span, last = bodies[-1].span, people.at(source.index_at(bodies[-1].span.start))
    if last is None or people.persons[last.person].mentions > 1:
        return None
    behind = source.lows(last.end, span.end)[:1]
    is_alone = len(source.sentences(span.start, span.end)) == 1
    return last.person if is_alone and behind == ["er"] else None


def _take_lone(source: Source, people: People, found: _Found) -> None:
    """Take in somebody who is called by the given name alone, as in features."""
    is_called = (
        _is_lone_given_name(source, found.name)
        or _is_lone_surname(source, found.name)
        or _is_told_by_name(source, found.name)
    )
    if is_called and people.find(found.text) is None:
        people.add(found.text)


def _is_told_by_name(source: Source, name: Name) -> bool:
    """Tell whether the writer says that han or hun is called so: Han hedder Latif."""
    index = name.index
    if len(name.words) > 1 or index < 2 or source.words[index - 1].low not in {"hedder", "hed"}:
        return False
    return source.is_next_to(index) and source.words[index - 2].low in {"han", "hun"}


def _take_spouse(source: Source, people: People, first: _Found, second: _Found) -> None:
    """Give the surname of a couple to the one named first: Gitte og Torben Riis."""
    given, full = first.name, second.name
    if len(given.words) != 1 or len(full.words) < 2 or full.index != given.after + 1:
        return
    language = source.language
    is_pair = source.words[given.after].low == "og" and all(
        is_given_name(name.words[0], language) for name in (given, full)
    )
    if not is_pair or not is_given_name(given.words[0], language):
        return
    other = people.find(second.text)
    if other is None:
        return
    whole = f"{given.text} {people.persons[other].surname}"
    one = people.find(whole)
    if one is None:
        one = people.add(whole)
    people.couples |= {one: other, other: one}


def _is_person(source: Source, name: Name, score: int) -> bool:
    """Tell whether a full name is a person's, by its look and by what stands beside it."""
    if "." in name.words[0].text and len(name.words) > 1 and score >= 0:
        return True
    if score:
        return score > 0
    if age_of(source, name) is not None:
        return True
    if name.index and source.words[name.index - 1].low in _PLACES:
        return False
    limit = source.sentence_end(name.end, len(source.text))
    before = role_before(source, name)
    return (
        (before is not None and before.title is not None and not _is_trade(source, before))
        or _reports(source, name)
        or any(role.title for role in role_after(source, name, limit))
    )


def _is_trade(source: Source, role: Role) -> bool:
    """Tell whether companies bear a title as often as people do: importøren Nordkyst Frugt."""
    return role.head.rsplit(" ", 1)[-1].endswith(source.language.person_nouns.trades)


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


def _mention(source: Source, people: People, found: _Found) -> None:
    """Note where a person is named, or that the name is a body's."""
    name, block, text, score = found
    is_surname = len(name.words) == 1 and people.is_surname(text)
    number = people.find(text) if score >= 0 or is_surname else None
    for longer in with_joiners(source, name):
        if (joined := people.find(longer.text)) is not None:
            name, number = longer, joined
            break
    if number is None and len(name.words) > 1 and score > 0:
        number = people.misspelt(text, source.language.titles.endings)
    if number is None:
        people.take_body(source, name)
        return
    someone = people.persons[number]
    someone.mentions += 1
    if text.startswith(someone.name) and (title := text[len(someone.name) :]):
        _note_fused(source, someone, title)
    if len(name.words) > 1 or someone.words[0] == text:
        people.names(number)
    people.mention(Mention(name.start, name.end, name.index, number))
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
            or _is_told_of(source, name)
            or _is_addressed(source, name.index)
            or _is_called(source, name.index)
        )
    )


def _acts(source: Source, name: Name) -> bool:
    """Tell whether a verb or an age follows a name: Villads har en hund, Villads på syv år."""
    after, words = name.after, source.words
    if after + 1 >= len(words) or not source.is_next_to(after):
        return age_of(source, name) is not None
    is_aged = words[after].low == "på" and after + 2 < len(words) and words[after + 2].low == "år"
    return is_aged or words[after].low in source.language.finite_verbs


def _is_lone_surname(source: Source, name: Name) -> bool:
    """Tell whether somebody is called by the surname alone: siger fru Lindner."""
    return len(name.words) == 1 and _is_addressed(source, name.index)


def _is_addressed(source: Source, index: int) -> bool:
    """Tell whether a given name follows how one is addressed: fru Esther, but not Frøken Julie."""
    if not index or source.words[index - 1].low not in _ADDRESSES:
        return False
    return not source.words[index - 1].is_capital or opens_sentence(source, index - 1)


def _is_called(source: Source, index: int) -> bool:
    """Tell whether a word is said to be a name: han hedder Verner, sit fornavn, som er Verner."""
    before = [word.low for word in source.words[max(0, index - _NEAR) : index]]
    return bool(before) and (before[-1] in _CALLED or not _NAMES.isdisjoint(before))


def _is_told_of(source: Source, name: Name) -> bool:
    """Tell whether a comma and a clause or a relation follow: Asta, der syr, Asta, deres mor."""
    words, after = source.words, name.after
    if after + 1 >= len(words) or source.gap(after).strip() != ",":
        return False
    if words[after].low in _RELATIVES:
        return True
    is_owned = words[after].low in _OWNERS or words[after].low.endswith("s")
    return is_owned and words[after + 1].low in _RELATIONS


def _is_related(source: Source, name: Name) -> bool:
    """Tell whether a given name follows what somebody is to another: hendes mand, Rasmus."""
    return (
        name.index > 0
        and source.gap(name.index).strip() in {"", ","}
        and source.words[name.index - 1].low in _RELATIONS
    )


def _note_roles(source: Source, someone: Someone, name: Name, block: Block) -> None:
    """Add the roles that this place gives."""
    limit = source.sentence_end(name.end, block.span.end)
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


def _note_fused(source: Source, someone: Someone, title: str) -> None:
    """Add a title that a slip wrote into the name: Henrik Lundformand."""
    if title in source.language.titles.endings or title in source.language.titles:
        someone.roles.append(Role(title))


def _has_body(someone: Someone) -> bool:
    return any(role.organisation for role in someone.roles)


def _bare(name: str, spelt: Iterable[str]) -> str:
    """Return a name without its genitive where the text spells it without elsewhere."""
    if name[-1] not in "s’'":
        return name
    for form in forms(name)[1:]:
        if form in spelt or form.endswith(_PATRONYMICS):
            return form
    return name.removesuffix("’s").removesuffix("'s")
