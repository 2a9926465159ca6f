"""The measuring of searches: that it runs, and that what it proves can be found wrong."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kdcurator import bootstrap
from kdcurator.domain.searching import ScoredHit
from kdcurator.search.index import WhooshIndex
from tests.benchmarks import searching_child as child
from tests.benchmarks.searching_library import fill
from tests.benchmarks.searching_peers import Kdcurator, peers
from tests.benchmarks.searching_place import Place
from tests.benchmarks.searching_proof import EveryRow, agreeing, indexed, prove
from tests.benchmarks.searching_questions import Ask, Question, Questions, read, write
from tests.benchmarks.searching_table import (
    OURS,
    Measured,
    Truth,
    detail_lines,
    goal_lines,
    goals,
    p95,
)

ARTICLES, QUOTES_EACH = 40, 3
ENOUGH = 60.0  # seconds


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = Place(tmp_path_factory.mktemp("corpus"))
    fill(made, ARTICLES, QUOTES_EACH)
    write(made.questions, Questions(made.texts).measured())
    child.build(made, Kdcurator(made), ENOUGH)
    return made


@pytest.fixture(scope="module")
def every_row(place: Place) -> EveryRow:
    return EveryRow(place)


@pytest.fixture(scope="module")
def questions(place: Place) -> list[Question]:
    return Questions(place.texts).proved(100)


class OneShort(WhooshIndex):
    """An index that forgets its last hit."""

    def search(self, *arguments: Any, **options: Any) -> tuple[int, list[ScoredHit]]:
        total, hits = super().search(*arguments, **options)
        return total, hits[:-1]


class Reversed(WhooshIndex):
    """An index that puts the worst first."""

    def search(self, *arguments: Any, **options: Any) -> tuple[int, list[ScoredHit]]:
        total, hits = super().search(*arguments, **options)
        return total, [replace(hit, score=-hit.score, id=-hit.id) for hit in reversed(hits)]


def test_every_answer_is_proved_right(
    place: Place, every_row: EveryRow, questions: Sequence[Question]
) -> None:
    proof = prove(every_row, indexed(place)[0], questions, ENOUGH)
    assert (proof.tried, proof.wrong) == (len(questions), [])


def test_a_missing_hit_is_noticed(
    place: Place, every_row: EveryRow, questions: Sequence[Question]
) -> None:
    forgetful = OneShort(indexed(place)[0]._folder)
    proof = prove(every_row, forgetful, questions[:10], ENOUGH)
    assert len(proof.wrong) == 10
    assert "0 too many, 1 missing" in proof.wrong[0]


def test_every_question_but_those_of_beginnings_has_words_of_a_row(
    every_row: EveryRow, questions: Sequence[Question]
) -> None:
    assert all(every_row.matching(one) for one in questions)


def test_the_order_is_that_of_whoosh(place: Place, questions: Sequence[Question]) -> None:
    index, readers = indexed(place)
    words = [one for one in questions if one.ask in {Ask.WORD, Ask.WORDS}]
    order = agreeing(index, readers, words, ENOUGH)
    assert order.same == order.places > 100
    assert agreeing(Reversed(index._folder), readers, words, ENOUGH).same == 0


@pytest.mark.parametrize("name", peers(Place(Path()), 1))
def test_everybody_answers_every_kind_of_question(name: str, place: Place) -> None:
    peer = peers(place, 1)[name]
    if name != OURS:
        child.build(place, peer, ENOUGH)
    peer.open()
    asked = [one for one in read(place.questions) if one.ask in peer.asks]
    some = {kind: [one for one in asked if one.ask is kind][:5] for kind in Ask}
    shown = {kind: sum(map(peer.answer, few)) for kind, few in some.items()}
    assert {kind for kind, hits in shown.items() if hits} == peer.asks


@pytest.mark.parametrize("name", [OURS, "FTS5"])
def test_saved_quotes_are_found_and_taken_back(name: str, place: Place) -> None:
    peer = peers(place, 1)[name]
    assert len(child.save(place, peer, ENOUGH)["saved"]) == child.SAVED


def test_a_library_is_the_same_each_time(place: Place, tmp_path: Path) -> None:
    again = Place(tmp_path)
    fill(again, ARTICLES, QUOTES_EACH)
    assert Questions(again.texts).proved(50) == Questions(place.texts).proved(50)


def test_the_library_is_sound(place: Place) -> None:
    with bootstrap.build(place.settings) as curator:
        assert curator.upkeep.check().problems == ()


def _all_measured(ours: float, others: float) -> dict[str, Measured]:
    def one(taken: float) -> Measured:
        times = dict.fromkeys(Ask, [taken] * 20)
        return Measured(first=[taken], memory=1 << 20, cold=times, warm=times, saved=[taken])

    return {name: one(ours if name == OURS else others) for name in peers(Place(Path()), 1)}


@pytest.mark.parametrize(("ours", "is_met"), [(1.0, True), (1_000.0, False)])
def test_goals_are_met_or_not(ours: float, is_met: bool) -> None:
    measured = _all_measured(ours, 20.0)
    rows = {row.what: row for row in goals(measured, Truth(10, 0, 5, 5, 0), everyday=False)}
    timed = [row for what, row in rows.items() if "p95" in what or "first" in what]
    assert {row.is_met for row in timed} == {is_met}
    assert len(list(goal_lines(list(rows.values())))) == len(rows) + 1
    assert len(list(detail_lines(measured))) > len(Ask)


def test_what_was_not_asked_is_not_met() -> None:
    measured = _all_measured(1.0, 20.0)
    del measured[OURS].warm[Ask.FACETS]
    rows = goals(measured, Truth(10, 1, 4, 5, 0), everyday=False)
    unmet = {row.what: row.is_met for row in rows if not row.is_met}
    assert unmet["facet counts, p95"] is None
    assert unmet["places as by Whoosh's BM25F"] is False


def test_the_95th_percentile_of_few_is_the_largest() -> None:
    assert (p95([]), p95([3.0])) == (None, 3.0)
