"""Every sentence a user can meet stands in Danish too."""

import re
import string
from pathlib import Path

import pytest

from kdcurator.cli.language import load_catalogue, sentence_for
from kdcurator.domain import errors
from kdcurator.domain.errors import CuratorError, UnknownTag, UnreadableFile
from kdcurator.settings import resources
from tests.cli.conftest import Run

CATALOGUE = load_catalogue("da", resources())
PACKAGE = Path(errors.__file__).parents[1]
MARKED = re.compile(r'QT_TRANSLATE_NOOP\(\s*"errors",\s*((?:"(?:[^"\\]|\\.)*"\s*)+),?\s*\)')


def family(root: type[CuratorError] = CuratorError) -> list[type[CuratorError]]:
    return [root, *(found for child in root.__subclasses__() for found in family(child))]


def marked_sentences() -> list[str]:
    """Return every sentence marked for translation, as it stands in the sources."""
    found = []
    for source in sorted(PACKAGE.rglob("*.py")):
        for match in MARKED.finditer(source.read_text(encoding="utf-8")):
            pieces = re.findall(r'"((?:[^"\\]|\\.)*)"', match[1])
            found.append("".join(pieces))
    return found


def blanks(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("sentence", marked_sentences())
def test_sentence_stands_in_danish_with_the_same_blanks(sentence: str) -> None:
    assert sentence in CATALOGUE
    assert blanks(CATALOGUE[sentence]) == blanks(sentence)


@pytest.mark.parametrize("error", family(), ids=lambda error: error.__name__)
def test_error_has_a_marked_sentence_and_a_code(error: type[CuratorError]) -> None:
    assert error.sentence in CATALOGUE
    assert re.fullmatch(r"[a-z_]+", error.code)


def test_reason_inside_a_sentence_is_translated_too() -> None:
    error = UnreadableFile(reason="it is a folder")
    assert sentence_for(error, CATALOGUE) == "Filen kunne ikke læses: det er en mappe."


def test_words_of_the_user_are_never_read_as_blanks() -> None:
    error = UnknownTag(name="{id} {0} %s")
    assert "»{id} {0} %s«" in sentence_for(error, CATALOGUE)
    assert "{id}" in sentence_for(error, {})


def test_hint_on_a_query_is_in_the_language_of_the_user(run: Run) -> None:
    said = {}
    for language in ("da", "en"):
        found = run("search", "--json", "--", "tag: (", KDCURATOR_LANG=language)
        said[language] = [one["message"] for one in found.json["misread"]]
        assert found.err.splitlines()[-2:] == said[language]
    assert len(said["da"]) == len(said["en"]) == 2
    assert not set(said["da"]) & set(said["en"])
