"""Index and database answer as one, whatever state the index is in."""

import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind, Saying
from kdcurator.services.indexing import forget_indexed
from kdcurator.settings import Settings
from tests.services.conftest import ARTICLE

BOTH = (HitKind.ARTICLE, HitKind.QUOTE)


def found(curator: Curator, query: str) -> list[tuple[HitKind, int]]:
    answer = curator.searching.search(query, BOTH)
    assert answer.total == len(answer.hits)
    return sorted((hit.kind, hit.id) for hit in answer.hits)


@pytest.fixture
def article(bring_in: Callable[..., ArticleId]) -> ArticleId:
    return bring_in()


def test_quote_is_found_before_and_after_it_is_indexed(
    curator: Curator, article: ArticleId
) -> None:
    curator.searching.catch_up()
    curator.quotes.save_quotes([QuoteRequest(article, [(0, 31)], tags=["Helt nyt"])])
    expected = [(HitKind.ARTICLE, article), (HitKind.QUOTE, 1)]
    assert found(curator, 'tag:"helt nyt"') == expected
    curator.searching.catch_up()
    assert found(curator, 'tag:"helt nyt"') == expected
    assert curator.searching.indexed() == {HitKind.ARTICLE: 1, HitKind.QUOTE: 1}


def test_undone_quote_is_found_no_more(curator: Curator, article: ArticleId) -> None:
    curator.quotes.save_quotes([QuoteRequest(article, [(0, 31)])])
    curator.searching.catch_up()
    curator.history.undo()
    assert found(curator, "nej") == [(HitKind.ARTICLE, article)]
    curator.searching.catch_up()
    assert found(curator, "nej") == [(HitKind.ARTICLE, article)]


def test_renamed_tag_is_found_by_its_new_name_alone(curator: Curator, article: ArticleId) -> None:
    curator.quotes.save_quotes([QuoteRequest(article, [(0, 31)], tags=["kompetencer"])])
    curator.searching.catch_up()
    curator.tags.rename_tag("kompetencer", "evner")
    assert found(curator, "tag:kompetencer") == []
    assert len(found(curator, "tag:evner")) == 2


def test_lost_index_comes_back(curator: Curator, article: ArticleId, settings: Settings) -> None:
    curator.searching.catch_up()
    shutil.rmtree(settings.cache)
    assert found(curator, "borgerne") == [(HitKind.ARTICLE, article)]
    curator.searching.catch_up()
    assert curator.searching.indexed()[HitKind.ARTICLE] == 1


def test_index_that_cannot_be_written_costs_no_answer(
    curator: Curator, article: ArticleId, settings: Settings
) -> None:
    settings.cache.mkdir(exist_ok=True)
    shutil.rmtree(settings.cache)
    settings.cache.write_text("a file where the cache should be")
    curator.searching.catch_up()
    assert found(curator, "borgerne") == [(HitKind.ARTICLE, article)]


def test_index_of_an_older_backup_is_recognised(
    curator: Curator, article: ArticleId, bring_in: Callable[..., ArticleId]
) -> None:
    made = curator.backups.back_up()
    second = bring_in("Noget helt andet om borgerne.", "b.txt")
    curator.searching.catch_up()
    assert found(curator, "borgerne") == [(HitKind.ARTICLE, article), (HitKind.ARTICLE, second)]
    curator.backups.restore(made.path)
    assert found(curator, "borgerne") == [(HitKind.ARTICLE, article)]


def test_two_copies_of_a_library_have_two_indexes(
    curator: Curator, article: ArticleId, settings: Settings
) -> None:
    curator.searching.catch_up()
    curator.library.close()
    copied = replace(settings, library=settings.library.with_name("copy"))
    shutil.copytree(settings.library, copied.library)
    with bootstrap.build(copied) as copy:
        copy.quotes.save_quotes([QuoteRequest(article, [(0, 31)])])
        assert len(found(copy, "nej")) == 2
    assert found(curator, "nej") == [(HitKind.ARTICLE, article)]


def test_snippet_is_cut_from_the_article(curator: Curator, article: ArticleId) -> None:
    (hit,) = curator.searching.search("kræfter", BOTH).hits
    text = curator.articles.texts([article])[article].text
    assert hit.snippet.strip("…") in text
    assert "kræfter" in hit.snippet


def test_an_article_is_found_by_the_words_of_its_language(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    english = bring_in("The councils of the region met, and each council voted on its libraries.")
    answer = curator.searching.search("library", BOTH)
    assert answer.corrected is None
    assert [(hit.kind, hit.id) for hit in answer.hits] == [(HitKind.ARTICLE, english)]
    (article,) = curator.articles.list_articles()
    curator.articles.edit_details(english, replace(article.metadata, language=None))
    assert curator.searching.search("library", BOTH).corrected == "libraries"


def test_index_is_caught_up_a_part_at_a_time(
    curator: Curator, article: ArticleId, bring_in: Callable[..., ArticleId]
) -> None:
    curator.searching.catch_up()
    for number in range(3):
        bring_in(f"Noget om borgerne nummer {number}.", f"{number}.txt")
    assert [curator.searching.catch_up(at_most=2) for _ in range(2)] == [True, False]
    assert curator.searching.indexed()[HitKind.ARTICLE] == 4


def test_index_that_is_made_anew_tells_how_far_it_is(
    curator: Curator, article: ArticleId, bring_in: Callable[..., ArticleId]
) -> None:
    for number in range(9):
        bring_in(f"Noget helt andet om borgerne {number}.", f"{number}.txt")
    told: list[tuple[int, int]] = []
    curator.searching.catch_up(2, lambda done, total, _: told.append((done, total)))
    assert told == sorted(told)
    assert (told[0], told[-1], len(told)) == ((0, 10), (7, 10), 10), "terms are left to be written"


def test_reader_of_the_library_indexes_and_leaves_the_list_of_work_to_its_writer(
    curator: Curator, article: ArticleId, settings: Settings
) -> None:
    reader = bootstrap.build(settings)
    assert not reader.searching.catch_up()
    reached = reader.searching.reached
    reader.library.close()
    assert not reader.library.lock.is_held
    assert reached is not None
    forget_indexed(curator.library, reached)
    assert found(curator, "borgerne") == [(HitKind.ARTICLE, article)]
    assert curator.searching.indexed()[HitKind.ARTICLE] == 1


def test_tag_is_suggested_from_the_moment_that_it_was_put_on(
    curator: Curator, article: ArticleId
) -> None:
    curator.searching.catch_up()
    said = Saying("Hvad har det kostet af kræfter?", article_id=99)
    assert curator.searching.suggest_tags(said) == []
    start = ARTICLE.index("Det har kostet")
    curator.quotes.save_quotes([QuoteRequest(article, [(start, start + 37)], tags=["slid"])])
    assert [one.name for one in curator.searching.suggest_tags(said)] == ["slid"]
    curator.history.undo()
    assert curator.searching.suggest_tags(said) == []


def test_tags_of_the_same_article_are_suggested_by_all_its_quotes_but_the_one_asked_about(
    curator: Curator, article: ArticleId
) -> None:
    curator.quotes.save_quotes([QuoteRequest(article, [(0, 31)], tags=["slid"])])
    assert curator.searching.suggest_tags(Saying("Noget helt andet", article))
    assert not curator.searching.suggest_tags(Saying("Noget helt andet", article, quote_id=1))


def test_quotes_of_other_articles_are_found_that_are_like_one(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    one = bring_in()
    words = "Systemer, som borgerne ikke bruger, køber kommunen ikke mere."
    other = bring_in(words, "b.txt")
    start = ARTICLE.index("Vi køber")
    inside = (start, ARTICLE.index(", siger Per Dal"))
    curator.quotes.save_quotes(
        [QuoteRequest(one, [inside]), QuoteRequest(one, [(0, 31)]), QuoteRequest(other, [(0, 61)])]
    )
    for query in ("ligner:1", " LIKE:1"):
        assert found(curator, query) == [(HitKind.QUOTE, 3)]
    curator.searching.catch_up()
    assert found(curator, "like:1") == [(HitKind.QUOTE, 3)]
    assert found(curator, "like:99") == []
