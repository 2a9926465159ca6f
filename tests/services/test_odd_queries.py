"""Any text can be asked: it fails nothing, and counts beside its hits can be asked as well."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.services.arrivals import TextToRead
from kdcurator.services.errands import answer_as_json, answer_from_json
from kdcurator.settings import Settings

BOTH = tuple(HitKind)
PIECES = ["borger", "ø", " ", "  ", "(", ")", '"', "»", "«", "„", "”", "-", "*", "~", ":", "..",
          "tag:", "kilde:", "dato:", "rubrik:", "status:", "like:1", "2021", "31.2.2021", "AND ",
          " OR ", " NOT ", " IKKE ", "\u00a0", "\u00ad", "\x00", "\ud800", "🙂", "\n", "e\u0301",
          "foo:bar", "[~", "^2", "\\"]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Curator]:
    """Return a library with an article and a quote that are indexed, and one that is not."""
    folder = tmp_path_factory.mktemp("odd")
    library, cache, backups, logs, config = (
        folder / name for name in ("library", "cache", "backups", "logs", "config")
    )
    with bootstrap.build(Settings(library, cache, backups, logs, config)) as curator:
        curator.articles.import_text(TextToRead("Borgerne får øl, siger Per Dal."))
        wish = QuoteRequest(ArticleId(1), [(0, 15)], speaker="Per Dal", tags=["Ø l"])
        curator.quotes.save_quotes([wish])
        curator.searching.catch_up()
        while curator.searching.warm():
            pass
        curator.articles.import_text(TextToRead("En borger er ikke her."))
        yield curator


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=16).map("".join))
def test_every_text_has_an_answer(library: Curator, query: str) -> None:
    answer = library.searching.search(query, BOTH)
    assert answer.query == query
    assert len(answer.hits) == answer.total <= 3
    assert answer_from_json(answer_as_json(answer)) == answer


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
@example('borger -"')
@example("OR borger NOT")
def test_what_stands_beside_every_answer_can_be_asked(library: Curator, query: str) -> None:
    library.searching.complete(query)
    for found in library.searching.facets(query, BOTH):
        assert library.searching.search(found.query, BOTH).total == found.count
