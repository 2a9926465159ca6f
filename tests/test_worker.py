"""The child process: its verbs, and that values come through it as they went in."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator import bootstrap, worker
from kdcurator.domain.article import (
    ArticleId,
    Language,
    Metadata,
    Part,
    PartKind,
    ReadFile,
    TextType,
)
from kdcurator.domain.errors import CannotWrite, TooBig, UnreadableFile
from kdcurator.domain.exporting import CsvDialect, Exported, ExportWish, Grouping
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import QuoteFilter, QuoteRequest, Span, Style
from kdcurator.domain.searching import HitKind, Question
from kdcurator.domain.suggestion import Reading, SuggestedQuote
from kdcurator.services.arrivals import (
    Arrival,
    AttachmentsOf,
    KeptMail,
    TextToRead,
    ToRead,
    Turned,
    WebPage,
    arrival_as_json,
    arrival_from_json,
    error_as_json,
    error_from_json,
    overlaid,
    to_read_as_json,
    to_read_from_json,
    turned_as_json,
    turned_from_json,
)
from kdcurator.services.errands import (
    answer_from_json,
    differences_from_json,
    exported_from_json,
    question_as_json,
    settings_as_json,
    wish_as_json,
)
from kdcurator.settings import Settings

TEXT = "Havby siger nej\n\n- Vi køber ikke mere 😀, siger borgmester Karen Holm.\n"
Serve = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        library=tmp_path / "library",
        cache=tmp_path / "cache",
        backups=tmp_path / "backups",
        logs=tmp_path / "logs",
        config=tmp_path / "config",
        wait=0.0,
    )


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    (tmp_path / "originals").mkdir()
    return tmp_path / "originals"


@pytest.fixture
def serve(originals: Path) -> Serve:
    """Return a worker on paper: requests in, answers out."""

    def serve(*requests: dict[str, Any]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        opening = {"verb": "open", "originals": str(originals)}
        worker.serve([json.dumps(r).encode() for r in (opening, *requests)], answers.append)
        return json.loads(json.dumps(answers))  # type: ignore[no-any-return] # what went through

    return serve


def _read(*items: dict[str, Any]) -> dict[str, Any]:
    return {"verb": "read", "items": list(items)}


def test_find_names_files_and_turns_away_what_is_none(serve: Serve, tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "2.txt").write_text("b")
    (folder / "10.txt").write_text("a")
    missing = tmp_path / "missing.txt"
    answers = serve({"verb": "find", "paths": [str(missing), str(folder)]})
    turned = turned_from_json(answers[0]["unreadable"])
    assert (turned.path, turned.error.code) == (missing, "unreadable")
    assert answers[1:] == [
        {"found": [str(folder / "2.txt"), str(folder / "10.txt")]},
        {"done": "find"},
    ]


def test_read_gives_what_the_text_holds_and_keeps_its_bytes(
    serve: Serve, tmp_path: Path, originals: Path
) -> None:
    path = tmp_path / "havby.txt"
    path.write_bytes(TEXT.encode())
    begun, read, ended, done = serve(_read({"path": str(path)}))
    arrival = arrival_from_json(read["arrival"])
    assert (begun, ended, done) == ({"reading": 0}, {"read": 0}, {"done": "read"})
    assert (arrival.path, arrival.file.text) == (path, TEXT)
    assert arrival.reading.quotes[0].speaker == "Karen Holm"
    assert (originals / arrival.original_sha256).read_bytes() == TEXT.encode()


def test_one_bad_file_stops_no_other(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    answers = serve(_read({"path": str(tmp_path / "empty.txt")}, {"text": TEXT, "metadata": None}))
    kinds = [next(iter(answer)) for answer in answers]
    assert kinds == ["reading", "turned", "read", "reading", "arrival", "read", "done"]
    assert turned_from_json(answers[1]["turned"]).error.code == "empty"


@pytest.mark.parametrize(
    "text",
    ["<html><body>Hej", "%PDF-1 hej", "Halv \ud83d.", "\ufeffHej", "{\\rtf1 Hej"],
)
def test_a_pasted_text_is_a_text_whatever_it_looks_like(serve: Serve, text: str) -> None:
    answers = serve(_read({"text": text, "metadata": None}))
    arrival = arrival_from_json(answers[1]["arrival"])
    assert arrival.path is None
    assert arrival.file.media_type == "text/plain"
    assert arrival.file.text == text.replace("\ud83d", "\ufffd").removeprefix("\ufeff")


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_that_says_nothing_is_turned_away(serve: Serve, text: str) -> None:
    answers = serve(_read({"text": text, "metadata": None}))
    assert turned_from_json(answers[1]["turned"]).error.code == "no_text"


def test_what_the_writer_says_of_a_text_goes_before_what_is_found() -> None:
    found = Metadata(title="Fundet", byline="Bo", guessed=frozenset({"title", "byline"}))
    said = Metadata(title="Sagt", text_type=TextType.NOTE)
    assert overlaid(found, said) == Metadata(
        title="Sagt", byline="Bo", text_type=TextType.NOTE, guessed=frozenset({"byline"})
    )
    assert overlaid(found, None) == found


def test_what_stops_everything_is_told_and_ends_the_process(serve: Serve, originals: Path) -> None:
    originals.rmdir()
    originals.touch()
    (answer_begun, told) = serve(_read({"text": TEXT, "metadata": None}), _read())
    assert answer_begun == {"reading": 0}
    assert isinstance(error_from_json(told["error"]), CannotWrite)


@pytest.mark.parametrize(
    "error", [TooBig(limit=20), UnreadableFile(reason="x"), CannotWrite(path=Path("a"), reason="b")]
)
def test_errors_come_through_with_their_details(error: CannotWrite) -> None:
    found = error_from_json(json.loads(json.dumps(error_as_json(error))))
    assert (type(found), str(found)) == (type(error), str(error))


_texts = st.none() | st.text()
_spans = st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda p: Span(p[0], p[0] + p[1]))
_metadata = st.builds(
    Metadata,
    **dict.fromkeys(
        ["title", "subtitle", "kicker", "lede", "byline", "publication", "url"], _texts
    ),
    published_on=st.none() | st.dates(date(1900, 1, 1)),
    language=st.none() | st.sampled_from(Language),
    municipality=_texts,
    text_type=st.sampled_from(TextType),
    guessed=st.frozensets(st.sampled_from(["title", "publication"])),
)
_readings = st.builds(
    Reading,
    st.lists(
        st.builds(
            SuggestedQuote,
            st.lists(_spans, min_size=1, max_size=3).map(tuple),
            _texts,
            st.sampled_from(Style),
            _texts,
            st.floats(0, 1),
            st.text(),
        )
    ).map(tuple),
    st.lists(st.builds(Part, st.sampled_from(PartKind), st.integers(), st.integers())).map(tuple),
    st.lists(st.builds(Presentation, st.text(), _texts, _texts, _texts)).map(tuple),
    st.sampled_from(Language),
)
_files = st.builds(ReadFile, st.text(), st.text(), _texts, st.integers(), _metadata)
_paths = st.sampled_from(
    [None, Path("a/æ.txt"), Path("br\udcf8d"), WebPage("https://avisen.example/æ")]
)


@given(st.builds(Arrival, _paths, st.text(), _files, _readings, st.text(), st.text(), _texts))
def test_arrivals_come_through_as_they_are(arrival: Arrival) -> None:
    assert arrival_from_json(json.loads(json.dumps(arrival_as_json(arrival)))) == arrival


_attached = st.builds(AttachmentsOf, st.just(Path("br\udcf8d")), st.integers(0, 9))
_mails = st.builds(KeptMail, st.just(Path("a/b")), st.text(), st.integers(0, 9))
_more = _attached | _mails


@given(st.builds(TextToRead, st.text(), st.none() | _metadata) | _paths.filter(bool) | _more)
def test_wishes_come_through_as_they_are(item: ToRead) -> None:
    assert to_read_from_json(json.loads(json.dumps(to_read_as_json(item)))) == item


def test_refusals_come_through_as_they_are() -> None:
    turned = Turned(Path("br\udcf8d"), UnreadableFile(reason="it is a folder"))
    found = turned_from_json(json.loads(json.dumps(turned_as_json(turned))))
    assert (found.path, str(found.error)) == (turned.path, str(turned.error))


@pytest.fixture
def serve_library(settings: Settings) -> Serve:
    """Return a worker on paper that reads a library with one article and one quote."""
    curator = bootstrap.build(settings)
    curator.articles.import_text(TextToRead(TEXT))
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(19, 38)])])
    curator.library.close()

    def serve_library(*requests: dict[str, Any]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        opening = {"verb": "library", "settings": settings_as_json(settings)}
        worker.serve([json.dumps(r).encode() for r in (opening, *requests)], answers.append)
        return json.loads(json.dumps(answers))  # type: ignore[no-any-return] # what went through

    return serve_library


def test_no_library_is_made_where_one_is_gone(serve_library: Serve, settings: Settings) -> None:
    settings.library.rename(settings.library.with_name("elsewhere"))
    (told,) = serve_library({"verb": "index", "at_most": 100})
    assert told["error"]["kind"] == "LibraryGone"
    assert not settings.library.exists()


def test_search_answers_from_index_and_library(serve_library: Serve) -> None:
    question = question_as_json(Question("ikke"))
    anew, found, done = serve_library({"verb": "search", "question": question})
    assert anew == {"indexing": [0, 2]}
    answer = answer_from_json(found["answer"])
    assert (answer.total, done) == (2, {"done": "search"})
    assert {hit.kind for hit in answer.hits} == set(HitKind)


def test_index_tells_what_it_has_reached(serve_library: Serve) -> None:
    wish = {"verb": "index", "at_most": 100}
    anew, told, _, again, _ = serve_library(wish, wish)
    assert anew == {"indexing": [0, 2]}
    assert told == again
    assert told["is_behind"] is False
    assert told["indexed"] > 0


def test_what_the_index_lacks_is_told_and_its_small_parts_are_joined_when_they_are_many(
    serve_library: Serve,
) -> None:
    wish = {"verb": "index", "at_most": 100, "making": "never"}
    never, _, before, _, _, made, _, after, _, tidied, _ = serve_library(
        wish, {"verb": "warm"}, wish | {"making": "anew"}, {"verb": "warm"}, {"verb": "tidy"}
    )
    assert (never["indexed"], before["lacking"]) == (None, None)
    assert made["indexed"] > 0
    assert (after["lacking"], tidied) == (0, {"tidied": False})


def test_backup_is_made_when_something_changed_or_when_it_is_asked_for(
    serve_library: Serve,
) -> None:
    quietly, asked = ({"verb": "back_up", "is_asked_for": asked} for asked in (False, True))
    first, _, second, _, third, _ = serve_library(quietly, quietly, asked)
    made = [answer["backed_up"] for answer in (first, second, third)]
    assert made == [[1, 1], None, [1, 1]]


def test_comparison_tells_what_would_be_another(serve_library: Serve, settings: Settings) -> None:
    with bootstrap.build(settings) as curator:
        backup = curator.backups.back_up().path
        curator.articles.import_text(TextToRead(TEXT + "Mere."))
    told, done = serve_library({"verb": "compare", "backup": str(backup)})
    found = differences_from_json(told["compared"])
    assert (found.articles.gone, found.quotes.gone, done["done"]) == (1, 0, "compare")


def test_export_writes_and_tells_what_it_wrote(serve_library: Serve, tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    wish = ExportWish(path, QuoteFilter(), Grouping.TAG, CsvDialect.PLAIN)
    told, done = serve_library({"verb": "export", "wish": wish_as_json(wish)})
    assert exported_from_json(told["exported"]) == Exported(path, "csv", 1)
    assert done == {"done": "export"}
    assert path.read_bytes().startswith(b"id,quote")


@pytest.mark.parametrize("verb", ["find", "search", "cook"])
def test_verbs_before_their_opening_are_a_fault(verb: str) -> None:
    line = json.dumps({"verb": verb, "paths": [], "question": {}}).encode()
    with pytest.raises(ValueError, match=verb):
        worker.serve([line], lambda _: None)


def test_a_process_of_its_own_ends_with_its_input(tmp_path: Path) -> None:
    opening = {"verb": "open", "originals": str(tmp_path)}
    wish = _read({"text": TEXT, "metadata": None})
    done = subprocess.run(
        [sys.executable, "-m", "kdcurator", "--worker"],
        input=b"".join(json.dumps(r).encode() + b"\n" for r in (opening, wish)),
        capture_output=True,
        check=False,
        timeout=60,
    )
    answers = [next(iter(json.loads(line))) for line in done.stdout.splitlines()]
    assert (done.returncode, answers, done.stderr) == (
        0,
        ["reading", "arrival", "read", "done"],
        b"",
    )
