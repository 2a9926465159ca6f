"""What the tests of the engine share: the language data and one reader, read once."""

from pathlib import Path

import pytest

from kdcurator.settings import resources
from kdcurator.text.suggestion.language import LanguageData, load_language
from kdcurator.text.suggestion.reader import TextReader


@pytest.fixture(scope="session")
def language() -> LanguageData:
    return load_language(resources() / "danish")


@pytest.fixture(scope="session")
def reader(language: LanguageData) -> TextReader:
    return TextReader(language)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of the five real articles, which are not in this repository."""
    folder = Path(__file__).parents[4] / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the five articles are not beside this repository")
    return folder
