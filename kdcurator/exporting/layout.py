"""What an exported document holds and in what order, whatever its format.

Owns groups and their headings, the order of quotes, the name line and the facts of a source line.
Must not know styles, files or markup.
"""

import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from kdcurator.domain.article import ArticleId
from kdcurator.domain.exporting import ExportedQuote, Grouping
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import Quote, QuoteId
from kdcurator.exporting.wording import Words

_AFTER_Z = str.maketrans(
    {letter: f"z{rank}" for rank, letters in (
        ("\U0010fff0", "æä"),
        ("\U0010fff1", "øö"),
        ("\U0010fff2", "å"),
    ) for letter in letters}
)  # fmt: skip
"""æ, ø and å end the Danish alphabet; Swedish and German ä and ö stand with æ and ø."""


_UNNAMED = ("unnamed",)
"""The identity that all share who must not be named; a tuple, since no name is one."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the quotes under it."""

    heading: str
    quotes: tuple[ExportedQuote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a source line says of where a quote was printed."""

    medium: str | None
    title: str
    day: str
    said_to: str | None
    url: str | None
    tags: str | None
    remark: str | None = None
    """That the article came in a new version in which the quote is not surely the same."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with what makes it the same as another and where it stands among them."""

    identity: Hashable
    text: str
    rank: tuple[object, ...]


def grouped(quotes: Iterable[ExportedQuote], grouping: Grouping, words: Words) -> list[Group]:
    """Return groups in the order of their headings, each with its quotes in order of the text.

    A quote with two tags stands under both. Headings follow the Danish alphabet, the untagged and
    the unknown last; articles follow the order of import.
    """
    headings: dict[Hashable, _Heading] = {}
    members: dict[Hashable, list[ExportedQuote]] = {}
    for exported in sorted(quotes, key=place):
        for heading in _headings(exported, grouping, words):
            headings.setdefault(heading.identity, heading)
            members.setdefault(heading.identity, []).append(exported)
    ordered = sorted(headings.values(), key=lambda heading: heading.rank)
    return [Group(heading.text, tuple(members[heading.identity])) for heading in ordered]


def place(exported: ExportedQuote) -> tuple[ArticleId, int, int, QuoteId]:
    """Return where a quote stands among all: article by order of import, then place in the text."""
    segments = exported.quote.segments
    return (exported.article.id, segments[0].span.start, segments[-1].span.end, exported.quote.id)


def danish_order(name: str) -> tuple[str, str]:
    """Return a key that sorts names as a Danish index does: case apart, æ ø å last, aa as å.

    Letters with other accents stand with their plain letter (Retskrivningsordbogen, § 15).
    """
    letters = unicodedata.normalize("NFC", name).casefold().replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(c for c in unicodedata.normalize("NFD", letters) if not _is_accent(c))
    return plain, name


def name_line(quote: Quote, words: Words) -> tuple[str, str]:
    """Return who said it, name and particulars as printed there: "Navn", "rolle, organisation".

    A workplace that the role names already ("direktør i Havby Kommune") is not said again. Nothing
    is said of somebody who must not be named.
    """
    if not quote.agreement.may_be_named:
        return words.unnamed_speaker, ""
    role, workplace = quote.role or "", quote.organisation or quote.municipality or ""
    if name_key(workplace) in name_key(role):
        workplace = ""
    return quote.speaker or words.unknown_speaker, ", ".join(filter(None, (role, workplace)))


def source_of(exported: ExportedQuote, words: Words) -> Source:
    """Return the facts of a quote's source line in the words of the document."""
    quote, metadata = exported.quote, exported.article.metadata
    elsewhere = quote.said_to if quote.said_to != metadata.publication else None
    return Source(
        medium=metadata.publication,
        title=metadata.title or words.untitled,
        day=words.day(metadata.published_on),
        said_to=words.said_to.format(medium=elsewhere) if elsewhere else None,
        url=metadata.url,
        tags=words.tags.format(names=", ".join(quote.tags)) if quote.tags else None,
        remark=words.remarks.get(quote.anchor_state),
    )


def count_of(quotes: Sequence[ExportedQuote], words: Words) -> str:
    """Return how many quotes there are and from how many articles, each counted once."""
    ids = {exported.quote.id for exported in quotes}
    return words.count(len(ids), len({exported.article.id for exported in quotes}))


def _headings(exported: ExportedQuote, grouping: Grouping, words: Words) -> Iterable[_Heading]:
    """Return the headings that a quote stands under, each once."""
    match grouping:
        case Grouping.TAG:
            found = [_named(tag, name_key(tag)) for tag in exported.quote.tags]
            return {heading.identity: heading for heading in found}.values() or [
                _nameless(words.untagged)
            ]
        case Grouping.SPEAKER:
            return [_speaker_heading(exported.quote, words)]
        case Grouping.ARTICLE:
            article = exported.article
            return [_Heading(article.id, article.metadata.title or words.untitled, (article.id,))]


def _speaker_heading(quote: Quote, words: Words) -> _Heading:
    """Return the heading of a speaker; two people of one name are two."""
    if not quote.agreement.may_be_named:
        return _Heading(_UNNAMED, words.unnamed_speaker, (True, 0))
    if not quote.speaker:
        return _nameless(words.unknown_speaker)
    return _named(quote.speaker, quote.speaker_id or name_key(quote.speaker), quote.speaker_id or 0)


def _named(name: str, identity: Hashable, tie: int = 0) -> _Heading:
    return _Heading(identity, name, (False, danish_order(name), tie))


def _nameless(text: str) -> _Heading:
    """Return the heading for what has no name of its own; it stands last."""
    return _Heading(None, text, (True, 1))


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) > 0
