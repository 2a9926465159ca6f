"""What is taken for the address of a page."""

import pytest

from kdcurator.domain.errors import NotFetched
from kdcurator.services.pages import only_address, page_at


@pytest.mark.parametrize(
    ("words", "url"),
    [
        (" https://avisen.dk/nyt\n", "https://avisen.dk/nyt"),
        ("avisen.dk/nyt?id=3", "https://avisen.dk/nyt?id=3"),
        ("avisen.dk:8080", "https://avisen.dk:8080"),
        ("HTTP://blåbær.dk", "HTTP://blåbær.dk"),
    ],
)
def test_an_address_is_taken_as_people_write_it(words: str, url: str) -> None:
    assert page_at(words).url == url


@pytest.mark.parametrize(
    "words", ["", "hej med dig", "file:///etc/passwd", "javascript:alert(1)", "a@b.dk", "0x7f.1"]
)
def test_what_is_no_address_is_refused_before_anything_is_sent(words: str) -> None:
    with pytest.raises(NotFetched):
        page_at(words)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://avisen.dk/nyt\r\n", "https://avisen.dk/nyt"),
        ("Se https://avisen.dk/nyt", None),
        ("https://avisen.dk\nhttps://nu.dk", None),
        ("avisen.dk", None),
        ("file:///etc/passwd", None),
        ("", None),
    ],
)
def test_a_text_that_is_an_address_and_nothing_else_is_told(text: str, address: str | None) -> None:
    assert only_address(text) == address
