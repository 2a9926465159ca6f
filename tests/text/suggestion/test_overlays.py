"""The other languages: their own words, and Danish words of grammar for theirs."""

import pytest

from kdcurator.text.suggestion.language import LanguageData

CODES = ("en", "nb", "sv")


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_verbs_enough_in_present_and_past(
    code: str, language: LanguageData
) -> None:
    verbs = {verb.form for verb in language.speaking(code).verbs.values() if not verb.is_body}
    assert len(verbs) >= 150


@pytest.mark.parametrize(
    ("code", "word", "danish"),
    [("en", "she", "hun"), ("nb", "etter", "efter"), ("sv", "hon", "hun"), ("en", "that", "at")],
)
def test_words_of_grammar_are_read_as_danish_ones(
    code: str, word: str, danish: str, language: LanguageData
) -> None:
    assert language.speaking(code).glossary[word] == danish


@pytest.mark.parametrize("code", CODES)
def test_no_verb_that_reports_is_read_as_a_word_of_grammar(
    code: str, language: LanguageData
) -> None:
    spoken = language.speaking(code)
    assert not set(spoken.glossary) & set(spoken.verbs)


@pytest.mark.parametrize("code", CODES)
def test_names_of_a_language_go_before_danish_ones(code: str, language: LanguageData) -> None:
    spoken = language.speaking(code)
    assert language.women - spoken.women <= spoken.men


def test_unknown_language_is_read_as_danish(language: LanguageData) -> None:
    assert language.speaking("da") is language
