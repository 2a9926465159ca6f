"""Tags change name, digit and number; every change has its way back."""

from collections.abc import Callable

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import TagExists, UnknownTag
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Selected


def on_digits(curator: Curator) -> dict[int, str]:
    return {tag.key: tag.name for tag in curator.tags.list_tags() if tag.key is not None}


@pytest.fixture
def tagged(curator: Curator, bring_in: Callable[..., ArticleId]) -> list[str]:
    """Save a quote under the first and the second tag; return the names of all nine."""
    names = [tag.name for tag in curator.tags.list_tags()]
    curator.taking.add_tags([Selected(bring_in(), ((0, 7),))], names[:2])
    return names


def tags_of_the_quote(curator: Curator) -> tuple[str, ...]:
    (quote,) = curator.quotes.list_quotes(QuoteFilter())
    return quote.tags


def test_digits_are_swapped_and_come_back(curator: Curator, tagged: list[str]) -> None:
    before = on_digits(curator)
    curator.tags.set_key(tagged[0], 3)
    assert on_digits(curator) == {**before, 1: tagged[2], 3: tagged[0]}
    curator.history.undo()
    assert on_digits(curator) == before
    curator.history.redo()
    assert on_digits(curator)[3] == tagged[0]


def test_tag_without_a_digit_takes_the_digit_of_another(
    curator: Curator, tagged: list[str]
) -> None:
    curator.tags.add_tag("klima")
    curator.tags.set_key("KLIMA", 2)
    assert on_digits(curator)[2] == "klima"
    assert tagged[1] not in on_digits(curator).values()
    curator.tags.set_key("klima", None)
    assert 2 not in on_digits(curator)


def test_the_same_digit_again_is_no_change(curator: Curator, tagged: list[str]) -> None:
    assert curator.tags.set_key(tagged[0], 1).id is None
    with pytest.raises(UnknownTag):
        curator.tags.set_key("findes ikke", 1)


def test_merged_tags_come_apart_again(curator: Curator, tagged: list[str]) -> None:
    curator.tags.merge_tags(tagged[0], tagged[1])
    assert tags_of_the_quote(curator) == (tagged[1],)
    curator.history.undo()
    assert tags_of_the_quote(curator) == tuple(tagged[:2])
    assert on_digits(curator)[1] == tagged[0]


def test_name_of_another_tag_is_refused(curator: Curator, tagged: list[str]) -> None:
    with pytest.raises(TagExists):
        curator.tags.rename_tag(tagged[0], tagged[1].upper())
    curator.tags.rename_tag(tagged[0], tagged[0].upper())
    assert tags_of_the_quote(curator)[0] == tagged[0].upper()
