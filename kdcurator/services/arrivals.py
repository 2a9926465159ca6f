"""What is on its way into the library: read and described, but not kept yet.

Owns the values between reading and keeping, and their form as JSON, since the window reads in
another process. Must not know who reads or who keeps.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kdcurator.domain.article import (
    ArticleId,
    Language,
    Metadata,
    Part,
    PartKind,
    ReadFile,
    ReadingNote,
    TextType,
    VersionId,
)
from kdcurator.domain.coding import Code, Coding, Passage
from kdcurator.domain.errors import CuratorError, Refused
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Span, Style
from kdcurator.domain.suggestion import Reading, SuggestedQuote
from kdcurator.importing.limits import LONGEST_FETCHING, longest_reading

if TYPE_CHECKING:
    from kdcurator.text.anchoring import Anchored

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextToRead:
    """A text that comes from no file: pasted, or written here."""

    text: str
    metadata: Metadata | None = None
    """What its writer says of it; None, and every field that is None, leaves it to be found."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page that somebody asked for by its address; nothing else is ever fetched."""

    url: str

    def __str__(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class FileRest:
    """What of a file that holds files is still to be read."""

    path: Path
    after: int
    """So many files in it were read or left out."""


@dataclass(frozen=True, slots=True)
class AttachmentsOf:
    """The files attached to a mail, or to the mails in an archive."""

    path: Path
    """The mail or archive; of a mail in an archive, its place there."""
    after: int = 0
    """So many files attached to mails in that file were read or left out."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of which the library has the article, and all text is wanted."""

    article_id: ArticleId
    original: Path
    """Where the page lies as it came."""
    name: str
    """Its name then, by which its reader is chosen again."""


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail of which the library has the text, and what is attached to it is wanted."""

    original: Path
    """Where the mail lies as it came."""
    name: str
    """Its name then, by which its reader is chosen again."""
    after: int = 0
    """So many of the files attached to it were read or left out."""


@dataclass(frozen=True, slots=True)
class BundleToRead:
    """A file that holds many articles, of which somebody has seen the list."""

    path: Path
    is_one: bool
    """Whether all of it is to be one text."""


ToRead = Path | TextToRead | WebPage | FileRest | AttachmentsOf | KeptPage | KeptMail | BundleToRead
"""A file or the rest of one, a text without one, what mails bring, a page, a bundle."""

Origin = Path | WebPage | None
"""Where something came from; None when from no file and no page.

Of a file in a file it is the place within as well, which is no path to be opened.
"""


def origin_of(item: ToRead) -> Origin:
    """Return what is to be read as the origin of what is in it."""
    if isinstance(item, FileRest | AttachmentsOf | BundleToRead):
        return item.path
    if isinstance(item, KeptPage | KeptMail):
        return Path(item.name)
    return None if isinstance(item, TextToRead) else item


def rest_behind(item: ToRead, number: int) -> ToRead | None:
    """Return what is left to read when the file in it with that number is done with."""
    if isinstance(item, AttachmentsOf | KeptMail):
        return replace(item, after=number + 1)
    path = origin_of(item)
    return FileRest(path, number + 1) if isinstance(path, Path) else None


def patience_for(origin: Origin) -> float:
    """Return how many seconds the reading of what comes from there may take."""
    if isinstance(origin, WebPage):
        return LONGEST_FETCHING
    return longest_reading("" if origin is None else origin.name)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that was read and waits to be kept; its original lies in the library's folder."""

    path: Origin
    original_sha256: str
    file: ReadFile
    reading: Reading
    content_key: str
    text_sha256: str
    original_name: str | None = None
    """The name by which its reader is chosen again; as a folder has it, it need not be text."""
    coding: Coding | None = None
    """What the project of another program says of it."""
    renews: ArticleId | None = None
    """The article whose newer version it is, where the user said so."""
    foreseen: Mapping[tuple[VersionId, VersionId | None, Span], "Anchored"] = field(
        default_factory=dict
    )
    """Where places of older versions stand in it (or in an older one that is named), as far as
    somebody has looked already."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Something that cannot become an article, and why."""

    path: Origin
    error: Refused


@dataclass(frozen=True, slots=True)
class Codebook:
    """Some codes of a codebook, which holds no text; those above others come first."""

    path: Origin
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that holds many articles, not read before somebody has seen what they are."""

    path: Path
    articles: tuple[Metadata, ...]
    """What it says of each."""


Read = Arrival | Turned | Codebook | Bundle
"""What became of one text, or of a file that has none but codes, or too many to be taken unseen."""


def to_read_as_json(item: ToRead) -> Document:
    """Write down what is to be read."""
    match item:
        case TextToRead(text, metadata):
            said = None if metadata is None else _metadata_as_json(metadata)
            found: Document = {"text": text, "metadata": said}
        case WebPage(url):
            found = {"url": url}
        case FileRest(path, after):
            found = {"path": str(path), "after": after}
        case AttachmentsOf(path, after):
            found = {"attached_to": str(path), "after": after}
        case BundleToRead(path, is_one):
            found = {"bundle": str(path), "is_one": is_one}
        case KeptMail(original, name, after):
            found = {"mail": str(original), "name": name, "after": after}
        case KeptPage(article_id, original, name):
            found = {"page": str(original), "name": name, "article_id": article_id}
        case Path():
            found = {"path": str(item)}
    return found


def to_read_from_json(found: Document) -> ToRead:
    """Return what is to be read."""
    item: ToRead
    match found:
        case {"text": text, "metadata": said}:
            item = TextToRead(text, None if said is None else _metadata(said))
        case {"url": url}:
            item = WebPage(url)
        case {"attached_to": path, "after": after}:
            item = AttachmentsOf(Path(path), after)
        case {"bundle": path, "is_one": is_one}:
            item = BundleToRead(Path(path), is_one)
        case {"mail": path, "name": name, "after": after}:
            item = KeptMail(Path(path), name, after)
        case {"page": path, "name": name, "article_id": article_id}:
            item = KeptPage(ArticleId(article_id), Path(path), name)
        case {"path": path, "after": after}:
            item = FileRest(Path(path), after)
        case _:
            item = Path(found["path"])
    return item


def arrival_as_json(arrival: Arrival) -> Document:
    """Write an arrival down."""
    file, reading = arrival.file, arrival.reading
    return {
        "path": _origin_as_json(arrival.path),
        "original_name": arrival.original_name,
        "original_sha256": arrival.original_sha256,
        "text": file.text,
        "media_type": file.media_type,
        "encoding": file.encoding,
        "replaced": file.replaced,
        "metadata": _metadata_as_json(file.metadata),
        "notes": sorted(file.notes),
        "attachments": list(file.attachments),
        "quotes": [_quote_as_json(quote) for quote in reading.quotes],
        "parts": [[part.kind, part.start, part.end] for part in reading.parts],
        "people": [
            [person.name, person.role, person.organisation, person.municipality]
            for person in reading.people
        ],
        "language": reading.language,
        "content_key": arrival.content_key,
        "text_sha256": arrival.text_sha256,
        "coding": None if arrival.coding is None else asdict(arrival.coding),
        "renews": arrival.renews,
    }


def arrival_from_json(found: Document) -> Arrival:
    """Return an arrival."""
    file = ReadFile(
        found["text"],
        found["media_type"],
        found["encoding"],
        found["replaced"],
        _metadata(found["metadata"]),
        frozenset(map(ReadingNote, found["notes"])),
        tuple(found["attachments"]),
    )
    reading = Reading(
        tuple(_quote(quote) for quote in found["quotes"]),
        tuple(Part(PartKind(kind), start, end) for kind, start, end in found["parts"]),
        tuple(Presentation(*person) for person in found["people"]),
        Language(found["language"]),
    )
    return Arrival(
        _origin(found["path"]),
        found["original_sha256"],
        file,
        reading,
        found["content_key"],
        found["text_sha256"],
        found["original_name"],
        _coding(found["coding"]),
        found["renews"],
    )


def can_be_held(arrival: Arrival) -> bool:
    """Tell whether everything that is said of an arrival is text; its path need not be."""
    said = arrival_as_json(replace(arrival, path=None, original_name=None))
    try:
        json.dumps(said, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _coding(found: Document | None) -> Coding | None:
    if found is None:
        return None
    passages = (
        Passage(each["start"], each["end"], tuple(each["codes"]), each["note"])
        for each in found["passages"]
    )
    return Coding(tuple(passages), tuple(Code(**each) for each in found["codes"]))


def codebook_as_json(codebook: Codebook) -> Document:
    """Write codes down."""
    return {
        "path": _origin_as_json(codebook.path),
        "codes": [asdict(code) for code in codebook.codes],
    }


def codebook_from_json(found: Document) -> Codebook:
    """Return codes."""
    return Codebook(_origin(found["path"]), tuple(Code(**code) for code in found["codes"]))


def bundle_as_json(bundle: Bundle) -> Document:
    """Write a bundle down."""
    articles = [_metadata_as_json(article) for article in bundle.articles]
    return {"path": str(bundle.path), "articles": articles}


def bundle_from_json(found: Document) -> Bundle:
    """Return a bundle."""
    return Bundle(Path(found["path"]), tuple(map(_metadata, found["articles"])))


def turned_as_json(turned: Turned) -> Document:
    """Write a refusal down."""
    return {"path": _origin_as_json(turned.path), "error": error_as_json(turned.error)}


def turned_from_json(found: Document) -> Turned:
    """Return a refusal."""
    error = error_from_json(found["error"])
    if not isinstance(error, Refused):
        raise TypeError(f"{error.code} is no refusal of a file")
    return Turned(_origin(found["path"]), error)


def error_as_json(error: CuratorError) -> Document:
    """Write an error down; its details are what the sentence is told, texts and numbers."""
    details = {
        name: value if isinstance(value, int) else str(value)
        for name, value in error.details.items()
    }
    return {"kind": type(error).__name__, "details": details}


def error_from_json(found: Document) -> CuratorError:
    """Return an error of the kind that it was, so that its sentence can be said in any language."""
    kinds = {kind.__name__: kind for kind in _family(CuratorError)}
    return kinds[found["kind"]](**found["details"])


def overlaid(found: Metadata, said: Metadata | None) -> Metadata:
    """Return what was found of a text, with what its writer says of it in its place."""
    if said is None:
        return found
    names = [field.name for field in fields(Metadata) if field.name != "guessed"]
    known = {name: value for name in names if (value := getattr(said, name)) is not None}
    return replace(found, **known, guessed=(found.guessed - known.keys()) | said.guessed)


def told_by_file(found: Metadata, said: Metadata) -> Metadata:
    """Return what was found of a text, with what its file says of itself in its place.

    A file that says nothing of its kind is an article by rule alone, which the text knows better;
    and what the file makes one guess counts only where the text says nothing.
    """
    guesses = said.guessed - {"text_type"}
    needless: dict[str, Any] = {name: None for name in guesses if getattr(found, name) is not None}
    said = replace(said, **needless, guessed=said.guessed - needless.keys())
    if said.text_type is TextType.ARTICLE:
        is_guess = found.guessed & {"text_type"}
        said = replace(said, text_type=found.text_type, guessed=said.guessed | is_guess)
    return overlaid(found, said)


def _family(kind: type[CuratorError]) -> Iterator[type[CuratorError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


def _origin_as_json(origin: Origin) -> Document | str | None:
    if isinstance(origin, WebPage):
        return {"url": origin.url}
    return None if origin is None else str(origin)


def _origin(found: Document | str | None) -> Origin:
    if isinstance(found, dict):
        return WebPage(found["url"])
    return None if found is None else Path(found)


def _metadata_as_json(metadata: Metadata) -> Document:
    plain = {field.name: getattr(metadata, field.name) for field in fields(Metadata)}
    day = metadata.published_on
    plain["published_on"] = None if day is None else day.isoformat()
    plain["guessed"] = sorted(metadata.guessed)
    return plain


def _metadata(found: Mapping[str, Any]) -> Metadata:
    day, language = found["published_on"], found["language"]
    known = {
        **found,
        "published_on": None if day is None else date.fromisoformat(day),
        "language": None if language is None else Language(language),
        "text_type": TextType(found["text_type"]),
        "guessed": frozenset(found["guessed"]),
    }
    return Metadata(**known)


def _quote_as_json(quote: SuggestedQuote) -> list[object]:
    places = [[span.start, span.end] for span in quote.segments]
    return [places, quote.speaker, quote.style, quote.cue, quote.confidence, quote.reason]


def _quote(found: list[Any]) -> SuggestedQuote:
    places, speaker, style, cue, confidence, reason = found
    segments = tuple(Span(*place) for place in places)
    return SuggestedQuote(segments, speaker, Style(style), cue, confidence, reason)
