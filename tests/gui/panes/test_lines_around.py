"""The line over the article and the foot of the window."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kdcurator.domain.story import Story, StoryId
from kdcurator.gui.bus import Level, Message
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.panes.story_line import StoryLine
from kdcurator.gui.theme import Theme

pytestmark = pytest.mark.gui

KEYS = [("1–9", "save with tag"), ("X", "dismiss"), ("A", "speaker"), ("N", "next")]


@pytest.fixture
def foot(qtbot: QtBot, theme: Theme) -> StatusLine:
    foot = StatusLine(theme)
    qtbot.addWidget(foot)
    foot.resize(1200, 40)
    foot.show_keys(KEYS)
    foot.show_saved(time(14, 32))
    with qtbot.waitExposed(foot):
        foot.show()
    return foot


def test_keys_that_do_not_fit_are_left_out_whole(qtbot: QtBot, foot: StatusLine) -> None:
    assert foot.keys_shown() == KEYS
    foot.resize(400, 40)
    qtbot.waitUntil(lambda: foot.keys_shown() != KEYS)
    shown = foot.keys_shown()
    assert shown
    assert shown == KEYS[: len(shown)]


def test_short_message_stands_beside_the_keys(foot: StatusLine) -> None:
    foot.show_message(Message("Saved.", Level.DONE, undo_key=True))
    assert foot.message() == "Saved."
    assert foot.keys_shown() == KEYS


def test_keys_give_way_to_a_long_warning(qtbot: QtBot, foot: StatusLine) -> None:
    foot.show_message(Message("The library could not be written. " * 12, Level.WARNING))
    foot.adjustSize()
    foot.resize(1200, foot.sizeHint().height())
    assert foot.message().startswith("The library")
    assert foot.sizeHint().height() > 40
    foot.clear_message()
    assert foot.message() == ""
    assert foot.keys_shown() == KEYS


@pytest.mark.parametrize(("level", "stays"), [(Level.DONE, False), (Level.WARNING, True)])
def test_messages_go_and_warnings_stay(foot: StatusLine, level: Level, stays: bool) -> None:
    foot.show_message(Message("Something", level))
    assert foot._fading.isActive() is not stays


def test_progress_is_shown_and_can_be_cancelled(qtbot: QtBot, foot: StatusLine) -> None:
    foot.show_progress(312, 1000, "Importing")
    assert foot._progress._words.text() == "Importing · 312 of 1,000"
    with qtbot.waitSignal(foot.cancel_requested):
        qtbot.mouseClick(foot._progress.cancel, Qt.MouseButton.LeftButton)
    foot.show_progress(1000, 1000, "Importing")
    assert foot._progress.isHidden()


@pytest.mark.parametrize(
    ("when", "said"), [(time(14, 32), "All is saved 14:32"), (None, "All is saved")]
)
def test_foot_says_when_all_was_saved(foot: StatusLine, when: time | None, said: str) -> None:
    foot.show_saved(when)
    assert foot._saved.text() == said


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (date(2026, 11, 27), "deadline Fri 27 Nov"),
        (date(2026, 11, 20), "deadline passed Fri 20 Nov"),
        (None, ""),
    ],
)
def test_story_line_tells_deadline_and_quotes(
    qtbot: QtBot, theme: Theme, deadline: date | None, said: str
) -> None:
    line = StoryLine(theme)
    qtbot.addWidget(line)
    line.show_story(Story(StoryId(1), "Vandet", deadline, quotes=14), date(2026, 11, 23))
    assert line._name.text() == "Vandet"
    parts = [part.strip() for part in line._about.text().split("·") if part.strip()]
    assert parts == [*([said] if said else []), "14 quotes"]


def test_key_of_the_story_line_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    line = StoryLine(theme)
    qtbot.addWidget(line)
    line.resize(600, 45)
    line.show()
    with qtbot.waitSignal(line.switch_asked):
        qtbot.mouseClick(line._key, Qt.MouseButton.LeftButton)


def test_long_story_leaves_room_for_its_key(qtbot: QtBot, theme: Theme) -> None:
    line = StoryLine(theme)
    qtbot.addWidget(line)
    line.show_story(Story(StoryId(1), "Et langt navn " * 20, quotes=1))
    line.resize(400, 45)
    line.show()
    assert line._name.is_cut()
    assert line._key.geometry().right() < line.width()
