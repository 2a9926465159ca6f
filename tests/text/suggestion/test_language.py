"""The data files: whole, well formed, and what they must hold."""

from pathlib import Path

import pytest

from kdcurator.text.suggestion.language import LanguageData, load_language


def test_all_municipalities_are_there(language: LanguageData) -> None:
    assert len(set(language.municipalities.values())) == 98


@pytest.mark.parametrize(
    ("spelling", "name"), [("Københavns", "København"), ("Århus", "Aarhus"), ("Mors", "Morsø")]
)
def test_other_spellings_of_municipalities(
    spelling: str, name: str, language: LanguageData
) -> None:
    assert language.municipalities[spelling] == name


@pytest.mark.parametrize("form", ["siger", "sagde", "siges", "oplystes", "fortsatte", "lød"])
def test_forms_of_reporting_verbs(form: str, language: LanguageData) -> None:
    assert language.verbs[form].form == form


def test_bound_verb_names_its_particle(language: LanguageData) -> None:
    assert language.verbs["slår"].is_bound
    assert "fast" in language.verbs["slår"].particles


@pytest.mark.parametrize("title", ["kommunaldirektør", "skoleleder", "cykelforretningsindehaver"])
def test_titles_by_word_and_by_ending(title: str, language: LanguageData) -> None:
    assert (title in language.titles) == (title != "cykelforretningsindehaver")


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_language(tmp_path)


@pytest.mark.parametrize(("code", "verb"), [("en", "said"), ("nb", "sier"), ("sv", "säger")])
def test_other_languages_add_their_verbs(code: str, verb: str, language: LanguageData) -> None:
    assert verb in language.speaking(code).verbs
    assert verb not in language.verbs
