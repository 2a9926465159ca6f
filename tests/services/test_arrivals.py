from datetime import date

from kdcurator.domain.article import Metadata, TextType
from kdcurator.services.arrivals import told_by_file

IN_TEXT = Metadata(title="I teksten", guessed=frozenset({"title"}))


def test_what_a_file_says_counts_before_what_was_found() -> None:
    known = told_by_file(IN_TEXT, Metadata(title="I filen", published_on=date(2026, 11, 2)))
    assert (known.title, known.guessed) == ("I filen", frozenset())


def test_what_a_file_makes_one_guess_counts_where_the_text_says_nothing() -> None:
    guesses = Metadata(title="Dokument1", byline="K. Holm", guessed=frozenset({"title", "byline"}))
    known = told_by_file(IN_TEXT, guesses)
    assert (known.title, known.byline) == ("I teksten", "K. Holm")
    assert known.guessed == {"title", "byline"}


def test_a_kind_that_a_file_makes_one_guess_is_kept_as_a_guess() -> None:
    guess = Metadata(text_type=TextType.MAIL, guessed=frozenset({"text_type"}))
    known = told_by_file(IN_TEXT, guess)
    assert known.text_type is TextType.MAIL
    assert known.guessed == {"title", "text_type"}
