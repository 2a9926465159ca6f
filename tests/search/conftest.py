"""Rows to search, made of as little as a test has to say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.index import WhooshIndex

Make = Callable[..., Searchable]
Find = Callable[..., list[tuple[HitKind, int]]]


@pytest.fixture(scope="session")
def article() -> Make:
    def make(number: int, text: str = "", title: str = "", **known: Any) -> Searchable:
        return Searchable(HitKind.ARTICLE, number, number, title=title, text=text, **known)

    return make


@pytest.fixture(scope="session")
def quote() -> Make:
    def make(number: int, text: str = "", title: str = "", **known: Any) -> Searchable:
        return Searchable(HitKind.QUOTE, number, 1, title=title, text=text, **known)

    return make


@pytest.fixture(scope="session")
def row() -> Callable[[int], Pending]:
    """Make the outbox row with a number."""
    return lambda seq: Pending(seq, f"token-{seq}", HitKind.ARTICLE, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index" / "library"


@pytest.fixture
def index(folder: Path) -> WhooshIndex:
    return WhooshIndex(folder)


@pytest.fixture(scope="session")
def find(tmp_path_factory: pytest.TempPathFactory) -> Find:
    """Search rows that no index holds; return what was found, best first."""
    empty = WhooshIndex(tmp_path_factory.mktemp("search") / "none")

    def found(query: str, *rows: Searchable) -> list[tuple[HitKind, int]]:
        total, hits = empty.search(query, list(HitKind), rows, [], 1_000)
        assert total == len(hits)
        return [(hit.kind, hit.id) for hit in hits]

    return found
