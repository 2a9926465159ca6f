"""A text that was written here, written on: versions, its quotes, and older texts brought back."""

from collections.abc import Callable

import pytest

from kdcurator.bootstrap import Curator, build_intake
from kdcurator.domain.article import ArticleId, Metadata, TextType
from kdcurator.domain.errors import NotWrittenHere
from kdcurator.domain.quote import AnchorState, QuoteFilter, QuoteRequest
from kdcurator.services.arrivals import Arrival, TextToRead
from kdcurator.services.editing import Edited
from tests.services.conftest import ARTICLE

BOUGHT = "Vi køber ikke noget, som borgerne ikke kan bruge"
WORTH = "Men det var det værd 😀"

Edit = Callable[[str], Edited]


@pytest.fixture
def written(curator: Curator) -> ArticleId:
    """Write a text here and save two quotes of it."""
    said = Metadata(title="Møde", text_type=TextType.NOTE)
    (item,) = curator.articles.import_text(TextToRead(ARTICLE, said)).imported
    places = [(ARTICLE.index(words), len(words)) for words in (BOUGHT, WORTH)]
    curator.quotes.save_quotes(
        [QuoteRequest(item.article.id, [(at, at + length)]) for at, length in places]
    )
    return item.article.id


def read(curator: Curator, text: str) -> Arrival:
    (arrival,) = build_intake(curator.library.originals).read_all(TextToRead(text))
    assert isinstance(arrival, Arrival)
    return arrival


@pytest.fixture
def edit(curator: Curator, written: ArticleId) -> Edit:
    return lambda text: curator.editing.save(written, read(curator, text))


def stand(curator: Curator) -> list[tuple[str, AnchorState]]:
    assert curator.upkeep.check().is_ok
    return [(q.text, q.anchor_state) for q in curator.quotes.list_quotes(QuoteFilter())]


def test_an_edited_text_is_a_new_version_with_its_quotes(
    curator: Curator, written: ArticleId, edit: Edit
) -> None:
    edited = edit("Skrevet til 😀.\n\n" + ARTICLE.replace(f"- {WORTH}", "- Nej"))
    assert (edited.came_along, edited.marked) == (1, 1)
    assert stand(curator) == [(BOUGHT, AnchorState.EXACT), (WORTH, AnchorState.GONE)]
    assert curator.reading.open_article(written).text.startswith("Skrevet til 😀.")


def test_what_its_writer_said_of_a_text_stays(
    curator: Curator, written: ArticleId, edit: Edit
) -> None:
    edit("En ny rubrik\n\n" + ARTICLE)
    known = curator.reading.open_article(written).article.metadata
    assert (known.title, known.text_type) == ("Møde", TextType.NOTE)


def test_one_undo_takes_an_edit_back(curator: Curator, written: ArticleId, edit: Edit) -> None:
    before = curator.reading.open_article(written)
    edit(ARTICLE.replace("kræfter", "mange kræfter"))
    after = curator.reading.open_article(written)
    curator.history.undo()
    assert curator.reading.open_article(written) == before
    curator.history.redo()
    assert curator.reading.open_article(written) == after


def test_the_same_text_makes_no_version(curator: Curator, written: ArticleId, edit: Edit) -> None:
    edited = edit(ARTICLE)
    assert (edited.updated, edited.change.id) == (None, None)
    assert len(curator.editing.list_versions(written)) == 1


def test_a_blank_more_is_another_text(curator: Curator, written: ArticleId, edit: Edit) -> None:
    assert edit(ARTICLE + " ").updated is not None
    assert [v.number for v in curator.editing.list_versions(written)] == [2, 1]


def test_a_text_from_a_file_is_not_edited(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    with pytest.raises(NotWrittenHere, match=r"came from a\.txt"):
        curator.editing.editable(bring_in())


def test_an_older_text_comes_back_as_the_newest(
    curator: Curator, written: ArticleId, edit: Edit
) -> None:
    edit("Noget helt andet.")
    first = curator.editing.list_versions(written)[-1]
    assert (first.text, first.is_current) == (ARTICLE, False)
    curator.editing.bring_back(written, first.id, read(curator, first.text))
    assert curator.reading.open_article(written).text == ARTICLE
    assert [v.is_current for v in curator.editing.list_versions(written)] == [True, False, False]
    assert [text for text, _ in stand(curator)] == [BOUGHT, WORTH]


def test_an_older_text_of_a_file_comes_back_with_its_file(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in(ARTICLE, "a.txt")
    path = curator.library.folder.parent / "a.txt"
    path.write_text(ARTICLE.replace("kræfter", "mange kræfter"), encoding="utf-8")
    curator.articles.import_files([path])
    newest, first = curator.editing.list_versions(article)
    curator.editing.bring_back(article, first.id, read(curator, first.text))
    assert newest.text != curator.reading.open_article(article).text == ARTICLE
    assert curator.reading.open_article(article).article.original_name == "a.txt"
    assert curator.upkeep.check().is_ok
