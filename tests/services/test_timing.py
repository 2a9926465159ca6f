from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, TextType
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.domain.target import Kept

SUBTITLES = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Anna Berg>Hvorfor køber I ikke nye systemer?

00:00:04.500 --> 00:00:08.000
<v Per Dal>Vi køber ikke noget, som borgerne ikke

00:01:08.000 --> 00:01:11.000
<v Per Dal>kan bruge. Det er dyrt nok.
"""
BringIn = Callable[..., ArticleId]


def moments(curator: Curator) -> list[str | None]:
    return [quote.timecode for quote in curator.quotes.list_quotes(QuoteFilter())]


def test_a_suggested_quote_from_subtitles_has_speaker_and_moment(
    curator: Curator, bring_in: BringIn
) -> None:
    article = bring_in(SUBTITLES, "a.vtt")
    curator.suggestions.accept([article])
    [quote] = curator.quotes.list_quotes(QuoteFilter())[:1]
    assert (quote.speaker, quote.timecode) == ("Per Dal", "00:00:04")


def test_a_moved_and_a_split_quote_have_the_moments_of_their_words(
    curator: Curator, bring_in: BringIn
) -> None:
    article = bring_in(SUBTITLES, "a.vtt")
    text = curator.articles.texts([article])[article].text
    start, later = text.index("Vi køber"), text.index("Det er dyrt")
    [saved] = curator.quotes.save_quotes([QuoteRequest(article, [(start, len(text))])]).ids
    curator.taking.split(Kept(saved), later)
    assert moments(curator) == ["00:00:04", "00:01:08"]
    curator.taking.move(Kept(saved), [(text.index("kan bruge"), later - 1)])
    assert moments(curator) == ["00:01:08", "00:01:08"]


def test_moments_that_stand_in_a_text_are_kept_with_its_quotes(
    curator: Curator, bring_in: BringIn
) -> None:
    text = "[00:00:05] Ja, det er det.\n\n[00:01:05] Nej, slet ikke.\n\n[00:02:05] Tak.\n"
    article = bring_in(text)
    start = text.index("Nej")
    curator.quotes.save_quotes([QuoteRequest(article, [(start, start + 15)])])
    assert moments(curator) == ["00:01:05"]


@pytest.mark.parametrize("is_there", [False, True])
def test_an_altered_or_missing_original_costs_the_moment_and_no_quote(
    curator: Curator, bring_in: BringIn, is_there: bool
) -> None:
    article = bring_in(SUBTITLES, "a.vtt")
    original: Path = next(curator.library.originals.iterdir())
    original.unlink()
    if is_there:
        original.write_text(SUBTITLES.replace("Vi", "De"), encoding="utf-8")
    curator.quotes.save_quotes([QuoteRequest(article, [(0, 9)])])
    assert moments(curator) == [None]


TURNS = (
    ("Anna Berg", "0:05", "Hvorfor køber I ikke nye systemer?"),
    ("Per Dal", "0:09", "Vi køber ikke noget, som borgerne ikke kan bruge."),
    ("Anna Berg", "1:02", "Men hvad siger lærerne til det?"),
    ("Per Dal", "1:10", "De siger det samme som os, nemlig at der skal ro på."),
)


@pytest.mark.parametrize(
    "form",
    [
        "[00:0{time}] {name}: {words}\n",
        "{time} {name}: {words}\n",
        "{name} ({time}): {words}\n\n",
        "{name}: [{time}] {words}\n",
        "{name}  {time}\n{words}\n\n",
        "00:0{time} - 0:09:59 {name}\n{words}\n\n",
        "00:0{time}.000 --> 0:09:59.000\n{name}: {words}\n\n",
        "[{time}]\n{name}\n{words}\n\n",
    ],
)
def test_a_timecoded_text_is_a_transcript_whose_quotes_have_speaker_and_moment(
    curator: Curator, bring_in: BringIn, form: str
) -> None:
    text = "".join(form.format(name=name, time=time, words=words) for name, time, words in TURNS)
    article = bring_in(text)
    assert curator.articles.list_articles()[0].metadata.text_type is TextType.TRANSCRIPT
    assert curator.articles.texts([article])[article].text == text
    curator.suggestions.accept([article])
    saved = curator.quotes.list_quotes(QuoteFilter())
    assert [(quote.speaker, quote.timecode, quote.text) for quote in saved] == [
        ("Per Dal", "00:00:09", TURNS[1][2]),
        ("Per Dal", "00:01:10", TURNS[3][2]),
    ]


def test_moments_within_a_turn_are_no_part_of_its_quote(
    curator: Curator, bring_in: BringIn
) -> None:
    opening = "[0:01] Anna Berg: Hvad gør I?\n[0:05] Per Dal: Vi køber ikke noget,\n"
    article = bring_in(f"{opening}[0:07] som borgerne ikke kan bruge.\n[0:09] Anna Berg: Nå?\n")
    curator.suggestions.accept([article])
    [quote] = curator.quotes.list_quotes(QuoteFilter())
    assert quote.text == "Vi køber ikke noget, som borgerne ikke kan bruge."
