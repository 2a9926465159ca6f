"""What an index holds of an article or quote, and how it is written down.

Owns the fields, the terms that each kind of row gives them and the version of both. Must not know
queries, files or folders. Only the id is stored: what is shown comes from the library.

`Words` and `Places` are pickled into every index: their module and names must stay.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import whoosh
from whoosh.fields import ID, NUMERIC, FieldType, Schema
from whoosh.formats import Positions

from kdcurator.domain.article import Language
from kdcurator.domain.searching import HitKind, Searchable
from kdcurator.search.beginnings import BEGUN
from kdcurator.search.danish import (
    analyser_version,
    english_stem,
    english_stems,
    name_key,
    place_keys,
    plain,
    plain_words,
    stem,
    stems,
)
from kdcurator.search.dates import as_number

SCHEMA_VERSION = 4

STEMMED = frozenset({"title", "text", "note"})
"""Fields whose inflections are one; in the other fields of words, names stand as they are."""

ENGLISH = {"title": "english_title", "text": "english_text"}
"""Fields that hold English texts once more, with the stems of that language.

A query has no language, so its words are looked for as Danish ones in all texts and as English ones
in these. With both in one field *politiker*, read as English, would find *politik* in Danish texts.
English texts keep their Danish stems, for the names and words of ours that stand in them.
"""

SEARCHED = {
    HitKind.ARTICLE: {"title": 3.0, "text": 1.0, "byline": 1.0},
    HitKind.QUOTE: {"text": 2.0, "note": 1.0, "speaker_words": 1.0},
}
"""Where a bare word is looked for, and how much a find there weighs."""

_NEXT_NAME = "|"
"""Stands between two names of one speaker, so that no phrase runs from one into the other."""


class Places(Positions):  # type: ignore[misc]  # Whoosh has no types
    """Where a word stands in a row, as four bytes each: read back at once, not one by one."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        """Return the numbers of the words that are the term."""
        return struct.pack(f"<{len(poslist)}I", *poslist)

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Return what `encode` was given."""
        return list(struct.unpack(f"<{len(valuestring) // 4}I", valuestring))


class Words(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of words in order: finds words and phrases, knows its length."""

    def __init__(self) -> None:
        super().__init__(Places(), None, scorable=True)

    def index(
        self, value: Sequence[str], **_options: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield (term, frequency, weight, positions) for terms that are ready to be indexed.

        A third faster than Whoosh's own, which makes an object of every word.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, term in enumerate(value):
            places[term].append(place)
        encode = self.format.encode
        for term, where in places.items():
            yield term.encode(), len(where), float(len(where)), encode(where)


def schema() -> Schema:
    """Return the fields, the same for articles and quotes."""
    return Schema(
        id=ID(stored=True, unique=True),
        title=Words(),
        text=Words(),
        note=Words(),
        english_title=Words(),
        english_text=Words(),
        byline=Words(),
        speaker_words=Words(),
        speaker=ID(),
        tags=ID(),
        publication=ID(),
        municipality=ID(),
        status=ID(),
        date=NUMERIC(int, bits=32, shift_step=8),
        **{BEGUN: ID()},
    )


def index_version() -> str:
    """Return a name of everything that an index must agree with to be read."""
    return f"{SCHEMA_VERSION}/{analyser_version()}/{whoosh.versionstring()}"


def document(row: Searchable) -> dict[str, object]:
    """Return what the index holds of a row, by field; what is empty is left out."""
    names = list(dict.fromkeys(filter(None, (row.speaker, *row.speaker_forms))))
    fields: dict[str, object] = {
        "id": str(row.id),
        "title": stems(row.title),
        "text": stems(row.text),
        "note": stems(row.note),
        "byline": plain_words(row.byline),
        "speaker_words": _names_in_words(names),
        "speaker": _keys(names),
        "tags": _keys(row.tags),
        "publication": _keys([row.publication]),
        "municipality": sorted(set().union(*map(place_keys, row.municipalities))),
        "status": _keys([row.status]),
        "date": as_number(row.published_on) if row.published_on else None,
    }
    if row.language == Language.ENGLISH:
        fields["english_title"] = english_stems(row.title)
        fields["english_text"] = english_stems(row.text)
    return {field: value for field, value in fields.items() if value}


def term_in(field: str, word: str) -> str:
    """Return the term that a word is in a field of words."""
    if field in STEMMED:
        return stem(word)
    return english_stem(word) if field in ENGLISH.values() else plain(word)


def _keys(names: Iterable[str]) -> list[str]:
    return [key for key in map(name_key, names) if key]


def _names_in_words(names: Sequence[str]) -> list[str]:
    """Return the words of several names in one list."""
    words: list[str] = []
    for name in names:
        words += [*plain_words(name), _NEXT_NAME]
    return words[:-1]
