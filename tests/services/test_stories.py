"""Stories collect quotes; new quotes join the current one."""

from collections.abc import Callable
from datetime import date

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import EmptyName, StoryExists, UnknownStory
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Selected


def names(curator: Curator) -> list[tuple[str, int, bool]]:
    return [(s.name, s.quotes, s.is_current) for s in curator.stories.list_stories()]


def test_new_quotes_join_the_current_story(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    curator.stories.add_story("Digital ledelse", date(2026, 12, 4))
    curator.taking.save([Selected(article, ((0, 7),))])
    assert names(curator) == [("Digital ledelse", 1, True)]
    current = curator.stories.current()
    assert current is not None
    assert current.deadline == date(2026, 12, 4)
    curator.stories.switch_to(None)
    curator.taking.save([Selected(article, ((9, 12),))])
    assert names(curator) == [("Digital ledelse", 1, False)]
    assert len(curator.quotes.list_quotes(QuoteFilter(story="DIGITAL LEDELSE"))) == 1


def test_quotes_are_put_in_taken_out_and_marked_as_used(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    ids = curator.taking.save([Selected(article, ((0, 7),)), Selected(article, ((9, 12),))]).ids
    curator.stories.add_story("Én historie")
    curator.stories.put("én historie", ids)
    assert names(curator)[0][1] == 2
    curator.stories.take("én historie", ids[:1])
    curator.stories.mark_used("én historie", ids)
    curator.stories.mark_used("én historie", ids)
    assert [q.used_in for q in curator.quotes.list_quotes(QuoteFilter())] == [("Én historie",)] * 2
    for _ in range(3):
        curator.history.undo()
    assert names(curator)[0][1] == 0


def test_archived_story_takes_no_more_quotes(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    curator.stories.add_story("Gammel")
    curator.stories.archive_story("gammel")
    assert curator.stories.current() is None
    curator.taking.save([Selected(article, ((0, 7),))])
    assert names(curator)[0][1] == 0
    curator.history.undo()
    curator.history.undo()
    assert curator.stories.current() is not None


def test_names_of_stories_are_guarded(curator: Curator) -> None:
    curator.stories.add_story("Én")
    with pytest.raises(StoryExists):
        curator.stories.add_story(" ÉN ")
    with pytest.raises(EmptyName):
        curator.stories.add_story("…")
    with pytest.raises(UnknownStory):
        curator.stories.put("To", [])
