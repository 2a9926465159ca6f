"""The articles as rows: what is said of each, what the filter leaves, what is left to do."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.models.articles import ArticleModel
from kdcurator.gui.models.wording import article_title, medium_and_date, work_left

MakeArticle = Callable[..., Article]

pytestmark = pytest.mark.gui


def test_model_keeps_qts_rules(qtmodeltester: ModelTester, an_article: MakeArticle) -> None:
    model = ArticleModel()
    qtmodeltester.check(model)
    model.set_articles(an_article(number) for number in range(1, 6))
    model.toggle_chosen(2)
    model.update_article(an_article(3, "En anden rubrik"))
    model.set_filter("anden")
    qtmodeltester.check(model)
    assert model.rowCount() == 1


def test_suggestions_left_follow_every_update(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_articles([an_article(1, suggestions=3), an_article(2, suggestions=4)])
    model.set_filter("findes ikke")
    model.update_article(an_article(1, suggestions=1))
    model.update_article(an_article(3, suggestions=2))
    assert (model.suggestions, model.total, model.rowCount()) == (7, 3, 0)


@pytest.mark.parametrize(
    ("words", "shown"),
    [("", [1, 2]), ("HAVNEN", [1]), ("bjerg kyst", [2]), ("bjerg havnen", []), ("  ", [1, 2])],
)
def test_filter_wants_every_word_somewhere(
    an_article: MakeArticle, words: str, shown: list[int]
) -> None:
    model = ArticleModel()
    model.set_articles([an_article(1, publication=None), an_article(2, "På bjerget")])
    model.set_filter(words)
    assert [article.id for article in model.values()] == shown


def test_chosen_articles_stay_chosen_when_all_are_set_anew(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_articles([an_article(1), an_article(2)])
    model.toggle_chosen(1)
    model.set_articles([an_article(2), an_article(3)])
    assert [article.id for article in model.chosen()] == [ArticleId(2)]


def test_change_of_counts_asks_for_no_new_layout(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_articles([an_article(1)])
    told: list[list[int]] = []
    model.dataChanged.connect(lambda _first, _last, roles: told.append(roles))
    model.update_article(an_article(1, quotes=5))
    model.update_article(an_article(1, "En længere rubrik", quotes=5))
    assert [bool(roles) for roles in told] == [True, False]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"published_on": date(2018, 10, 24)}, "Kystposten  ·  24 Oct 2018"),
        ({}, "Kystposten  ·  no date"),
        ({"publication": None}, "no date"),
        ({"guessed": frozenset({"publication"})}, "Kystposten?  ·  no date"),
    ],
)
def test_medium_and_date_say_what_is_known_and_guessed(
    an_article: MakeArticle, values: dict[str, object], said: str
) -> None:
    assert medium_and_date(an_article(**values).metadata) == said


@pytest.mark.parametrize(
    ("suggestions", "quotes", "said"),
    [
        (4, 2, ("4 suggestions", "2 saved")),
        (1, 0, ("1 suggestion", "")),
        (0, 6, ("gone through", "6 saved")),
        (0, 0, ("no suggestions", "")),
    ],
)
def test_work_left_is_put_into_words(
    an_article: MakeArticle, suggestions: int, quotes: int, said: tuple[str, str]
) -> None:
    assert work_left(an_article(suggestions=suggestions, quotes=quotes)) == said


@pytest.mark.parametrize(
    ("title", "shown"),
    [(None, "fil.txt"), (" \n ", "fil.txt"), ("To\nlinjer\t her", "To linjer her")],
)
def test_title_is_one_line_and_never_empty(
    an_article: MakeArticle, title: str | None, shown: str
) -> None:
    assert article_title(an_article(title=title)) == shown


def test_screen_reader_hears_the_whole_row(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_articles([an_article(suggestions=2)])
    aloud = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Havnen får en ny mole, Kystposten, no date, 2 suggestions, unread"


def test_tooltip_shows_markup_as_it_stands(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_articles([an_article(title="<img src=x> & mere")])
    tooltip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == "<qt>&lt;img src=x&gt; &amp; mere</qt>"


def test_new_articles_join_at_the_end_and_known_ones_stay(
    qtmodeltester: ModelTester, an_article: MakeArticle
) -> None:
    model = ArticleModel()
    qtmodeltester.check(model)
    model.set_articles([an_article(1, suggestions=3), an_article(2, suggestions=4)])
    model.add_articles([an_article(2, suggestions=9), an_article(3, suggestions=2)])
    qtmodeltester.check(model)
    assert [article.id for article in model.values()] == [1, 2, 3]
    assert (model.total, model.suggestions) == (3, 9)
    assert model.row_of(ArticleId(3)) == 2


def test_new_articles_are_filtered_like_the_others(an_article: MakeArticle) -> None:
    model = ArticleModel()
    model.set_filter("vej")
    model.add_articles([an_article(1, "Ny vej"), an_article(2, "Nyt hus")])
    assert [article.id for article in model.values()] == [1]
    assert model.total == 2
