"""Wishes and answers come through JSON as they went in."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import ArticleId
from kdcurator.domain.backup import Count, Differences
from kdcurator.domain.exporting import CsvDialect, Exported, ExportWish, Grouping
from kdcurator.domain.quote import QuoteFilter, QuoteId, Status
from kdcurator.domain.searching import Answer, Hit, HitKind, Question
from kdcurator.services import errands
from kdcurator.settings import Settings

_texts = st.none() | st.text()
_paths = st.sampled_from([Path("a/æ.docx"), Path("br\udcf8d.csv")])
_filters = st.builds(
    QuoteFilter,
    _texts,
    _texts,
    st.none() | st.sampled_from(Status),
    _texts,
    st.none() | st.integers(1).map(ArticleId),
    st.none() | st.frozensets(st.integers(1).map(QuoteId)),
)
_kinds = st.lists(st.sampled_from(HitKind)).map(tuple)
_hits = st.builds(
    Hit,
    st.sampled_from(HitKind),
    st.integers(),
    st.integers(),
    st.text(),
    st.text(),
    _texts,
    st.lists(st.text()).map(tuple),
    st.floats(0, 100),
)


@given(
    st.builds(ExportWish, _paths, _filters, st.sampled_from(Grouping), st.sampled_from(CsvDialect))
)
def test_exports_that_are_wanted(wish: ExportWish) -> None:
    assert errands.wish_from_json(json.loads(json.dumps(errands.wish_as_json(wish)))) == wish


@given(st.builds(Exported, _paths, st.text(), st.integers(), st.integers()))
def test_exports_that_are_done(done: Exported) -> None:
    through = json.loads(json.dumps(errands.exported_as_json(done)))
    assert errands.exported_from_json(through) == done


@given(st.builds(Question, st.text(), _kinds, st.integers()))
def test_questions(question: Question) -> None:
    through = json.loads(json.dumps(errands.question_as_json(question)))
    assert errands.question_from_json(through) == question


@given(
    st.builds(Answer, st.text(), st.integers(), st.floats(0, 9), _texts, st.lists(_hits).map(tuple))
)
def test_answers(answer: Answer) -> None:
    through = json.loads(json.dumps(errands.answer_as_json(answer)))
    assert errands.answer_from_json(through) == answer


@given(st.builds(Settings, _paths, _paths, _paths, _paths, _paths, st.sampled_from(["da", "en"])))
def test_settings(settings: Settings) -> None:
    through = json.loads(json.dumps(errands.settings_as_json(settings)))
    assert errands.settings_from_json(through) == settings


_counts = st.builds(Count, *[st.integers(0)] * 3)
_samples = st.lists(st.text()).map(tuple)


@given(st.builds(Differences, _counts, _counts, _samples, _samples))
def test_differences_come_through_as_they_are(differences: Differences) -> None:
    written = json.loads(json.dumps(errands.differences_as_json(differences)))
    assert errands.differences_from_json(written) == differences
