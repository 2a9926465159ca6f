"""What is told beside a quote that a search found: what else its speaker said, its stories."""

from collections.abc import Callable

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId, QuoteRequest
from kdcurator.domain.searching import Beside, HitKind
from kdcurator.services.errands import answer_as_json, answer_from_json

BOTH = (HitKind.ARTICLE, HitKind.QUOTE)


def told(curator: Curator, query: str) -> dict[tuple[HitKind, int], Beside | None]:
    answer = curator.searching.search(query, BOTH)
    assert answer_from_json(answer_as_json(answer)) == answer
    return {(hit.kind, hit.id): hit.beside for hit in answer.hits}


def test_other_quotes_and_stories_are_told_in_the_same_answer(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    wishes = [QuoteRequest(article, [place], speaker="Per Dal") for place in ((0, 31), (2, 31))]
    curator.quotes.save_quotes([*wishes, QuoteRequest(article, [(4, 31)])])
    for name in ("Kort", "Lang"):
        curator.stories.add_story(name)
        curator.stories.mark_used(name, [QuoteId(1)])
    assert told(curator, "nej") == {
        (HitKind.ARTICLE, article): None,
        (HitKind.QUOTE, 1): Beside(1, ("Kort", "Lang")),
        (HitKind.QUOTE, 2): Beside(1),
        (HitKind.QUOTE, 3): Beside(),
    }
    curator.searching.catch_up()
    curator.history.undo()
    assert told(curator, "nej")[HitKind.QUOTE, 1] == Beside(1, ("Kort",))
