"""What stands around a name: role, organisation and municipality, as printed.

Owns the phrases by which Danish presents people: "direktør Bo Lund", "formanden for X, Bo Lund",
"Bo Lund, der er direktør i X". Must not know which names are the same person.
"""

from dataclasses import dataclass

from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.source import Source

_QUALIFIERS = frozenset(
    [
        "tidligere",
        "forhenværende",
        "fhv",
        "administrerende",
        "adm",
        "konstitueret",
        "fungerende",
        "ledende",
        "teknisk",
        "pensioneret",
        "politisk",
        "medicinsk",
        "kommende",
        "økonomisk",
        "daglig",
        "faglig",
        "nyvalgt",
        "kommunal",
    ]
)
_PREPOSITIONS = frozenset(["i", "på", "hos", "af", "ved", "fra", "for", "til"])
_PART_OF_TITLE = frozenset(["af", "for"])
"""Prepositions that belong to the role: formand for X, but direktør i X."""
_RELATIVES = frozenset(["der", "som"])
_COPULAS = frozenset(["er", "var", "bliver", "blev"])
_STOPPERS = frozenset(
    ["der", "som", "og", "når", "da", "hvor", "mens", "at", "men", "siger", "på", "er"]
)
_LONGEST_ROLE = 8  # words
_FARTHEST = 12  # words between a name and the role behind it


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the body it belongs to, as one place in the text gives them."""

    title: str | None
    organisation: str | None = None

    @property
    def head(self) -> str:
        """Return the role's own noun, without what it is a role of."""
        words = (self.title or "").split()
        ends = [n for n, word in enumerate(words) if n and word.lower() in _PREPOSITIONS]
        return " ".join(words[: ends[0]] if ends else words)


def indefinite(low: str, language: LanguageData) -> str | None:
    """Return the indefinite form of a title: borgmesteren is borgmester; None if it is none."""
    if low in language.titles:
        return low
    for ending, replacement in (
        ("eren", "er"),
        ("manden", "mand"),
        ("en", ""),
        ("en", "e"),
        ("et", ""),
    ):
        if low.endswith(ending):
            bare = low.removesuffix(ending) + replacement
            if bare in language.titles:
                return bare
    return None


def role_before(source: Source, name: Name) -> Role | None:
    """Read the role that stands before a name, None where there is none."""
    index = name.index
    if index == 0:
        return None
    gap = source.gap(index)
    if gap.isspace() or gap in {", ", ",\n"}:
        title = source.words[index - 1]
        bare = indefinite(title.low, source.language)
        if bare:
            return _titled(source, index - 1, bare)
    return _role_at_distance(source, index) if gap in {", ", ",\n"} else None


def _titled(source: Source, index: int, bare: str) -> Role:
    """Read a title with the words before it that belong to it, and the body that owns it."""
    first = index
    if _is_coordinated(source, index):
        first = index - 2
    while first and source.words[first - 1].low in _QUALIFIERS and source.is_next_to(first):
        first -= 1
    words = [word.text for word in source.words[first:index]]
    title = " ".join([*words, bare]) if words else bare
    return Role(_lowered(title), _owner(source, first))


def _is_coordinated(source: Source, index: int) -> bool:
    """Tell whether a title goes on another: teknik- og miljøchef."""
    return (
        index > 1
        and source.words[index - 1].low == "og"
        and source.gap(index - 1).startswith("-")
        and source.is_next_to(index)
    )


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]


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


def _role_at_distance(source: Source, index: int) -> Role | None:
    """Read "formanden for kommunaldirektørerne, NAME": a title, a preposition, then the comma."""
    for at in range(index - 2, max(-1, index - _FARTHEST), -1):
        if not source.gap(at + 1).isspace():
            return None
        bare = indefinite(source.words[at].low, source.language)
        if bare and source.words[at + 1].low in _PREPOSITIONS:
            return _phrase(source, at, index)
    return None


def _phrase(source: Source, index: int, limit: int) -> Role:
    """Read a title and what it is a title of, up to a word that belongs to neither."""
    language = source.language
    bare = indefinite(source.words[index].low, language) or source.words[index].low
    words, at = [bare], index + 1
    body = None
    while at < limit and len(words) < _LONGEST_ROLE and _follows(source, at):
        low = source.words[at].low
        if low in _PREPOSITIONS and at + 1 < limit and source.is_next_to(at + 1):
            body = _body_at(source, at + 1, limit)
            if body and low in _PART_OF_TITLE:
                words += [low, body]
            if body:
                break
        elif low in _STOPPERS and not _goes_on(source, at):
            break
        words.append(source.words[at].text)
        at += 1
    while len(words) > 1 and words[-1].lower() in _PREPOSITIONS:
        words.pop()
    qualified = _qualified(source, index, words)
    return Role(_lowered(" ".join(qualified)), body)


def _follows(source: Source, index: int) -> bool:
    """Tell whether only a blank, or the stop of ph.d., divides a word from the one before."""
    return source.is_next_to(index) or (
        source.gap(index) == ". " and "." in source.words[index - 1].text
    )


def _goes_on(source: Source, index: int) -> bool:
    """Tell whether "og" joins another title."""
    return (
        source.words[index].low == "og"
        and index + 1 < len(source.words)
        and source.words[index + 1].low in source.language.titles
    )


def _qualified(source: Source, index: int, words: list[str]) -> list[str]:
    if index and source.words[index - 1].low in _QUALIFIERS and source.is_next_to(index):
        return [source.words[index - 1].text, *words]
    return words


def _body_at(source: Source, index: int, limit: int) -> str | None:
    """Read a body's name: a run of capitals, with "og" inside a compound name."""
    end = index
    while end < limit and (end == index or source.is_next_to(end)):
        word = source.words[end]
        joined = (
            end > index
            and word.low == "og"
            and end + 1 < limit
            and source.words[end + 1].is_capital
        )
        tail = end > index and word.low in source.language.organisations.words
        if not (word.is_capital or word.text[0].isdigit() or joined or tail):
            break
        end += 1
    if end == index and index + 1 < limit and source.words[index].low.endswith("s"):
        return None
    if end > index and source.words[end - 1].text.endswith(("’s", "'s")) and end < limit:
        end += 1  # KL’s teknologitænketank
    return " ".join(word.text for word in source.words[index:end]) or None


def role_after(source: Source, name: Name, limit: int) -> list[Role]:
    """Read the roles that stand behind a name, up to the end of its sentence."""
    at = _behind_brackets(source, name.after)
    stop = min(source.index_at(limit), name.after + 2 * _FARTHEST)
    if at >= stop:
        return []
    gap = source.gap(at)
    if gap.isspace():
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
    if low == "er" and at + 1 < stop:
        return _role_at(source, at + 1, stop)
    if low in {"fra", "hos"} and at + 1 < stop:
        body = _body_at(source, at + 1, stop)
        return [Role(None, body)] if body else []
    return []


def _behind_comma(source: Source, at: int, stop: int) -> list[Role]:
    """Read "NAME, der er direktør i X" and "NAME, X Kommune"."""
    if source.words[at].low in _RELATIVES:
        at += 1
        if at < stop and source.words[at].low in _COPULAS:
            at += 1
    if at >= stop:
        return []
    if source.words[at].is_capital:
        body = _body_at(source, at, stop)
        is_body = body and any(w.lower() in source.language.organisations for w in body.split())
        return [Role(None, body)] if is_body else []
    return _role_at(source, at, stop)


def _role_at(source: Source, at: int, stop: int) -> list[Role]:
    """Read a title that opens here, behind at most an article, an age or a qualifier."""
    for index in range(at, min(at + 4, stop)):
        word = source.words[index]
        if index > at and not source.is_next_to(index):
            return []
        if indefinite(word.low, source.language):
            role = _phrase(source, index, stop)
            return [role, *_listed(source, index, stop)]
        if word.is_capital:
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
            return [_phrase(source, at, stop)] if is_title else []
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


def municipality_of(body: str | None, language: LanguageData) -> str | None:
    """Return the municipality that a body is or belongs to by its name, None otherwise."""
    if body is None:
        return None
    name, _, rest = body.partition(" Kommune")
    if name == body or rest not in {"", "s"}:
        name, _, rest = body.partition(" Regionskommune")
        if name == body:
            return None
    known = language.municipalities
    for form in (name, name.removesuffix("s")):
        if form in known:
            return known[form]
    return name.split(" ")[-1] if name else None
