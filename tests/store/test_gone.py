"""A library whose folder goes away while it is open is written to again once it is back."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import LibraryGone
from kdcurator.store import tags
from kdcurator.store.library import Library
from kdcurator.store.originals import keep_original

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows renames no folder in which a file is open"
)


def add_tag(library: Library, name: str) -> None:
    with library.change(ChangeKind.ADD_TAG) as work:
        tags.ensure_tag(work, name)


def names(library: Library) -> list[str]:
    with library.read() as connection:
        return [tag.name for tag in tags.list_tags(connection)]


@pytest.fixture
def elsewhere(library: Library) -> Path:
    """Return where the folder of an open library is now."""
    add_tag(library, "før")
    assert "før" in names(library)
    return library.folder.rename(library.folder.with_name("elsewhere"))


def test_nothing_is_written_and_all_is_read_while_it_is_gone(
    library: Library, elsewhere: Path
) -> None:
    with pytest.raises(LibraryGone):
        add_tag(library, "imens")
    with pytest.raises(LibraryGone):
        keep_original(library.originals, b"imens")
    assert "før" in names(library)
    assert not library.folder.exists()


def test_the_same_folder_is_gone_on_with(library: Library, elsewhere: Path) -> None:
    elsewhere.rename(library.folder)
    add_tag(library, "efter")
    assert {"før", "efter"} <= set(names(library))


def test_a_copy_in_its_place_is_connected_to_anew(library: Library, elsewhere: Path) -> None:
    shutil.copytree(elsewhere, library.folder)
    add_tag(library, "efter")
    assert {"før", "efter"} <= set(names(library))
    (library.folder / "library.sqlite3").stat()


def test_originals_of_a_library_that_is_there_are_kept(
    library: Library, add_article: Callable[..., ArticleId]
) -> None:
    add_article()
    assert len(list(library.originals.iterdir())) == 1
