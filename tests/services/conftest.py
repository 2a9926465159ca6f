"""A curator with a library of its own, and articles to import into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.settings import Settings

ARTICLE = """Per Dal: Vi skal turde sige nej

Lyngsø Kommune siger oftere nej til nye it-systemer, fortæller kommunaldirektør Per Dal.

- Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal.

Det har kostet kræfter i kommunen.

- Men det var det værd 😀, siger kommunaldirektøren.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        library=tmp_path / "library",
        cache=tmp_path / "cache",
        backups=tmp_path / "backups",
        logs=tmp_path / "logs",
        config=tmp_path / "config",
        wait=0.1,
    )


@pytest.fixture
def curator(settings: Settings) -> Iterator[Curator]:
    with bootstrap.build(settings) as opened:
        yield opened


@pytest.fixture
def bring_in(curator: Curator, tmp_path: Path) -> Callable[..., ArticleId]:
    """Import a text and return its article."""

    def bring_in(text: str = ARTICLE, name: str = "a.txt") -> ArticleId:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        report = curator.articles.import_files([path])
        assert not report.rejected
        return report.imported[0].article.id

    return bring_in
