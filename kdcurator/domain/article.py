"""Source texts: what an article is and of which parts its text is made.

Owns the choices (text type, language, part kinds) and the values that travel between reading a
file, storing it and showing it. Must not know how a file is decoded or a text analysed.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", int)
VersionId = NewType("VersionId", int)


class TextType(StrEnum):
    """What kind of source text it is."""

    ARTICLE = "article"
    INTERVIEW = "interview"
    NOTE = "note"
    PRESS_RELEASE = "press_release"
    MAIL = "mail"
    TRANSCRIPT = "transcript"
    POST = "post"


class Language(StrEnum):
    """The languages that the program reads."""

    DANISH = "da"
    ENGLISH = "en"
    NORWEGIAN = "nb"
    SWEDISH = "sv"


class PartKind(StrEnum):
    """The parts of a newspaper text; the Danish word for each is in brackets."""

    KICKER = "kicker"  # trompet
    TITLE = "title"  # rubrik
    SUBTITLE = "subtitle"  # underrubrik
    LEDE = "lede"  # manchet
    BYLINE = "byline"
    DATELINE = "dateline"  # datelinje
    SECTION = "section"  # temaord: a label on its own line
    LABEL = "label"  # stikord: a label with a colon that opens a paragraph
    HEADING = "heading"  # mellemrubrik
    CAPTION = "caption"  # billedtekst: a sentence under a picture
    CREDIT = "credit"  # fotokreditering, and a caption that is only a name
    LINK = "link"  # "Læs også: …", addresses, share lines
    ADVERT = "advert"  # an event or a newsletter that the publisher sells
    QUESTION = "question"
    BODY = "body"  # brødtekst

    @property
    def is_boilerplate(self) -> bool:
        """Tell whether such a part stands outside the article (uden for artiklen)."""
        return self in {PartKind.CREDIT, PartKind.LINK, PartKind.ADVERT}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text; offsets are code points, `end` excluded."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text beside the text itself; None is unknown."""

    title: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    lede: str | None = None
    byline: str | None = None
    publication: str | None = None
    published_on: date | None = None
    url: str | None = None
    language: Language | None = None
    municipality: str | None = None
    text_type: TextType = TextType.ARTICLE
    archive_id: str | None = None
    """Under which name a media archive keeps it."""
    guessed: frozenset[str] = frozenset()
    """Names of the fields above that were inferred, not read: shown as a guess, open to mending."""


class ReadingNote(StrEnum):
    """What the user should know of how a file was read."""

    TRACKED_CHANGES = "tracked_changes"
    """It had insertions and deletions that nobody had accepted: the final text was taken."""
    COMMENTS = "comments"
    """It has comments, which are no part of the text."""
    ATTACHMENTS = "attachments"
    """Other files are attached to it and were not read."""
    HIDDEN_TEXT = "hidden_text"
    """It has text that is not shown, which was left out."""
    WHOLE_PAGE = "whole_page"
    """No article could be told from the rest of the page, so all of its text was taken."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as an importing reader returns it: canonical text and what the file says of itself."""

    text: str
    media_type: str
    encoding: str | None = None
    replaced: int = 0
    """Characters that could not be kept and became U+FFFD."""
    metadata: Metadata = field(default_factory=Metadata)
    """What the file itself says, beside its text; what it does not say is None."""
    notes: frozenset[ReadingNote] = frozenset()
    attachments: tuple[str, ...] = ()
    """Names of the files that are attached to it, for people to read; none of them was read."""
    timecodes: tuple[tuple[int, str], ...] = ()
    """Where in the text which moment of a recording begins; kept by quotes, not with the text."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the list shows it: never its text, which may be long."""

    id: ArticleId
    version_id: VersionId
    metadata: Metadata
    media_type: str
    original_name: str | None
    text_sha256: str
    created_at: datetime
    quotes: int = 0
    suggestions: int = 0
    is_read: bool = False
