"""An open article is mended after each change as if it were opened anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import Agreement
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.services.taking import TakingService

Act = Callable[[Curator, OpenArticle], Change]


def _taking(act: Callable[[TakingService, OpenArticle], object]) -> Act:
    def run(curator: Curator, opened: OpenArticle) -> Change:
        taken = act(curator.taking, opened)
        change = getattr(taken, "change", taken)
        assert isinstance(change, Change)
        return change

    return run


def _suggested(opened: OpenArticle) -> Suggested:
    return Suggested(opened.suggestions[0].id)


def _kept(opened: OpenArticle) -> Kept:
    return Kept(opened.quotes[0].id)


ACTS = {
    "tag a suggestion": _taking(lambda t, o: t.toggle_tag([_suggested(o)], TagId(2))),
    "save a selection": _taking(lambda t, o: t.save([Selected(o.article.id, ((0, 7),))])),
    "tag a quote": _taking(lambda t, o: t.toggle_tag([_kept(o)], TagId(2))),
    "take a tag off": _taking(lambda t, o: t.toggle_tag([_kept(o)], TagId(1))),
    "make a tag": _taking(lambda t, o: t.add_tags([_kept(o)], ["ganske ny"])),
    "dismiss": _taking(lambda t, o: t.dismiss([o.suggestions[0].id])),
    "remove": _taking(lambda t, o: t.remove([o.quotes[0].id])),
    "move a quote": _taking(lambda t, o: t.move(_kept(o), [(4, 9)])),
    "move a suggestion": _taking(lambda t, o: t.move(_suggested(o), [(4, 9)])),
    "note": _taking(lambda t, o: t.set_note([_kept(o)], "Ring igen")),
    "speaker": _taking(lambda t, o: t.set_speaker([_kept(o)], "Anna Krog")),
    "role": _taking(lambda t, o: t.set_role(o.quotes[0].id, "borgmester", None)),
    "agreement": _taking(lambda t, o: t.set_agreement([_kept(o)], Agreement.UNNAMED)),
    "save strong": _taking(lambda t, o: t.save_strong(o.article.id)),
    "rename a tag": lambda c, _o: c.tags.rename_tag("gevinstrealisering", "gevinst"),
    "use": lambda c, o: c.stories.mark_used("Serien", [o.quotes[0].id]),
}


@pytest.fixture
def opened(curator: Curator, bring_in: Callable[..., ArticleId]) -> OpenArticle:
    """Return an open article with a quote that has a tag and a story."""
    bring_in("En anden\n\n- Det er fint, siger Ib Juhl.\n", "b.txt")
    article_id = bring_in()
    curator.stories.add_story("Serien")
    first = curator.reading.open_article(article_id)
    curator.taking.toggle_tag([Suggested(first.suggestions[0].id)], TagId(1))
    return curator.reading.open_article(article_id)


def _anew(curator: Curator, before: OpenArticle) -> OpenArticle:
    anew = curator.reading.open_article(before.article.id)
    return replace(anew, article=replace(anew.article, is_read=True))


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_mended_article_is_the_article_opened_anew(
    curator: Curator, opened: OpenArticle, act: Act
) -> None:
    curator.reading.mark_read(opened.article.id)
    done = act(curator, opened)
    after = curator.reading.read_again(opened, done)
    assert after == _anew(curator, opened)
    assert done.id is not None
    undone = curator.history.undo()
    assert undone is not None
    assert curator.reading.read_again(after, undone) == _anew(curator, opened)


def test_quote_of_another_article_does_not_come_in(curator: Curator, opened: OpenArticle) -> None:
    other = curator.articles.list_articles()[0]
    taken = curator.taking.save([Selected(other.id, ((0, 7),))])
    after = curator.reading.read_again(opened, taken.change)
    assert after.quotes == opened.quotes
    assert after.suggestions == opened.suggestions


def test_import_of_other_articles_changes_nothing(
    curator: Curator, opened: OpenArticle, bring_in: Callable[..., ArticleId]
) -> None:
    bring_in("Ny\n\n- Kom ind, siger Per Dal.\n", "c.txt")
    change = curator.history.undo()
    assert change is not None
    assert curator.reading.read_again(opened, change) is opened
