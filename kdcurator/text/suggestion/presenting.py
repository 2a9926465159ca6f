"""What stands around a name: role, organisation and municipality, as printed.

Owns the phrases by which Danish presents people: "direktør Bo Lund", "formanden for X, Bo Lund",
"Bo Lund, der er direktør i X". Must not know which names are the same person.
"""

from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.phrases import age_in, indefinite_noun
from kdcurator.text.suggestion.roles import (
    PREPOSITIONS,
    QUALIFIERS,
    STOPPERS,
    Role,
    degree_of,
    indefinite,
    lowered,
    read_body,
    read_role,
)
from kdcurator.text.suggestion.source import Source

_RELATIVES = frozenset(["der", "som"])
_COPULAS = frozenset(["er", "var", "bliver", "blev"])
_CALLED = frozenset({"hedder", "hed"})
_ADDRESSES = frozenset({"fru", "hr", "frk", "frøken"})
_MUNICIPAL = frozenset(
    {"borgmester", "viceborgmester", "byrådsmedlem", "kommunaldirektør", "byrådspolitiker"}
)
_MOST_ADJECTIVES = 4  # between a title and a name
_PART_OF_TITLE = frozenset({"for", "af"})
_ADVERBIAL = 5  # words between a relative and its copula
_DIGITS = 2  # of an age
_FARTHEST = 12  # words between a name and the role behind it


def role_before(source: Source, name: Name) -> Role | None:
    """Read the role that stands before a name, None where there is none."""
    index = name.index
    if index == 0:
        return None
    gap = source.gap(index)
    if source.words[index - 1].low in _CALLED and gap.isspace():
        return _called(source, index - 1)
    if gap.isspace() or gap in {", ", ",\n"} or _ends_degree(source, index):
        bare = indefinite(source.words[index - 1].low, source.language)
        if bare:
            return _titled(source, index - 1, bare)
        if described := _before_adjective(source, index):
            return described
    if owner := _owner(source, index):
        return Role(None, owner) if is_body_name(source, owner) else None
    return _role_at_distance(source, index, is_cut_off=not gap.isspace())


def outer_role(source: Source, name: Name) -> Role | None:
    """Read the title before the title: adm. direktør, civilingeniør NAME."""
    at = name.index - 1
    if at < 1 or source.gap(at) != ", " or not indefinite(source.words[at].low, source.language):
        return None
    bare = indefinite(source.words[at - 1].low, source.language)
    return _titled(source, at - 1, bare) if bare else None


def _ends_degree(source: Source, index: int) -> bool:
    """Tell whether the stop before a name belongs to a degree: lic. scient. Bo Lund."""
    short = source.words[index - 1].text.lower()
    return source.gap(index) == ". " and short in source.language.abbreviations


def _called(source: Source, index: int) -> Role | None:
    """Read "konsulenten, der har hjulpet, hedder NAME": the title that opens the sentence."""
    start = source.index_at(source.sentence_start(source.words[index].start, 0))
    for at in range(max(start, index - 2 * _FARTHEST), min(start + 3, index)):
        bare = indefinite(source.words[at].low, source.language)
        if bare:
            return _titled(source, at, bare)
    return None


def _before_adjective(source: Source, index: int) -> Role | None:
    """Read "instruktøren, polskfødte NAME": a title before an adjective or a degree."""
    at = index - 1
    while at > max(0, index - _MOST_ADJECTIVES) and _describes(source, at):
        if source.gap(at).strip() == ",":
            bare = indefinite(source.words[at - 1].low, source.language)
            return _titled(source, at - 1, bare) if bare else None
        at -= 1
    return None


def _describes(source: Source, index: int) -> bool:
    """Tell whether a word may stand between a title and a name: polskfødte, cand.polit."""
    word = source.words[index]
    if word.low in source.language.abbreviations or word.low in _ADDRESSES:
        return True
    if word.text.islower() and indefinite_noun(word.low, source.language):
        return True
    return (
        word.text.islower()
        and word.low.endswith("e")
        and word.low not in (source.language.function_words | source.language.finite_verbs)
    )


def age_of(source: Source, name: Name) -> int | None:
    """Read the age that stands beside a name: 43-årige Bo Lund, Bo Lund, 43, and Bo Lund (43)."""
    for at in range(name.index - 1, max(-1, name.index - 4), -1):
        if not source.is_next_to(at + 1):
            break
        if "årig" in source.words[at].low:
            return age_in(source.words[at].low)
    return _age_behind(source, name.after)


def _age_behind(source: Source, index: int) -> int | None:
    """Read an age behind a name: ", 43,", "(43)", "er 43 år" and ", der er 43 år"."""
    words = source.words
    at, is_told = index, False
    if at < len(words) and words[at].low in _RELATIVES:
        at += 1
    if at < len(words) and words[at].low in _COPULAS:
        at, is_told = at + 1, True
    if at >= len(words) or not words[at].text.isdecimal() or len(words[at].text) > _DIGITS:
        return None
    behind = source.text[words[at].end : words[at].end + 3].lstrip()
    if is_told:
        return int(words[at].text) if behind.startswith("år") else None
    between = source.gap(at).strip()
    return int(words[at].text) if between in {",", "("} and behind[:1] in {",", ")", "å"} else None


def _titled(source: Source, index: int, bare: str) -> Role:
    """Read a title with the words before it that belong to it, and the body that owns it."""
    first = index
    if _is_coordinated(source, index):
        first = index - 2
    while (
        first
        and source.words[first - 1].low in QUALIFIERS
        and (source.is_next_to(first) or source.gap(first) == ". ")
    ):
        first -= 1
    qualifiers = source.text[source.words[first].start : source.words[index].start]
    title = " ".join([*qualifiers.split(), degree_of(source, index) + bare])
    return Role(lowered(title), _owner(source, first))


def _is_coordinated(source: Source, index: int) -> bool:
    """Tell whether a title goes on another: teknik- og miljøchef."""
    return (
        index > 1
        and source.words[index - 1].low == "og"
        and source.gap(index - 1).startswith("-")
        and source.is_next_to(index)
    )


def _owner(source: Source, index: int) -> str | None:
    """Return the body in the genitive before a title: Faxe Kommunes direktør."""
    end = index
    first = end
    while (
        first
        and source.words[first - 1].is_capital
        and end - first < 4
        and (source.is_next_to(first) if first <= end else False)
    ):
        first -= 1
    if first == end or not source.words[end - 1].low.endswith(("s", "’", "'")):
        return None
    words = [word.text for word in source.words[first:end]]
    if words[0].lower() in source.language.function_words:
        words = words[1:]
    return _without_genitive(" ".join(words)) if words else None


def _without_genitive(words: str) -> str:
    for ending in ("’s", "'s", "s"):
        if words.endswith(ending):
            return words.removesuffix(ending)
    return words


def _role_at_distance(source: Source, index: int, *, is_cut_off: bool) -> Role | None:
    """Read "formanden for X, NAME", and "direktør i X NAME" when X is all capitals."""
    if source.gap(index).strip(" ,\n\u00a0"):
        return None
    if source.words[index - 1].low in source.language.function_words | PREPOSITIONS:
        return None
    for at in range(index - 2, max(-1, index - _FARTHEST), -1):
        if not source.gap(at + 1).isspace():
            return None
        low = source.words[at + 1].low
        if not is_cut_off and low in source.language.finite_verbs:
            return None
        near = is_cut_off or source.words[index - 1].is_capital or low in _PART_OF_TITLE
        if low in PREPOSITIONS and near and indefinite(source.words[at].low, source.language):
            return read_role(source, at, index)
    return None


def role_after(source: Source, name: Name, limit: int) -> list[Role]:
    """Read the roles that stand behind a name, up to the end of its sentence."""
    at = _behind_brackets(source, name.after)
    stop = min(source.index_at(limit), name.after + 2 * _FARTHEST)
    if at >= stop:
        return []
    gap = source.gap(at)
    if gap.isspace() or gap == ") ":
        return _without_comma(source, at, stop)
    if gap.strip(" )\n\u00a0") == ",":
        found = _behind_comma(source, at, stop)
        return found + _behind_apposition(source, at, stop)
    return []


def _behind_brackets(source: Source, index: int) -> int:
    """Skip a party or an age in brackets: Bo Lund (V)."""
    if index < len(source.words) and source.gap(index).strip() == "(":
        after = index + 1
        while after < len(source.words) and after - index < 4 and ")" not in source.gap(after):
            after += 1
        return after
    return index


def _without_comma(source: Source, at: int, stop: int) -> list[Role]:
    """Read "NAME er direktør i X" and "NAME fra X"."""
    low = source.words[at].low
    if low in _COPULAS and at + 1 < stop:
        return _role_at(source, at + 1, stop)
    if low in {"fra", "hos"} and at + 1 < stop:
        body = read_body(source, at + 1, stop)
        return [Role(None, body)] if body and (low == "hos" or is_body_name(source, body)) else []
    return []


def is_body_name(source: Source, body: str) -> bool:
    """Tell whether a word makes a name a body's and not a place's: fra Nordby Universitet."""
    words = body.split()
    return any(word.lower() in source.language.organisations for word in words) or (
        words[0].isupper() and len(words[0]) > 1
    )


def _behind_comma(source: Source, at: int, stop: int) -> list[Role]:
    """Read "NAME, der er direktør i X" and "NAME, X Kommune"."""
    if (
        source.words[at].text.isdigit()
        and at + 1 < stop
        and source.gap(at + 1).strip() in {",", "år,"}
    ):
        at += 1
    if source.words[at].low == "er":
        return _role_at(source, at + 1, stop)
    if source.words[at].low in _RELATIVES:
        at = _behind_copula(source, at + 1, stop)
    if at >= stop:
        return []
    if source.words[at].is_capital:
        body = read_body(source, at, stop)
        return [Role(None, body)] if body and is_body_name(source, body) else []
    low = source.words[at].low
    if low in source.language.finite_verbs and not indefinite(low, source.language):
        return []  # the sentence goes on: NAME, havde et spørgsmål til vidnet
    return _role_at(source, at, stop)


def _behind_copula(source: Source, at: int, stop: int) -> int:
    """Return the index behind the copula of a relative clause: der til daglig er."""
    for index in range(at, min(at + _ADVERBIAL, stop)):
        if source.words[index].low in _COPULAS:
            return index + 1
    return at


def role_told(source: Source, index: int, stop: int) -> list[Role]:
    """Read "hun er lektor ved X" behind its pronoun."""
    if index >= stop or source.words[index].low not in _COPULAS:
        return []
    return _role_at(source, index + 1, stop)


def _role_at(source: Source, at: int, stop: int) -> list[Role]:
    """Read a title that opens here, behind an article, an age, a date or a qualifier."""
    if at >= stop:
        return []
    if source.words[at].low == "for":  # Bo, for konen ved det ikke
        return []
    for index in range(at, min(at + 7, stop)):
        word = source.words[index]
        dated = source.words[index - 1].text.isdigit() and source.gap(index) == ". "
        if index > at and not (source.is_next_to(index) or dated):
            return []
        if indefinite(word.low, source.language):
            role = read_role(source, index, stop)
            return [role, *_listed(source, index, stop)]
        if word.is_capital or word.low in STOPPERS:
            return []
    return []


def _listed(source: Source, index: int, stop: int) -> list[Role]:
    """Read the further titles of a list: ph.d. i X, iværksætter og forfatter."""
    for at in range(index + 1, min(index + 7, stop)):
        gap = source.gap(at).strip()
        if gap not in {"", ","}:
            return []
        if gap == ",":
            is_title = source.words[at].low in source.language.titles
            return [read_role(source, at, stop)] if is_title else []
    return []


def _behind_apposition(source: Source, at: int, stop: int) -> list[Role]:
    """Read "NAME, …, er direktør i X": the role behind an apposition."""
    for index in range(at + 1, min(at + _FARTHEST, stop - 1)):
        gap = source.gap(index).strip()
        if gap == "," and source.words[index].low == "er":
            return _role_at(source, index + 1, stop)
        if gap not in {"", ","}:
            return []
    return []
