"""The words that an exported document says by itself, in Danish and English.

Owns headings for the unknown, the count line, remarks on quotes whose article came in a new
version, dates and numbers as each language prints them (VOCABULARY.md). Must not know formats.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kdcurator.domain.article import Language
from kdcurator.domain.exporting import Grouping
from kdcurator.domain.quote import AnchorState


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of a document that is not a journalist's or a source's."""

    locale: str
    """The BCP 47 name, for the spelling checker of whoever opens the document."""
    title: str
    quotes: tuple[str, str, str]
    """None, one and many; `{n}` stands for the number."""
    articles: tuple[str, str]
    """One and many."""
    grouped_by: Mapping[Grouping, str]
    untagged: str
    unknown_speaker: str
    unnamed_speaker: str
    """Stands for whoever must not be named."""
    says: str
    """After a quote: who says it, and to whom."""
    says_to: str
    an_unnamed_speaker: str
    untitled: str
    undated: str
    said_to: str
    tags: str
    marks: Mapping[AnchorState, str]
    """What a table says of a quote that is not surely where it was; nothing of others."""
    remarks: Mapping[AnchorState, str]
    """The same as a sentence, for a document."""
    page: str
    of_pages: str
    months: tuple[str, ...]
    day_form: str
    thousands: str

    def number(self, n: int) -> str:
        """Return a number as it is printed: 1.234 or 1,234."""
        return f"{n:,}".replace(",", self.thousands)

    def day(self, day: date | None) -> str:
        """Return a date as it is printed ("24. okt. 2018"), or that there is none."""
        if day is None:
            return self.undated
        return self.day_form.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def count(self, quotes: int, articles: int) -> str:
        """Return how much there is: "48 citater fra 5 artikler"."""
        none, one, many = self.quotes
        if not quotes:
            return none
        from_articles = self.articles[articles > 1].format(n=self.number(articles))
        return f"{(many if quotes > 1 else one).format(n=self.number(quotes))} {from_articles}"


DANISH = Words(
    locale="da-DK",
    title="Citater",
    quotes=("Ingen citater", "1 citat", "{n} citater"),
    articles=("fra 1 artikel", "fra {n} artikler"),
    grouped_by={
        Grouping.TAG: "ordnet efter tag",
        Grouping.SPEAKER: "ordnet efter kilde",
        Grouping.ARTICLE: "ordnet efter artikel",
    },
    untagged="Uden tag",
    unknown_speaker="Ukendt kilde",
    unnamed_speaker="Kilde uden navn",
    says="siger {name}",
    says_to="siger {name} til {medium}",
    an_unnamed_speaker="en unavngiven kilde",
    untitled="uden rubrik",
    undated="uden dato",
    said_to="sagt til {medium}",
    tags="Tags: {names}",
    marks={
        AnchorState.MOVED: "flyttet i ny udgave",
        AnchorState.UNSURE: "usikker placering i artiklen",
        AnchorState.GONE: "findes ikke længere i artiklen",
    },
    remarks={
        AnchorState.MOVED: "Bemærk: Citatet er flyttet eller ændret i en ny udgave af artiklen.",
        AnchorState.UNSURE: "Bemærk: Det er usikkert, om citatet står i artiklens nye udgave.",
        AnchorState.GONE: "Bemærk: Citatet findes ikke længere i artiklen.",
    },
    page="Side",
    of_pages="af",
    months=(
        *("jan.", "feb.", "mar.", "apr.", "maj", "jun."),
        *("jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
    ),
    day_form="{day}. {month} {year}",
    thousands=".",
)

ENGLISH = Words(
    locale="en-GB",
    title="Quotes",
    quotes=("No quotes", "1 quote", "{n} quotes"),
    articles=("from 1 article", "from {n} articles"),
    grouped_by={
        Grouping.TAG: "by tag",
        Grouping.SPEAKER: "by speaker",
        Grouping.ARTICLE: "by article",
    },
    untagged="Untagged",
    unknown_speaker="Unknown speaker",
    unnamed_speaker="Unnamed speaker",
    says="says {name}",
    says_to="says {name} to {medium}",
    an_unnamed_speaker="an unnamed source",
    untitled="no title",
    undated="no date",
    said_to="said to {medium}",
    tags="Tags: {names}",
    marks={
        AnchorState.MOVED: "moved in a new version",
        AnchorState.UNSURE: "place in the article unsure",
        AnchorState.GONE: "no longer in the article",
    },
    remarks={
        AnchorState.MOVED: "Note: The quote has moved or changed in a new version of the article.",
        AnchorState.UNSURE: "Note: It is unsure whether the article's new version has the quote.",
        AnchorState.GONE: "Note: The quote is no longer in the article.",
    },
    page="Page",
    of_pages="of",
    months=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    day_form="{day} {month} {year}",
    thousands=",",
)

_WORDS = {Language.DANISH: DANISH, Language.ENGLISH: ENGLISH}


def words_in(language: Language) -> Words:
    """Return the words of a document in `language`: Danish where there is no table of its own."""
    return _WORDS.get(language, DANISH)
