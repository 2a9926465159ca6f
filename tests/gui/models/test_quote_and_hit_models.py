"""Quotes and hits as rows, and which words of a passage were asked for."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kdcurator.domain.quote import Quote
from kdcurator.domain.searching import Beside, Hit, HitKind
from kdcurator.gui.models.hits import HitModel, places_of_words, words_asked_for
from kdcurator.gui.models.quotes import QuoteModel

pytestmark = pytest.mark.gui

HIT = Hit(HitKind.QUOTE, 1, 1, "Havnen", "Vi bygger\nvidere", "Ida Krog", ("Ledelse",), 1.0)


def test_quote_model_keeps_qts_rules(
    qtmodeltester: ModelTester, a_quote: Callable[..., Quote]
) -> None:
    model = QuoteModel()
    qtmodeltester.check(model)
    model.set_values([a_quote(1), a_quote(2)])
    model.toggle_chosen(0)
    qtmodeltester.check(model)


def test_hit_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    model.set_values([HIT])
    qtmodeltester.check(model)
    aloud = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "quote, Havnen, Ida Krog, Vi bygger videre"


def test_screen_reader_hears_what_else_the_speaker_of_a_hit_said() -> None:
    model = HitModel()
    model.set_values([replace(HIT, beside=Beside(12, ("Vandet stiger",)))])
    aloud = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.endswith("has also said: 12 quotes, used in “Vandet stiger”")


def test_screen_reader_hears_what_a_quote_was_used_in(a_quote: Callable[..., Quote]) -> None:
    model = QuoteModel()
    model.set_values([a_quote(tags=("Ledelse",), used_in=("Vandet stiger",))])
    aloud = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.endswith("Ida Krog, Ledelse, used in “Vandet stiger”")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Havnen OG mole", ["havnen", "mole"]),
        ('tag:"to ord" kilde:Krog -vej mole', ["mole"]),
        ("»en ny«", ["en", "ny"]),
        ("", []),
    ],
)
def test_fields_operators_and_what_is_denied_are_no_words(query: str, words: list[str]) -> None:
    assert words_asked_for(query) == words


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("i kommunerne og byen", "kommune", ["kommunerne"]),
        ("kommunerne", "kommunerne", ["kommunerne"]),
        ("en by ved en å", "by", ["by"]),
        ("bygger", "by", []),
        ("Å", "å", ["Å"]),
    ],
)
def test_forms_of_a_word_are_marked(text: str, asked: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in places_of_words(text, [asked])] == marked


@given(st.text(), st.text())
def test_marked_places_lie_in_the_text(text: str, query: str) -> None:
    places = places_of_words(text, words_asked_for(query))
    assert all(0 <= start < end <= len(text) for start, end in places)
