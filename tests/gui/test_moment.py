"""The keys that the foot line names: those of use at the moment, and no others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands

Opener = Callable[..., Hands]


def named(hands: Hands) -> list[tuple[str, str]]:
    """Return the keys in the foot line."""
    hands.wait()
    return hands.window.frame.foot.keys_shown()


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ((), ("1–9", "save with tag")),
        (("F",), ("⏎", "open")),
        (("Ctrl+F",), ("Shift+⏎", "previous result")),
        (("M",), ("⏎", "save")),
        (("A",), ("⏎", "save")),
        (("M", "Esc"), ("1–9", "save with tag")),
    ],
)
def test_foot_line_names_what_the_keys_do_where_the_focus_is(
    hands: Hands, keys: tuple[str, ...], first: tuple[str, str]
) -> None:
    hands.press(*keys)
    assert named(hands)[0] == first


def test_library_that_may_only_be_read_offers_no_key_that_writes(
    open_on: Opener, library: Path
) -> None:
    folders = bootstrap.platform_folders()
    with bootstrap.build(replace(from_environment(folders), library=library)) as other:
        other.library.hold()
        words = [word for _key, word in named(open_on(library))]
    assert "next article" in words
    assert "copy" in words
    assert not {"save", "save with tag", "dismiss"} & set(words)


def test_nothing_is_said_of_a_speaker_whom_nobody_knows(hands: Hands) -> None:
    panel = hands.window.frame.tags
    hands.press("N")
    assert panel.nothing_said.isVisible()
    hands.press("S")
    assert not panel.nothing_said.isVisible()
