"""The libraries that are pictured: one that is worked in, and one that is awkward throughout.

Owns what lies in them; all texts are our own. Must not know windows.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Metadata, TextType
from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.services.arrivals import TextToRead
from kdcurator.settings import from_environment, seeds

_LONG: Final = "Kommunaldirektørforeningens digitaliseringsstrategiarbejdsgruppeformand"
_AWKWARD: Final = f"""{_LONG} om sagsbehandlingstidsfristoverskridelser: Vi må \
begynde forfra med det hele

Interview

Af Anna-Margrethe Østergaard-Kjærsgaard Christoffersen

– Sagsbehandlingstidsfristoverskridelserne er et ledelsesansvar. De er ikke et teknisk problem. \
Vi har ladet dem ligge for længe, siger Anna-Margrethe Østergaard-Kjærsgaard Christoffersen.

– Først tæller vi. Så taler vi. Derefter rydder vi op, siger Bo Li.

– Nu er der taget hul på det, siger en medarbejder i {_LONG.casefold()}ens forvaltning.

– Det har vi ventet på i årevis, og vi har sagt det til alle, der ville høre på det.

Faktaboks: {_LONG} har siddet siden 2017.
"""
_NOTE: Final = """Ring til Ib om broen

Talt med Ib Juhl, formand for brolauget i Lyngsø, torsdag kl. 14. Han vil gerne citeres.

– Vi har ventet på den bro i tyve år, og nu kan vi se pælene fra køkkenvinduet, siger Ib Juhl.

Hvem betaler, når isen tager den første vinter? Det ved ingen endnu.

– Det har vi spurgt kommunen om tre gange. Vi spørger gerne en fjerde gang, siger Ib Juhl.

Husk: tegningen fra 1987, og navnet på ingeniøren.
"""
_OTHER_TITLE: Final = "Birthe Vangsø: Derfor er det svært at slukke for det gamle"
_TAGS: Final = (
    "digitaliseringsstrategiarbejdsgruppe",
    "sagsbehandlingstidsfristoverskridelse",
    "ledelse af ledere af ledere i kommunerne",
)
_LONG_ENOUGH: Final = 90
_SENTENCES: Final = ("Sagsbehandlingstidsfristoverskridelserne er", "De er ikke", "Vi har ladet")

_RIGHTS: Final = "© Alt materiale i Fjordarkivet er omfattet af lov om ophavsret."
_EXPORTED: Final = (
    ("Havby siger nej til nye systemer", "Fjordposten, 12. marts 2024, side 4, Karen Holm", "",
     "- Vi køber ikke mere, siger borgmester Bo Lund.", "", _RIGHTS, "Id: e1234567"),
    ("Sagsbehandlingstidsfristerne skrider i fem af kommunens otte forvaltninger igen i år",
     "Havby Avis | torsdag 02.11.2023 | Side 12 | Af Per Dal | 345 ord", "",
     "Prisen er steget igen.", "", _RIGHTS, "Id: e89abcdef"),
    ("Ny skole", "Havby Folkeblad", "4. april 2022", "", "Der skal bygges.", "", "Id: e9999999"),
)  # fmt: skip


def prepare(folder: Path) -> None:
    """Fill a library as somebody has it who works on a story: one article done, one begun."""
    with _library(folder) as curator:
        curator.articles.import_files(sorted(seeds().glob("*.txt")))
        curator.stories.add_story("Digital ledelse", date(2026, 12, 4))
        done, begun, *_ = curator.articles.list_articles()
        _tag_some(curator, done.id, share=1.0)
        _tag_some(curator, begun.id, share=0.5)
        curator.reading.mark_read(done.id)


def prepare_awkward(folder: Path) -> None:
    """Fill a library with one article of long words, long names and quotes that overlap."""
    source = folder.with_name(f"{folder.name}.txt")
    source.write_text(_AWKWARD, encoding="utf-8")
    with _library(folder) as curator:
        curator.articles.import_files([source])
        name = "Historien om, hvorfor det altid tager længere tid, end nogen havde regnet med"
        curator.stories.add_story(name, date(2026, 11, 20))
        (article,) = curator.articles.list_articles()
        text = curator.reading.open_article(article.id).text
        starts = [text.index(words) for words in _SENTENCES]
        end = text.index(", siger Anna")
        for start, tag in zip(starts, _TAGS, strict=True):
            target = Selected(article.id, ((start, end),))
            curator.taking.add_tags([target], [tag, "ledelse"])
            curator.taking.set_speaker([target], "Anna-Margrethe Østergaard-Kjærsgaard")


def prepare_newer(folder: Path) -> None:
    """Fill a library with an article that came again: quotes moved, unsure and gone."""
    prepare(folder)
    source = sorted(seeds().glob("*.txt"))[0]
    with _library(folder) as curator:
        (article, *_) = curator.articles.list_articles()
        text = curator.reading.open_article(article.id).text
        found = curator.reading.open_article(article.id).quotes
        changed = folder.with_name(source.name)
        changed.write_text(_newer(text, [quote.segments[0].exact for quote in found]), "utf-8")
        curator.articles.import_files([changed])


def _newer(text: str, quotes: Sequence[str]) -> str:
    """Return a text in which some quotes have other words, and one is gone."""
    first, second, third, *_ = (words for words in quotes if len(words) > _LONG_ENOUGH)
    words = first.split()
    text = text.replace(first, " ".join([*words[:3], "altid", *words[4:]]))
    words = second.split()
    text = text.replace(second, " ".join([*words[: 2 * len(words) // 3], "og sådan er det"]))
    return text.replace(third, "Det har vi ikke noget at sige til")


def prepare_similar(folder: Path) -> None:
    """Fill a library with the sample articles, and one of them once more from another paper."""
    source = folder.with_name(f"{folder.name}.txt")
    first, *_ = sorted(seeds().glob("*.txt"))
    _title, _, rest = first.read_text(encoding="utf-8").partition("\n")
    words = rest.replace("41.000 indbyggere", "godt 40.000 indbyggere").replace("fire år", "tre år")
    parts = words.rstrip().split("\n\n")
    source.write_text("\n\n".join([_OTHER_TITLE, *parts[1:-1]]) + "\n", encoding="utf-8")
    prepare(folder)
    with _library(folder) as curator:
        curator.articles.import_files([source])
        article = curator.articles.list_articles()[0]
        known = replace(article.metadata, publication="Kommunal Horisont")
        curator.articles.edit_details(article.id, known)


def work_for_days(curator: Curator) -> None:
    """Let a library have backups of several days, with work between them; the last is of now."""
    forget_backups(curator)
    today = curator.library.now
    for days, hours in ((47, 3.0), (8, 2.2), (7, 4.0), (1, 6.5), (1, 1.0), (0, 3.0), (0, 0.6)):
        moment = today() - timedelta(days=days, hours=hours)
        curator.library.now = lambda moment=moment: moment  # type: ignore[misc]  # a clock for a while
        by_hand = days == 1 and hours > 5
        curator.backups.back_up() if by_hand else curator.backups.back_up_if_due()
        _work_a_little(curator)
    curator.library.now = today


def write_a_note(curator: Curator) -> ArticleId:
    """Write a text in the program."""
    said = Metadata(title="Ring til Ib om broen", text_type=TextType.INTERVIEW)
    (item,) = curator.articles.import_text(TextToRead(_NOTE, said)).imported
    return item.article.id


def forget_backups(curator: Curator) -> None:
    """Let a library have no backups: those of another picture are of the same one."""
    shutil.rmtree(curator.backups.folder, ignore_errors=True)


def write_a_bundle(folder: Path) -> Path:
    """Write what a media archive exports of a search."""
    path = folder / "Fjordarkivet 2026-11-24.txt"
    path.write_text("\n\n".join(map("\n".join, _EXPORTED)), encoding="utf-8")
    return path


def write_a_mail(folder: Path) -> Path:
    """Write a mail to which two files are attached."""
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Referat og bilag", "Karen Holm <karen@lyngsoe.example>"
    mail.set_content("Kære redaktion\n\nHer er referatet fra byrådet.\n\nKaren Holm")
    for name in ("Referat fra byrådets møde den 24. oktober 2018.docx", "Bilag 1 – budget.pdf"):
        mail.add_attachment(b"-", "application", "octet-stream", filename=name)
    path = folder / "Referat.eml"
    path.write_bytes(mail.as_bytes(policy=SMTP))
    return path


def _work_a_little(curator: Curator) -> None:
    """Save two suggestions, and remove a quote."""
    article = next(article for article in curator.articles.list_articles() if article.suggestions)
    found = curator.reading.open_article(article.id)
    curator.taking.save([Suggested(item.id) for item in found.suggestions[:2]])
    curator.taking.remove([quote.id for quote in found.quotes[:1]])


def _library(folder: Path) -> Curator:
    settings = replace(from_environment(bootstrap.platform_folders()), library=folder)
    return bootstrap.build(settings)


def _tag_some(curator: Curator, article_id: ArticleId, share: float) -> None:
    """Save the first part of an article's suggestions, every third with a second tag."""
    tags = curator.tags.list_tags()
    found = curator.reading.open_article(article_id).suggestions
    for number, suggestion in enumerate(found[: round(len(found) * share)]):
        tag = tags[number % len(tags)]
        (quote_id,) = curator.taking.toggle_tag([Suggested(suggestion.id)], tag.id).ids
        if number % 3 == 0:
            second = tags[(number + 4) % len(tags)]
            curator.taking.toggle_tag([Kept(quote_id)], second.id)
