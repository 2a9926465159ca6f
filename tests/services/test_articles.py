"""Importing: whole, once, in batches that are one undo."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, ReadingNote
from kdcurator.domain.errors import NoAttachments, UnknownArticle
from kdcurator.domain.quote import QuoteFilter
from kdcurator.services.arrivals import Arrival, AttachmentsOf, TextToRead
from kdcurator.services.articles import BATCH, MailWithFiles
from kdcurator.services.intake import SUGGESTED_UNASKED
from tests.importing.outlook_made import BINARY, STRING, attachment, message


def write_many(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Rubrik {number}\n\nBrødtekst nummer {number}.")


def test_many_files_are_one_undo(curator: Curator, tmp_path: Path) -> None:
    write_many(tmp_path / "many", BATCH * 2 + 5)
    seen: list[tuple[int, int]] = []
    report = curator.articles.import_files(
        [tmp_path / "many"], lambda done, total, _: seen.append((done, total))
    )
    assert len(report.imported) == BATCH * 2 + 5
    assert seen == [(50, 105), (100, 105), (105, 105)]
    undone = curator.history.undo()
    assert undone is not None
    assert len(undone.articles) == BATCH * 2 + 5
    assert curator.articles.list_articles() == []
    curator.history.redo()
    assert len(curator.articles.list_articles()) == BATCH * 2 + 5


def test_files_keep_their_natural_order(curator: Curator, tmp_path: Path) -> None:
    write_many(tmp_path / "many", 12)
    curator.articles.import_files([tmp_path / "many"])
    titles = [item.metadata.title for item in curator.articles.list_articles()]
    assert titles == [f"Rubrik {number}" for number in range(12)]


def test_same_text_twice_in_one_run_is_one_article(curator: Curator, tmp_path: Path) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_bytes("Én tekst.\r\nTo linjer.  ".encode("cp1252"))
    second.write_bytes("Én tekst.\nTo linjer.\n".encode())
    report = curator.articles.import_files([first, second])
    (kept,) = report.imported
    (duplicate,) = report.duplicates
    assert (duplicate.path, duplicate.article_id) == (second, kept.article.id)


def test_a_text_that_cannot_be_held_takes_no_other_with_it(curator: Curator) -> None:
    incoming = curator.articles.begin_import()
    intake = bootstrap.build_intake(incoming.originals)
    read = [item for n in range(3) for item in intake.read_all(TextToRead(f"Tekst {n}.\n\nMere."))]
    first, second, third = (item for item in read if isinstance(item, Arrival))
    title = replace(second.file.metadata, title="half a letter: \ud800")
    bad = replace(second, file=replace(second.file, metadata=title))
    kept = incoming.keep([first, bad, third])
    assert [article.text_sha256 for article in kept] == [first.text_sha256, third.text_sha256]
    assert [turned.error.code for turned in incoming.report.rejected] == ["damaged"]


def test_original_lies_there_byte_for_byte(curator: Curator, tmp_path: Path) -> None:
    data = "Smørrebrød\r\ni Ærø".encode("cp1252")
    (tmp_path / "a.txt").write_bytes(data)
    curator.articles.import_files([tmp_path / "a.txt"])
    (original,) = curator.library.originals.iterdir()
    assert original.read_bytes() == data
    (article,) = curator.articles.list_articles()
    text = curator.articles.texts([article.id])[article.id].text
    assert text == "Smørrebrød\ni Ærø"


def test_article_opens_with_its_suggestions(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    bring_in()
    assert curator.articles.list_articles()[0].suggestions >= 2


def test_very_long_text_gets_suggestions_only_when_asked(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    filler = "Der var engang en kommune med mange systemer. "
    article = bring_in("- Vi er klar, siger Per Dal.\n\n" + filler * (SUGGESTED_UNASKED // 40))
    assert curator.articles.list_articles()[0].suggestions == 0
    curator.suggestions.suggest([article])
    assert curator.articles.list_articles()[0].suggestions == 1


def test_unknown_article_has_no_text(curator: Curator) -> None:
    with pytest.raises(UnknownArticle):
        curator.articles.texts([ArticleId(5)])


def test_removed_articles_come_back_with_their_quotes(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    ids = [bring_in(), bring_in("Anden rubrik\n\n- Det er fint, siger Ib Juhl.\n", "b.txt")]
    curator.taking.save_strong(*ids)
    curator.stories.add_story("Historie")
    quotes = curator.quotes.list_quotes(QuoteFilter())
    curator.stories.put("Historie", [quote.id for quote in quotes])
    listed = curator.articles.list_articles()
    curator.articles.remove(ids)
    assert curator.articles.list_articles() == []
    assert curator.quotes.list_quotes(QuoteFilter()) == []
    assert curator.upkeep.check().is_ok
    curator.history.undo()
    assert curator.articles.list_articles() == listed
    assert curator.quotes.list_quotes(QuoteFilter()) == quotes
    curator.history.redo()
    assert curator.articles.list_articles() == []


def _mail_with_two_files(path: Path, body: str = "Se vedhæftet, siger jeg.\n") -> Path:
    inner = EmailMessage()
    inner["Subject"] = "Indre"
    inner.set_content("Et brev i et brev.\n")
    inner.add_attachment("Et bilag til brevet i brevet.\n", filename="bilag.txt")
    outer = EmailMessage()
    outer["Subject"] = "Ydre"
    outer.set_content(body)
    outer.add_attachment("Første bilag.\n", filename="bilag.txt")
    outer.add_attachment(inner)
    path.write_bytes(outer.as_bytes())
    return path


def test_attachments_are_told_and_left_unread(curator: Curator, tmp_path: Path) -> None:
    path = _mail_with_two_files(tmp_path / "a.eml")
    report = curator.articles.import_files([path])
    (mail,) = report.imported
    assert mail.notes == {ReadingNote.ATTACHMENTS}
    names = ("bilag.txt", "Indre.eml")
    assert report.attached == [MailWithFiles(path, names, mail.article.id)]
    assert report.attachments == [AttachmentsOf(path)]
    again = curator.articles.import_files([path])
    assert again.attached == report.attached


def test_attachments_become_articles_when_that_is_asked(curator: Curator, tmp_path: Path) -> None:
    path = _mail_with_two_files(tmp_path / "a.eml")
    report = curator.articles.import_files([path], with_attachments=True)
    assert [item.path for item in report.imported] == [
        path,
        path / "bilag.txt",
        path / "Indre.eml",
        path / "Indre.eml" / "bilag.txt",
    ]
    assert [mail.path for mail in report.attached] == [path]
    curator.history.undo()
    assert curator.articles.list_articles() == []


@pytest.mark.parametrize("kind", ["eml", "msg"])
def test_what_is_attached_can_be_had_when_the_file_is_gone(
    curator: Curator, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"brev.{kind}"
    if kind == "eml":
        _mail_with_two_files(path)
    else:
        bilag = attachment({(0x3707, STRING): "bilag.txt", (0x3701, BINARY): b"Et bilag.\n"})
        path.write_bytes(message({(0x1000, STRING): "Se bilag, siger jeg.\n"}, bilag))
    (mail,) = curator.articles.import_files([path]).imported
    path.unlink()
    report = curator.articles.import_attached([mail.article.id])
    assert report.imported[0].path == Path(path.name) / "bilag.txt"
    assert len(curator.articles.import_attached([mail.article.id]).duplicates) >= 1
    curator.history.undo()
    assert len(curator.articles.list_articles()) == 1


def test_a_text_without_attached_files_says_so(
    curator: Curator, bring_in: Callable[..., ArticleId], tmp_path: Path
) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Uden bilag"
    mail.set_content("Intet her.\n")
    (tmp_path / "b.eml").write_bytes(mail.as_bytes())
    (kept,) = curator.articles.import_files([tmp_path / "b.eml"]).imported
    report = curator.articles.import_attached([bring_in(), kept.article.id])
    assert [type(turned.error) for turned in report.rejected] == [NoAttachments] * 2


def test_a_mail_that_only_brings_files_brings_them(curator: Curator, tmp_path: Path) -> None:
    path = _mail_with_two_files(tmp_path / "a.eml", body="\n")
    report = curator.articles.import_files([path], with_attachments=True)
    assert [turned.error.code for turned in report.rejected] == ["no_text"]
    assert report.attached == [MailWithFiles(path, ("bilag.txt", "Indre.eml"), None)]
    assert len(report.imported) == 3


def test_the_mails_of_an_archive_are_opened_once_or_one_of_them(
    curator: Curator, tmp_path: Path
) -> None:
    mails = [_mail_with_two_files(tmp_path / f"{name}.eml", f"Se {name}.\n") for name in "ab"]
    path = tmp_path / "arkiv.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for mail in mails:
            archive.write(mail, f"breve/{mail.name}")
    report = curator.articles.import_files([path])
    assert [mail.path for mail in report.attached] == [path / "breve" / m.name for m in mails]
    assert report.attachments == [AttachmentsOf(path)]
    intake = bootstrap.build_intake(None)
    assert len(list(intake.read_all(AttachmentsOf(path)))) == 6
    one = list(intake.read_all(AttachmentsOf(report.attached[1].path, after=1)))
    place = path / "breve" / "b.eml" / "Indre.eml"
    assert [item.path for item in one] == [place, place / "bilag.txt"]
