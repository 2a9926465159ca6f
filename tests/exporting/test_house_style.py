"""A quote as it is pasted: the house's form, its punctuation, its plain and its rich version."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.copying import QuoteForm
from kdcurator.exporting.house_style import Saying, attribution, house_form, set_in_house_style
from kdcurator.exporting.layout import Source
from kdcurator.exporting.wording import DANISH, ENGLISH

SAID = "siger Bo Å"
SOURCE = Source(
    medium="Nu & Da",
    title="<b>Systemer</b> nok",
    day="24. okt. 2018",
    said_to="sagt til Radio Øst",
    url="https://nu.example/a?b=1&c=2",
    tags="Tags: hemmeligt",
)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (QuoteForm.DASH, "– Vi kører nu, siger Bo Å."),
        (QuoteForm.GUILLEMETS, "»Vi kører nu«, siger Bo Å."),
        (QuoteForm.CURLY, "”Vi kører nu”, siger Bo Å."),
    ],
)
def test_three_forms(form: QuoteForm, expected: str) -> None:
    assert house_form("Vi kører nu.", form, SAID) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Kører vi?", "– Kører vi? siger Bo Å."),
        ("Kør!", "– Kør! siger Bo Å."),
        ("Jeg ved ikke …", "– Jeg ved ikke …, siger Bo Å."),
        ("Jeg ved ikke...", "– Jeg ved ikke..., siger Bo Å."),
        ("Vi har biler, busser osv.", "– Vi har biler, busser osv., siger Bo Å."),
        ("Det koster 10 mio.", "– Det koster 10 mio., siger Bo Å."),
        ("Vi er ’klar’.", "– Vi er ’klar’, siger Bo Å."),
        ("Først det ene,", "– Først det ene, siger Bo Å."),
        ("Vi kører 🚌.", "– Vi kører 🚌, siger Bo Å."),
        (" Vi kører ", "– Vi kører, siger Bo Å."),
        ("Et afsnit.\n\nEt til.", "– Et afsnit.\n\nEt til, siger Bo Å."),
        (".", "– ., siger Bo Å."),
    ],
)
def test_what_stands_before_the_attribution(quote: str, expected: str) -> None:
    assert house_form(quote, QuoteForm.DASH, SAID) == expected


@pytest.mark.parametrize("wrapped", ["– Vi kører.", "- Vi kører.", "»Vi kører.«", "“Vi kører.”"])
def test_marks_of_the_article_give_way_to_the_house_s(wrapped: str) -> None:
    assert house_form(wrapped, QuoteForm.GUILLEMETS, "") == "»Vi kører.«"


@pytest.mark.parametrize("quote", ["»Ja« og »nej«", "»Ja« sagde han.", "–5 grader"])
def test_marks_inside_a_quote_stay(quote: str) -> None:
    assert house_form(quote, QuoteForm.DASH, "") == f"– {quote}"


@given(st.text(min_size=1), st.sampled_from(QuoteForm))
def test_the_words_of_a_quote_are_never_changed(quote: str, form: QuoteForm) -> None:
    words = re.findall(r"\w+", quote)
    assert re.findall(r"\w+", house_form(quote, form, "")) == words
    assert re.findall(r"\w+", house_form(quote, form, SAID)) == [*words, "siger", "Bo", "Å"]


@pytest.mark.parametrize(
    ("saying", "expected"),
    [
        (Saying("Ja."), ""),
        (Saying("Ja.", medium="Nu"), ""),
        (Saying("Ja.", "Bo Å"), "siger Bo Å"),
        (Saying("Ja.", "Bo Å", "Nu"), "siger Bo Å til Nu"),
        (Saying("Ja.", "Bo {name}", "{medium}"), "siger Bo {name} til {medium}"),
    ],
)
def test_attribution(saying: Saying, expected: str) -> None:
    assert attribution(saying, DANISH) == expected


def test_english_words_around_a_quote() -> None:
    copied = set_in_house_style([Saying("We go.", "Bo", "Nu")], QuoteForm.DASH, ENGLISH)
    assert (copied.plain, copied.attribution) == ("– We go, says Bo to Nu.", "says Bo to Nu")


def test_a_source_line_stands_below_with_its_link_and_without_the_tags() -> None:
    copied = set_in_house_style([Saying("Ja.", source=SOURCE)], QuoteForm.DASH, DANISH)
    assert copied.plain == (
        "– Ja.\nNu & Da · <b>Systemer</b> nok · 24. okt. 2018 · sagt til Radio Øst"
        "\nhttps://nu.example/a?b=1&c=2"
    )
    assert "<em>&lt;b&gt;Systemer&lt;/b&gt; nok</em>" in copied.rich
    assert '<a href="https://nu.example/a?b=1&amp;c=2">' in copied.rich
    assert "hemmeligt" not in copied.plain + copied.rich


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    source = Source("Nu", "T", "uden dato", None, "javascript:alert(1)", None)
    assert (
        "<a" not in set_in_house_style([Saying("Ja.", source=source)], QuoteForm.DASH, DANISH).rich
    )


def test_several_are_apart_and_have_no_attribution_in_common() -> None:
    copied = set_in_house_style([Saying("A.", "Bo"), Saying("B.")], QuoteForm.DASH, DANISH)
    assert copied.plain == "– A, siger Bo.\n\n– B."
    assert (copied.quotes, copied.attribution) == (2, "")
    assert copied.rich.count("<p ") == 2


@given(st.text())
def test_rich_and_plain_say_the_same(quote: str) -> None:
    copied = set_in_house_style([Saying(quote, "<i>Bo</i>")], QuoteForm.CURLY, DANISH)
    paragraph = copied.rich.removeprefix('<meta charset="utf-8"><p lang="da-DK">')
    shown = paragraph.removesuffix("</p>").replace("<br>", "\n")
    assert unescape(shown) == copied.plain
    assert "<i>" not in copied.rich
