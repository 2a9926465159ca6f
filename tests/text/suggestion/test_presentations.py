"""How the people of the passages are presented, against what their gold says of them.

A role counts as right when one of its nouns is, definite or not: "formanden for Dansk Bold" is
"formand". The gold also gives organisations and places that a reader infers from the sentences;
the program names only those printed with the person, which is why so few are right. People whose
names stand in the byline alone are no people of the text.
"""

import re
from collections import Counter

from kdcurator.domain.person import Presentation
from kdcurator.text.suggestion.reader import TextReader
from tests.text.suggestion.gold import passages

_FLOORS = {"name": 0.95, "role": 0.9, "organisation": 0.33, "municipality": 0.35}
_PREPOSITION = re.compile(r" (?:for|i|på|ved|hos|af|fra|til) ")
_LIST = re.compile(r"; | og |, ")


def _heads(role: str) -> set[str]:
    """Return the nouns of a role without articles, definite endings and what they are of."""
    phrases = [_PREPOSITION.split(phrase)[0].strip() for phrase in _LIST.split(role.lower())]
    return {re.sub(r"(en|et|e)$", "", phrase.split()[-1]) for phrase in phrases if phrase}


def _is_right(field: str, wanted: str, found: str | None) -> bool:
    if found is None:
        return False
    if field == "role":
        return not _heads(wanted).isdisjoint(_heads(found))
    return wanted.lower() in found.lower() or found.lower() in wanted.lower()


def _count(
    counts: Counter[tuple[str, bool]], gold: dict[str, str], found: Presentation | None
) -> None:
    counts["name", found is not None] += 1
    for field in ("role", "organisation", "municipality"):
        if found is not None and field in gold:
            counts[field, _is_right(field, gold[field], getattr(found, field))] += 1


def test_people_are_presented_as_the_text_presents_them(reader: TextReader) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for passage in passages("passages"):
        found = {person.name.lower(): person for person in reader.read(passage.text).people}
        for gold in passage.people:
            _count(counts, gold, found.get(gold["name"].lower()))
    for field, floor in _FLOORS.items():
        right, wrong = counts[field, True], counts[field, False]
        assert right / (right + wrong) >= floor, field


def test_a_text_may_end_where_a_role_would_stand(reader: TextReader) -> None:
    assert [one.name for one in reader.read("Det siger Bo Lind, er").people] in ([], ["Bo Lind"])
