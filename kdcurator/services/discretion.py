"""What may leave the library, and with which name.

Owns what an agreement with a source means for copies and exports: off the record stays, and those
who must not be named are found in no field that goes along. Must not know formats.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from urllib.parse import unquote

from kdcurator.domain.article import Metadata
from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.person import Person
from kdcurator.domain.quote import Agreement, Quote, Segment, Span

_STRICTEST_FIRST = (
    Agreement.OFF_RECORD,
    Agreement.BACKGROUND,
    Agreement.UNNAMED,
    Agreement.ON_RECORD,
)

_IN_ADDRESSES = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

NamesOf = Callable[[Quote], Iterable[str]]
"""Returns every name that a quote's speaker goes by."""


def known_names(people: Iterable[Person]) -> NamesOf:
    """Return how to look up every name that a quote's speaker goes by in the library."""
    forms = {person.id: person.name_forms for person in people}

    def names_of(quote: Quote) -> Iterable[str]:
        own = (quote.speaker,) if quote.speaker else ()
        return own if quote.speaker_id is None else (*own, *forms.get(quote.speaker_id, ()))

    return names_of


def that_may_leave(quotes: Iterable[ExportedQuote], names_of: NamesOf) -> list[ExportedQuote]:
    """Return the quotes that may be handed over, without the names that must not be."""
    return [
        exported if exported.quote.agreement.may_be_named else veiled(exported, names_of)
        for exported in quotes
        if exported.quote.agreement.may_leave
    ]


def veiled(exported: ExportedQuote, names_of: NamesOf) -> ExportedQuote:
    """Return a quote of which nothing tells who said it, but its words, which are verbatim.

    Speaker, role and the like go, and so does every other fact that names the speaker: a title, an
    address, a note, a tag.
    """
    quote, article = exported.quote, exported.article
    giveaways = frozenset(_family_names(names_of(quote)))

    def safe(text: str | None) -> str | None:
        return None if text and _words(text) & giveaways else text

    known = article.metadata
    texts = {
        field.name: safe(value)
        for field in fields(Metadata)
        if type(value := getattr(known, field.name)) is str
    }
    return ExportedQuote(
        replace(
            quote,
            speaker_id=None,
            speaker=None,
            role=None,
            organisation=None,
            municipality=None,
            cue=None,
            segments=tuple(Segment(part.span, part.exact) for part in quote.segments),
            article_title=safe(quote.article_title),
            said_to=safe(quote.said_to),
            note=safe(quote.note),
            tags=tuple(filter(safe, quote.tags)),
            used_in=tuple(filter(safe, quote.used_in)),
        ),
        replace(article, metadata=replace(known, **texts), original_name=None),  # type: ignore[arg-type] # texts are the metadata's own, or None
    )


def agreement_on(
    spans: Sequence[Span], saved: Iterable[Quote], older: Iterable[Quote] = ()
) -> Agreement:
    """Return the strictest agreement of the saved quotes that share a character with `spans`.

    `older` ones, which have those words but stand in an older version of the text, hold as well.
    """
    met = {
        quote.agreement
        for quote in saved
        if any(part.span.overlaps(span) for part in quote.segments for span in spans)
    }
    met |= {quote.agreement for quote in older}
    return next((each for each in _STRICTEST_FIRST if each in met), Agreement.ON_RECORD)


def _family_names(names: Iterable[str]) -> Iterable[str]:
    """Yield what gives somebody away: the last word of each name, or the only one."""
    for name in names:
        words = _in_order(name)
        if words:
            yield words[-1]


def _words(text: str) -> frozenset[str]:
    """Return the words of a text or an address, with and without the s of the genitive."""
    words = frozenset(_in_order(text))
    return words | {word.removesuffix("s") for word in words}


def _in_order(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", unquote(text)).casefold().translate(_IN_ADDRESSES)
    return re.findall(r"[^\W_]+", plain)
