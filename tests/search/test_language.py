import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.search.dates import DateRange
from kdcurator.search.language import parse
from kdcurator.search.scanner import MAX_CLAUSES, MAX_COSTLY, Mark, scan
from kdcurator.search.tree import All, Any, Field, How, Leaf, Not, asked_for

a, b, c = Leaf("a"), Leaf("b"), Leaf("c")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a", a),
        ("a b", All((a, b))),
        ("a AND b", All((a, b))),
        ("a OG b", All((a, b))),
        ("a OR b", Any((a, b))),
        ("a ELLER b", Any((a, b))),
        ("a b OR c", Any((All((a, b)), c))),
        ("a (b OR c)", All((a, Any((b, c))))),
        ("a NOT b", All((a, Not(b)))),
        ("a IKKE b", All((a, Not(b)))),
        ("a AND NOT b", All((a, Not(b)))),
        ("a -b", All((a, Not(b)))),
        ("-(a b)", Not(All((a, b)))),
        ("NOT NOT a", a),
        ("--a", Not(Leaf("-a"))),
        ("a - b", All((a, b))),
        ("a*", Leaf("a", how=How.PREFIX)),
        ("a~ b~2", All((Leaf("a", how=How.NEAR), Leaf("b", how=How.NEAR)))),
    ],
)  # fmt: skip
def test_words_and_operators(query: str, tree: object) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize("operator", ["og", "eller", "ikke", "and", "or", "not", "Og", "Not"])
def test_small_operators_are_words(operator: str) -> None:
    assert parse(f"a {operator} b") == All((a, Leaf(operator), b))


@pytest.mark.parametrize(
    "query", ['"a b"', "»a b«", "«a b»", "„a b“", "„a b”", "“a b”", "”a b”", '"a b"~3', '"a b"*']
)
def test_phrases_in_every_marks(query: str) -> None:
    assert parse(query) == Leaf("a b")


@pytest.mark.parametrize(
    ("query", "field", "literal"),
    [
        ("tag:ledelse", Field.TAG, "ledelse"),
        ('tag:"digital ledelse"', Field.TAG, "digital ledelse"),
        ("TAG:»digital ledelse«", Field.TAG, "digital ledelse"),
        ('kilde:"Ann Bo"', Field.SPEAKER, "Ann Bo"),
        ("speaker:Bo", Field.SPEAKER, "Bo"),
        ("medie:x.dk", Field.SOURCE, "x.dk"),
        ("source:x", Field.SOURCE, "x"),
        ("rubrik:x", Field.TITLE, "x"),
        ("title:x", Field.TITLE, "x"),
        ("kommune:Ålby", Field.MUNICIPALITY, "Ålby"),
        ("municipality:x", Field.MUNICIPALITY, "x"),
        ("status:sent", Field.STATUS, "sent"),
    ],
)
def test_fields_have_names_in_two_languages(query: str, field: Field, literal: str) -> None:
    assert parse(query) == Leaf(literal, field)


def test_a_field_reaches_into_brackets() -> None:
    tree = parse("tag:(a OR -b) c")
    assert tree == All((Any((Leaf("a", Field.TAG), Not(Leaf("b", Field.TAG)))), c))


def test_a_date_is_read() -> None:
    assert parse("dato:2017..") == Leaf("2017..", Field.DATE, dates=DateRange(20170101, None))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("foo:bar", [["foo"], ["bar"]]),
        ("date:soon", [["date"], ["soon"]]),
        ("tag: a", [["tag"], ["a"]]),
        ("it-systemer", [["it", "systemer"]]),
        ('a "b', [["a"], ["b"]]),
        ("a) (b", [["a"], ["b"]]),
        ("a AND OR AND b NOT", [["a"], ["b"]]),
        ("kommu*direktør", [["kommu"], ["direktør"]]),
        ("*a ~b [~ c", [["a"], ["b"], ["c"]]),
        ("a\x00b\ud800c", [["a", "b", "c"]]),
    ],
)
def test_what_cannot_be_understood_is_plain_words(query: str, words: list[list[str]]) -> None:
    assert [leaf.words for leaf in asked_for(parse(query))] == words


@pytest.mark.parametrize(
    "query",
    ["", "  ", "OR", "NOT", '""', "()", "((", "))", "-", "*", "~", "!?", "»«", "\ud800", "\x00"],
)  # fmt: skip
def test_nothing_asked_is_nothing(query: str) -> None:
    assert parse(query) is None


def test_a_long_query_is_cut() -> None:
    assert len([t for t in scan("a " * 5_000) if isinstance(t, Leaf)]) == MAX_CLAUSES


@pytest.mark.parametrize("word", ["ab~", "ab*"])
def test_costly_words_are_few(word: str) -> None:
    leaves = [t for t in scan(f"{word} " * MAX_CLAUSES) if isinstance(t, Leaf)]
    assert len(leaves) == MAX_CLAUSES
    assert len([leaf for leaf in leaves if leaf.how is not How.WORD]) == MAX_COSTLY


@pytest.mark.parametrize(
    "query", ["(" * 9_999, "a(" * 5_000, "NOT " * 2_500, "(" * 9_000 + "a" + ")" * 999]
)
def test_deep_queries_do_not_exhaust_the_stack(query: str) -> None:
    parse(query)


_PIECES = ["a", "ø", " ", "(", ")", '"', "»", "«", "„", "“", "”", "-", "*", "~", ":", "..", "tag:",
           "kilde:", "dato:", "title:", "2021", "AND", " OR ", " NOT ", "IKKE", "\u00a0", "\u00ad",
           "\x00", "\ud800", "🙂", "\n", "[~", "^2", "{", "\\"]  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60).map("".join))
def test_every_string_is_a_query(query: str) -> None:
    leaves = list(asked_for(parse(query)))
    assert len(leaves) <= MAX_CLAUSES
    tokens = list(scan(query))
    assert tokens.count(Mark.CLOSE) <= tokens.count(Mark.OPEN)
