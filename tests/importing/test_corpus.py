"""The whole way in, on the five real articles: bytes, encoding, text, reading, metadata."""

import json
from pathlib import Path

import pytest

from kdcurator import settings
from kdcurator.domain.article import Metadata
from kdcurator.importing.files import FoundFile, find_files, load
from kdcurator.importing.metadata import describe
from kdcurator.importing.registry import Registry
from kdcurator.text.suggestion.language import load_language
from kdcurator.text.suggestion.reader import TextReader

pytestmark = pytest.mark.corpus

FIELDS = {"title": "title", "lede": "subtitle_or_lede", "byline": "byline", "publication": "source"}


@pytest.fixture(scope="module")
def described(corpus: Path) -> dict[str, tuple[str, Metadata]]:
    """Return text and metadata of each article by its file's name."""
    reader = TextReader(load_language(settings.resources() / "danish"))
    articles = {}
    for met in find_files(sorted(corpus.glob("*.txt"))):
        assert isinstance(met, FoundFile)
        text = Registry().read_bytes(load(met.path), met.path.name).text
        articles[met.path.name] = text, describe(text, reader.read(text))
    return articles


@pytest.fixture(scope="module")
def gold(corpus: Path) -> list[dict[str, str]]:
    """Return what careful readers marked in each article."""
    files = sorted((corpus / "gold").glob("*.json"))
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


Described = dict[str, tuple[str, Metadata]]
Gold = list[dict[str, str]]


@pytest.mark.parametrize("field", FIELDS)
def test_metadata_is_what_careful_readers_marked(
    described: Described, gold: Gold, field: str
) -> None:
    found = {name: getattr(metadata, field) for name, (_, metadata) in described.items()}
    assert found == {marks["file"]: marks[FIELDS[field]] for marks in gold}


def test_no_day_and_no_address_is_invented(described: Described) -> None:
    assert {(m.published_on, m.url) for _, m in described.values()} == {(None, None)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman"])
def test_real_articles_survive_every_encoding(described: Described, encoding: str) -> None:
    for name, (text, _) in described.items():
        kept = text.encode(encoding, "ignore").decode(encoding)
        assert Registry().read_bytes(kept.encode(encoding), name).text == kept.lstrip("\ufeff")
