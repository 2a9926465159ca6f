"""Each format from drag-and-drop onto the window to a quote that a key saved.

The files are those of `tests/importing/files`, written by LibreOffice and by hand; archives, mails
of Outlook and projects of other programs are built here: no program at hand writes them. After the
drop and after the key, picture, status line, the library's file and the search are asked.
"""

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kdcurator.gui.dialogs.bundle_preview import BundlePreview
from tests import projects_made
from tests.gui.conftest import Hands
from tests.gui.test_texts_by_keys import drop, urls
from tests.importing import outlook_made
from tests.journeys.places import Places

Opener = Callable[..., Hands]

FILES = Path(__file__).parents[1] / "importing" / "files"
HARBOUR = "Vi har ikke råd til at holde den åben"
QUAY = "Vi har ventet længe på at få vandet tilbage"
TURN = f"{QUAY}, og nu planter vi æbletræer, hvor skibene lå."


def zipped(folder: Path) -> Path:
    """Pack two articles, of which the second lies in a folder."""
    path = folder / "artikler.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(FILES / "kajen.txt", "kajen.txt")
        archive.write(FILES / "havn.docx", "mappe/havn.docx")
    return path


def outlook(folder: Path) -> Path:
    """Build a mail of Outlook from the text of the others."""
    path = folder / "kajen.msg"
    body = (FILES / "kajen.txt").read_text("utf-8").partition("\n\n")[2]
    path.write_bytes(
        outlook_made.message(
            {
                (0x001A, outlook_made.STRING): "IPM.Note",
                (0x0037, outlook_made.STRING): "Kajen i Nørreborg bliver til park",
                (0x0C1A, outlook_made.STRING): "Presse, Nørreborg Kommune",
                (0x1000, outlook_made.STRING): body.replace("\n", "\r\n"),
            }
        )
    )
    return path


def refi(folder: Path) -> Path:
    path = folder / "projekt.qdpx"
    path.write_bytes(projects_made.project())
    return path


def taguette(folder: Path) -> Path:
    projects_made.taguette(folder)
    return folder / "project.sqlite3"


@dataclass(frozen=True)
class Dropped:
    """A file, and what is saved of it."""

    name: str
    quote: str
    articles: int = 1
    keys: tuple[str, ...] = ("4",)
    make: Callable[[Path], Path] | None = None

    def file_in(self, folder: Path) -> Path:
        """Return the file, copied or made there."""
        if self.make is not None:
            return self.make(folder)
        return Path(shutil.copy(FILES / self.name, folder))


DROPPED = (
    *(Dropped(f"kajen.{ending}", QUAY) for ending in ("txt", "md", "html", "mht")),
    Dropped("kajen.eml", QUAY, keys=("Esc", "4")),
    *(Dropped(f"kajen.{ending}", TURN) for ending in ("vtt", "srt")),
    *(Dropped(f"havn.{ending}", HARBOUR) for ending in ("docx", "odt", "fodt", "rtf", "epub")),
    Dropped("avisside.pdf", "Vi lærer mere\naf det, vi lukker ned"),
    Dropped("msg", QUAY, make=outlook),
    Dropped("zip", QUAY, articles=2, make=zipped),
    Dropped("qdpx", "Det er dyrt.", articles=4, keys=("Esc", "Ctrl+End", "S", "4"), make=refi),
    Dropped("sqlite3", "Rubrik på ærø", articles=2, keys=("Esc", "S", "4"), make=taguette),
)


@pytest.mark.parametrize("dropped", DROPPED, ids=lambda dropped: dropped.name)
def test_dropped_file_is_seen_said_kept_and_found(
    open_on: Opener, tmp_path: Path, dropped: Dropped
) -> None:
    places = Places(hands := open_on(tmp_path / "library"))
    assert drop(hands.window, urls(dropped.file_in(tmp_path)))
    hands.wait()
    said = "1 article" if dropped.articles == 1 else f"{dropped.articles} articles"
    assert hands.message.startswith(f"{said} imported.")
    brought, before = places.kept(), places.coloured(4)
    hands.press(*dropped.keys)
    assert hands.message.startswith("Saved · tagged “kompetencer”")
    (quote,) = (each for each in places.kept() if each not in brought)
    assert (quote.text, quote.tags, quote.is_verbatim) == (dropped.quote, ("kompetencer",), True)
    assert places.coloured(4) > before
    assert quote.id in places.found("tag:kompetencer")
    assert not hands.part("importReport").isVisible()


def test_files_attached_to_a_mail_are_offered_and_come_in_as_one_undo(
    open_on: Opener, tmp_path: Path
) -> None:
    places = Places(hands := open_on(tmp_path / "library"))
    assert drop(hands.window, urls(FILES / "kajen.eml"))
    hands.wait()
    assert hands.message == "1 article imported. 2 attached files."
    hands.press("Return")
    assert hands.message == "2 articles imported."
    hands.press("4", "J", "4")
    assert [quote.text for quote in places.kept()] == [HARBOUR, "Bænkene kommer i maj"]
    assert places.found("tag:kompetencer") == [1, 2]
    hands.press(*["Ctrl+Z"] * 3)
    assert hands.message == "Undone: 2 articles imported."
    assert len(hands.window.desk.curator.articles.list_articles()) == 1


def test_codebook_makes_tags_that_can_be_put_on(open_on: Opener, tmp_path: Path) -> None:
    (tmp_path / "koder.qdc").write_bytes(projects_made.codebook("blæst", "kompetencer"))
    places = Places(hands := open_on(tmp_path / "library"))
    for file in (FILES / "kajen.txt", tmp_path / "koder.qdc"):
        assert drop(hands.window, urls(file))
        hands.wait()
    assert hands.message == "1 tag made."
    hands.press("T")
    hands.write("blæst")
    hands.press("Return")
    assert [quote.tags for quote in places.kept()] == [("blæst",)]
    assert places.found("tag:blæst") == [1]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.message == "Undone: 1 tag imported."
    hands.press("Ctrl+Y")
    drop(hands.window, urls(tmp_path / "koder.qdc"))
    hands.wait()
    assert hands.message == "All its tags were there already."


@pytest.mark.parametrize(("key", "count"), [("Return", 3), ("Ctrl+Return", 1), ("Esc", 0)])
def test_file_of_many_articles_is_seen_before_it_is_divided(
    open_on: Opener, tmp_path: Path, key: str, count: int
) -> None:
    hands = open_on(tmp_path / "library")
    assert drop(hands.window, urls(FILES / "fjordarkivet.txt"))
    hands.wait()
    preview = hands.part("bundlePreview")
    assert isinstance(preview, BundlePreview)
    assert hands.message == "1 file holds several articles."
    assert preview.accessibleName() == "3 articles in fjordarkivet.txt"
    assert preview.lines()[1] == ("Broen bliver dyrere", "Havby Avis", "2 Nov 2023")
    hands.press(key)
    assert len(hands.window.desk.curator.articles.list_articles()) == count
    if count:
        hands.press("4")
        (quote,) = Places(hands).kept()
        assert (quote.text, quote.is_verbatim) == ("Vi køber ikke mere", True)
        hands.press("Ctrl+Z", "Ctrl+Z")
        assert hands.window.desk.curator.articles.list_articles() == []
