import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import TextType
from kdcurator.domain.errors import CuratorError, NotFetched, TooBig
from kdcurator.importing.fetching import Fetched
from kdcurator.importing.registry import Registry
from kdcurator.services.arrivals import Arrival, Turned, WebPage
from kdcurator.services.intake import Intake
from kdcurator.store.archives import DATABASE
from kdcurator.store.originals import keep_original

URL = "https://avisen.example/nyt/broed?utm_source=facebook"
BODY = "<p>»Der er brød nok på Ærø til hele vinteren,« siger bager Åse Ørsted fra Marstal.</p>" * 4
PAGE = f"<!doctype html><title>x</title><h1>Brød på Ærø</h1>{BODY}".encode()


def intake(fetch: object = None) -> Intake:
    """Return an intake that gets every page from here."""

    def got(url: str) -> Fetched:
        if isinstance(fetch, CuratorError):
            raise fetch
        return Fetched(PAGE, url, "broed.html")

    return Intake(Registry(), bootstrap.text_reader().read, lambda _data: "0" * 64, got)


def test_a_page_is_read_like_the_file_that_it_is() -> None:
    (arrival,) = intake().read_all(WebPage(URL))
    assert isinstance(arrival, Arrival)
    assert arrival.file.text.startswith("Brød på Ærø\n\n»Der er brød nok")
    assert arrival.file.metadata.title == "Brød på Ærø"
    assert arrival.file.metadata.url == "https://avisen.example/nyt/broed"
    assert (arrival.path, arrival.original_name) == (WebPage(URL), "broed.html")


def test_a_page_that_cannot_be_had_is_turned_away() -> None:
    (turned,) = intake(NotFetched(reason="x")).read_all(WebPage(URL))
    assert isinstance(turned, Turned)
    assert (str(turned.path), turned.error.code) == (URL, "unreadable")


def test_a_page_is_kept_with_its_address_and_the_day(curator: Curator) -> None:
    (arrival,) = intake().read_all(WebPage(URL))
    assert isinstance(arrival, Arrival)
    arrival = replace(arrival, original_sha256=keep_original(curator.library.originals, b"x"))
    curator.articles.begin_import().keep([arrival])
    with sqlite3.connect(curator.library.folder / DATABASE) as connection:
        row = connection.execute("SELECT url, accessed_at, original_name FROM article").fetchone()
    connection.close()
    assert (row[0], row[2]) == ("https://avisen.example/nyt/broed", "broed.html")
    assert date.fromisoformat(row[1][:10]).year >= 2024


def test_pages_and_files_are_found_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    named: list[Path | WebPage] = [
        WebPage("https://a.example"),
        tmp_path,
        WebPage("https://b.example"),
        tmp_path / "b",
    ]
    found = [
        item if isinstance(item, WebPage | Path) else item.path for item in intake().find(named)
    ]
    assert found == [named[0], tmp_path / "a.txt", named[2], named[3]]


@pytest.mark.parametrize(
    "url", ["http://localhost:1/", "http://127.0.0.1/", "file:///etc/passwd", "ftp://a.example/"]
)
def test_nothing_on_this_computer_is_fetched(curator: Curator, url: str) -> None:
    (turned,) = curator.articles.import_files([WebPage(url)]).rejected
    assert (str(turned.path), turned.error.code) == (url, "unreadable")


def test_a_mail_is_known_as_one(curator: Curator, tmp_path: Path) -> None:
    mail = tmp_path / "svar.eml"
    mail.write_bytes("From: Bø Ek <b@a.example>\r\nSubject: Svar\r\n\r\n– Ja, siger vi.".encode())
    (kept,) = curator.articles.import_files([mail]).imported
    known = kept.article.metadata
    assert (known.title, known.byline, known.text_type) == ("Svar", "Bø Ek", TextType.MAIL)
    assert "text_type" not in known.guessed


def test_a_store_of_mails_is_told_as_that_however_large_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kdcurator.services.intake.load", _too_big)
    (turned,) = intake().read_all(tmp_path / "post.pst")
    assert isinstance(turned, Turned)
    assert "drag them to a folder" in str(turned.error)
    (turned,) = intake().read_all(tmp_path / "post.mbox")
    assert isinstance(turned, Turned)
    assert turned.error.code == "too_big"


def _too_big(_path: Path) -> bytes:
    raise TooBig(limit=20)
