"""The words that rows and panes say of articles, quotes and tags, in the window's language.

Owns plurals, dates and numbers as the window writes them. Must not know widgets.
"""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kdcurator.domain.article import Article, Metadata
from kdcurator.domain.quote import Agreement, AnchorState, Quote
from kdcurator.text.division import undivided

translate = QCoreApplication.translate
"""Under this name, so that Qt Linguist finds the words; the context is always "wording"."""

DOT: Final = "  ·  "
"""Stands between the parts of a second line."""

_SHOWN_OF_A_QUOTE: Final = 300
"""Code points of a quote that a row or a screen reader is given; the rest is in the reader."""


def number(count: int) -> str:
    """Return a number as the language groups it: 1.234 in Danish."""
    return QLocale().toString(count)


def counted(count: int, one: str, many: str) -> str:
    """Return the sentence for a count; `{n}` stands for the number in `many`."""
    return one if count == 1 else many.replace("{n}", number(count))


def articles_in_all(count: int) -> str:
    """Return "5 articles"; with none, words that say so."""
    if count == 0:
        return translate("wording", "no articles yet")
    return counted(count, translate("wording", "1 article"), translate("wording", "{n} articles"))


def articles_shown(shown: int, count: int) -> str:
    """Return "3 of 5 articles", as a filtered list says it."""
    words = translate("wording", "{shown} of {n} articles")
    return words.replace("{shown}", number(shown)).replace("{n}", number(count))


def articles_chosen(count: int) -> str:
    """Return "3 chosen", as a list says it whose rows are chosen."""
    return translate("wording", "{n} chosen").replace("{n}", number(count))


def suggestions_left(count: int) -> str:
    """Return "25 suggestions left"."""
    if count == 0:
        return translate("wording", "no suggestions left")
    return counted(
        count,
        translate("wording", "1 suggestion left"),
        translate("wording", "{n} suggestions left"),
    )


def quotes_in_all(count: int) -> str:
    """Return "14 quotes"; with none, words that say so."""
    if count == 0:
        return translate("wording", "no quotes yet")
    return counted(count, translate("wording", "1 quote"), translate("wording", "{n} quotes"))


def quotes_saved(count: int) -> str:
    """Return "2 saved"."""
    return translate("wording", "{n} saved").replace("{n}", number(count))


def suggestions(count: int) -> str:
    """Return "4 suggestions"."""
    return counted(
        count, translate("wording", "1 suggestion"), translate("wording", "{n} suggestions")
    )


def one_line(text: str) -> str:
    """Return text without line breaks, runs of blanks and divided words, as a row shows it."""
    return " ".join(undivided(text).split())


def article_title(article: Article) -> str:
    """Return an article's headline, or the best name there is for it."""
    title = one_line(article.metadata.title or "") or one_line(article.original_name or "")
    return title or translate("wording", "No headline")


def medium_and_date(metadata: Metadata) -> str:
    """Return "Komponent · 1. nov. 2021"; what was guessed has a question mark."""
    return DOT.join(part for part in (medium(metadata), printed_on(metadata)) if part)


def medium(metadata: Metadata) -> str:
    """Return the medium, with a question mark when it was guessed; empty when unknown."""
    name = one_line(metadata.publication or "")
    return f"{name}?" if name and "publication" in metadata.guessed else name


def printed_on(metadata: Metadata) -> str:
    """Return the day of publication, or words that say there is none."""
    if metadata.published_on is None:
        return translate("wording", "no date")
    mark = "?" if "published_on" in metadata.guessed else ""
    return day(metadata.published_on) + mark


def day(value: date) -> str:
    """Return "24. okt. 2018"."""
    return _formatted(value, translate("wording", "d MMM yyyy"))


def weekday_and_day(value: date) -> str:
    """Return "fre. 27. nov."."""
    return _formatted(value, translate("wording", "ddd d MMM"))


def _formatted(value: date, pattern: str) -> str:
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def work_left(article: Article) -> tuple[str, str]:
    """Return what there is to do in an article, and what was saved of it (may be empty)."""
    saved = quotes_saved(article.quotes) if article.quotes else ""
    if article.suggestions:
        return suggestions(article.suggestions), saved
    return translate("wording", "gone through") if saved else translate(
        "wording", "no suggestions"
    ), saved


def article_aloud(article: Article) -> str:
    """Return an article's row as a screen reader reads it."""
    parts = [article_title(article), medium(article.metadata), printed_on(article.metadata)]
    parts += work_left(article)
    if not article.is_read:
        parts.append(translate("wording", "unread"))
    return ", ".join(part for part in parts if part)


def quote_beginning(quote: Quote) -> str:
    """Return the first words of a quote in one line."""
    return beginning(quote.text)


def beginning(text: str) -> str:
    """Return the first words of a text in one line, with an ellipsis where it goes on."""
    words = one_line(text[: 2 * _SHOWN_OF_A_QUOTE])
    return words if len(words) <= _SHOWN_OF_A_QUOTE else words[:_SHOWN_OF_A_QUOTE].rstrip() + " …"


def quote_aloud(quote: Quote) -> str:
    """Return a saved quote's row as a screen reader reads it."""
    parts = [quote_beginning(quote), quote.speaker or "", *quote.tags, used_in(quote.used_in)]
    parts.append(sign(quote.anchor_state))
    return ", ".join(part for part in parts if part)


def used_in(stories: Sequence[str]) -> str:
    """Return "used in “Digital ledelse”"; empty when it was not used."""
    names = ", ".join(
        translate("wording", "“{name}”").replace("{name}", one_line(name)) for name in stories
    )
    return translate("wording", "used in {stories}").replace("{stories}", names) if names else ""


def agreement(value: Agreement) -> str:
    """Return what was agreed with the source."""
    return {
        Agreement.ON_RECORD: translate("wording", "on the record"),
        Agreement.UNNAMED: translate("wording", "not for attribution"),
        Agreement.BACKGROUND: translate("wording", "on background"),
        Agreement.OFF_RECORD: translate("wording", "off the record (not to be quoted)"),
    }[value]


def standing(value: AnchorState) -> str:
    """Return how surely a saved quote stands in its article."""
    return {
        AnchorState.EXACT: translate("wording", "saved · verbatim as in the article ✓"),
        AnchorState.MOVED: translate("wording", "saved · moved in a new version"),
        AnchorState.UNSURE: translate("wording", "saved · place in the article unsure"),
        AnchorState.GONE: translate("wording", "saved · no longer in the article"),
    }[value]


def sign(value: AnchorState) -> str:
    """Return how a quote stands in a word or two, for margin and badge; empty when it is sure."""
    return {
        AnchorState.EXACT: "",
        AnchorState.MOVED: translate("wording", "moved"),
        AnchorState.UNSURE: translate("wording", "place unsure"),
        AnchorState.GONE: translate("wording", "not in the article"),
    }[value]


def as_tooltip(text: str) -> str:
    """Return text that a tooltip shows as it stands: Qt would take its marks for markup."""
    return f"<qt>{escape(text)}</qt>" if text else ""
