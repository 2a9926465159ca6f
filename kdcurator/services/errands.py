"""What the window has its worker do beside reading files: search, index, export, compare.

Owns the form of these wishes and answers as JSON. Must not know who asks or who does it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from kdcurator.domain.article import ArticleId
from kdcurator.domain.backup import Count, Differences
from kdcurator.domain.comparison import Comparison, Doubt, Passage
from kdcurator.domain.exporting import CsvDialect, Exported, ExportWish, Grouping
from kdcurator.domain.likeness import Pair
from kdcurator.domain.misreading import Misread, Misreading
from kdcurator.domain.quote import AnchorState, QuoteFilter, QuoteId, Span, Status
from kdcurator.domain.searching import (
    Answer,
    Beside,
    Completion,
    Facet,
    FacetCount,
    Ground,
    Hit,
    HitKind,
    Question,
    Saying,
    TagAdvice,
)
from kdcurator.settings import Settings

Document = dict[str, Any]

_PLAIN = frozenset({"language", "wait", "program"})
"""Settings that are no paths."""

_PLACES = ("spans", "marks")


def settings_as_json(settings: Settings) -> Document:
    """Write down where everything lies."""
    return {
        name: value if name in _PLAIN else str(value) for name, value in asdict(settings).items()
    }


def settings_from_json(found: Mapping[str, Any]) -> Settings:
    """Return where everything lies."""
    known: dict[str, Any] = {
        name: value if name in _PLAIN else Path(value) for name, value in found.items()
    }
    return Settings(**known)


def question_as_json(question: Question) -> Document:
    """Write a search down."""
    return asdict(question)


def question_from_json(found: Mapping[str, Any]) -> Question:
    """Return a search."""
    return Question(**{**found, "kinds": tuple(map(HitKind, found["kinds"]))})


def answer_as_json(answer: Answer) -> Document:
    """Write down what a search found."""
    return asdict(answer)


def answer_from_json(found: Mapping[str, Any]) -> Answer:
    """Return what a search found."""
    misread = (Misread(Misreading(one["why"]), one["part"]) for one in found["misread"])
    known = {"hits": tuple(map(_hit, found["hits"])), "misread": tuple(misread)}
    return Answer(**{**found, **known})


def saying_as_json(saying: Saying) -> Document:
    """Write down what was said."""
    return asdict(saying)


def saying_from_json(found: Mapping[str, Any]) -> Saying:
    """Return what was said."""
    return Saying(**found)


def advice_as_json(advice: Iterable[TagAdvice]) -> list[Document]:
    """Write down which tags fit."""
    return [asdict(one) for one in advice]


def advice_from_json(found: Iterable[Mapping[str, Any]]) -> list[TagAdvice]:
    """Return which tags fit."""
    return [TagAdvice(**{**one, "ground": Ground(one["ground"])}) for one in found]


def completions_from_json(found: Iterable[Mapping[str, Any]]) -> list[Completion]:
    """Return the words that a query may go on with."""
    return [Completion(**one) for one in found]


def facets_from_json(found: Iterable[Mapping[str, Any]]) -> list[FacetCount]:
    """Return what the hits of a query are counted by."""
    return [FacetCount(**{**one, "facet": Facet(one["facet"])}) for one in found]


def counts_as_json(counts: Iterable[Completion | FacetCount]) -> list[Document]:
    """Write down words or names with how many hits they have."""
    return [asdict(count) for count in counts]


def wish_as_json(wish: ExportWish) -> Document:
    """Write down what is to be exported."""
    return {
        "path": str(wish.path),
        "wanted": _filter_as_json(wish.wanted),
        "grouping": wish.grouping,
        "dialect": wish.dialect,
    }


def wish_from_json(found: Mapping[str, Any]) -> ExportWish:
    """Return what is to be exported."""
    return ExportWish(
        Path(found["path"]),
        _filter(found["wanted"]),
        Grouping(found["grouping"]),
        CsvDialect(found["dialect"]),
    )


def exported_as_json(exported: Exported) -> Document:
    """Write down what was exported."""
    return {**asdict(exported), "path": str(exported.path)}


def exported_from_json(found: Mapping[str, Any]) -> Exported:
    """Return what was exported."""
    return Exported(**{**found, "path": Path(found["path"])})


def differences_as_json(differences: Differences) -> Document:
    """Write down what would be another if a backup came back."""
    return asdict(differences)


def differences_from_json(found: Mapping[str, Any]) -> Differences:
    """Return what would be another if a backup came back."""
    return Differences(
        Count(**found["articles"]),
        Count(**found["quotes"]),
        gone=tuple(found["gone"]),
        back=tuple(found["back"]),
    )


def comparison_as_json(comparison: Comparison) -> Document:
    """Write down a quote in two versions of its article."""
    passages = {"before": comparison.before, "after": comparison.after}
    cut = {name: value and _passage_as_json(value) for name, value in passages.items()}
    places = [[span.start, span.end] for span in comparison.places]
    return {**asdict(comparison), **cut, "places": places}


def comparison_from_json(found: Mapping[str, Any]) -> Comparison:
    """Return a quote in two versions of its article."""
    before = found["before"]
    known: dict[str, Any] = {
        **found,
        "quote_id": QuoteId(found["quote_id"]),
        "state": AnchorState(found["state"]),
        "doubt": Doubt(found["doubt"]),
        "before": None if before is None else _passage(before),
        "after": _passage(found["after"]),
        "places": _spans(found["places"]),
    }
    return Comparison(**known)


def _passage_as_json(passage: Passage) -> Document:
    spans = {name: [[s.start, s.end] for s in getattr(passage, name)] for name in _PLACES}
    return {**asdict(passage), **spans, "made_at": passage.made_at.isoformat()}


def _passage(found: Mapping[str, Any]) -> Passage:
    spans = {name: _spans(found[name]) for name in _PLACES}
    return Passage(**{**found, **spans, "made_at": datetime.fromisoformat(found["made_at"])})


def _spans(found: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in found)


def pairs_as_json(pairs: Iterable[Pair]) -> list[Document]:
    """Write down which articles are similar."""
    return [asdict(pair) for pair in pairs]


def pairs_from_json(found: Iterable[Mapping[str, Any]]) -> list[Pair]:
    """Return which articles are similar."""
    return [Pair(**pair) for pair in found]


def marks_as_json(marks: Iterable[Iterable[Span]]) -> list[list[list[int]]]:
    """Write down places of two texts."""
    return [[[span.start, span.end] for span in side] for side in marks]


def marks_from_json(found: list[list[list[int]]]) -> tuple[list[Span], list[Span]]:
    """Return places of two texts."""
    one, other = ([Span(*place) for place in side] for side in found)
    return one, other


def _hit(found: Mapping[str, Any]) -> Hit:
    told = found["beside"]
    beside = told and Beside(told["also_said"], tuple(told["used_in"]))
    known = {"kind": HitKind(found["kind"]), "tags": tuple(found["tags"]), "beside": beside}
    return Hit(**{**found, **known})


def _filter_as_json(wanted: QuoteFilter) -> Document:
    plain = {field.name: getattr(wanted, field.name) for field in fields(QuoteFilter)}
    plain["ids"] = None if wanted.ids is None else sorted(wanted.ids)
    return plain


def _filter(found: Mapping[str, Any]) -> QuoteFilter:
    status, article_id, ids = found["status"], found["article_id"], found["ids"]
    known = {
        **found,
        "status": None if status is None else Status(status),
        "article_id": None if article_id is None else ArticleId(article_id),
        "ids": None if ids is None else frozenset(map(QuoteId, ids)),
    }
    return QuoteFilter(**known)
