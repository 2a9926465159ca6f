"""Drafts outlive the process, one file each, and nothing is begun where the library is gone."""

from dataclasses import replace

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, TextType
from kdcurator.domain.draft import Draft, DraftKey, key_of_text
from kdcurator.domain.errors import LibraryGone
from kdcurator.settings import Settings

NOTE = Draft(
    DraftKey("note-1"), "Halvt\u00a0skrevet 😀\n\u2028", "Møde", "Nu", "i går", TextType.NOTE
)
TEXT = Draft(key_of_text(ArticleId(7)), "Andre ord", "Møde", article_id=ArticleId(7), based_on="a")


def test_drafts_outlive_the_process(curator: Curator, settings: Settings) -> None:
    curator.drafts.keep(NOTE)
    curator.drafts.keep(TEXT)
    curator.close()
    with bootstrap.build(settings) as again:
        assert sorted(again.drafts.list_drafts(), key=lambda d: d.key) == [NOTE, TEXT]


def test_a_draft_takes_the_place_of_the_one_before(curator: Curator) -> None:
    curator.drafts.keep(NOTE)
    curator.drafts.keep(replace(NOTE, text="Helt skrevet"))
    assert [draft.text for draft in curator.drafts.list_drafts()] == ["Helt skrevet"]


def test_a_forgotten_draft_is_gone_and_forgetting_twice_does_no_harm(curator: Curator) -> None:
    curator.drafts.keep(NOTE)
    curator.drafts.forget(NOTE.key)
    curator.drafts.forget(NOTE.key)
    assert curator.drafts.list_drafts() == []


def test_what_is_no_draft_is_left_alone(curator: Curator) -> None:
    curator.drafts.keep(NOTE)
    folder = curator.library.folder / "drafts"
    for name, text in (("a.json", "{"), ("b.json", "[]"), ("c.json", "{}"), ("d.txt", "")):
        (folder / name).write_text(text)
    assert curator.drafts.list_drafts() == [NOTE]
    assert len(list(folder.iterdir())) == 5


def test_no_folder_is_begun_where_the_library_was(curator: Curator) -> None:
    folder = curator.library.folder
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(LibraryGone):
        curator.drafts.keep(NOTE)
    assert not folder.exists()


def test_drafts_are_no_concern_of_the_proof(curator: Curator) -> None:
    curator.drafts.keep(NOTE)
    assert curator.upkeep.check().is_ok
