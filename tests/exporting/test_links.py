"""Which addresses become links, and how they are spelled."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.exporting.links import link_target

URI = re.compile(r"https?://[A-Za-z0-9._:\[\]-]+(?:[/?#][A-Za-z0-9%/:?#@!$&'()*+,;=~._-]*)?")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example/x?y=1&z=%C3%A6#top", "https://a.example/x?y=1&z=%C3%A6#top"),
        ("http://a.example:8080", "http://a.example:8080"),
        ("https://blåbær.example/søg?q=æ ø".replace(" ", "+"), None),
        (" https://a.example/ ", "https://a.example/"),
        ("https://a.example/[1]|\\", "https://a.example/%5B1%5D%7C%5C"),
        ("https://navn:kode@a.example/", "https://a.example/"),
        ("https://[::1]/x", "https://[::1]/x"),
    ],
)
def test_addresses_of_the_web_become_proper_uris(url: str, target: str | None) -> None:
    assert link_target(url) == (target or "https://xn--blbr-roah.example/s%C3%B8g?q=%C3%A6+%C3%B8")


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "a.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "https://",
        "https://[",
        "https://a.example:99999/",
        "https://a b.example/",
        "https://" + "a" * 300 + ".example",
    ],
)
def test_nothing_else_is_a_link(url: str | None) -> None:
    assert link_target(url) is None


@given(st.text(max_size=40))
def test_whatever_follows_the_host_ends_as_a_uri(rest: str) -> None:
    target = link_target(f"https://a.example/{rest}")
    assert target is None or URI.fullmatch(target)
