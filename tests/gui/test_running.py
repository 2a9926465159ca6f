"""What runs is told one at a time, the newest first, and cancelled from where it is told."""

import pytest
from pytestqt.qtbot import QtBot

from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.running import Running
from kdcurator.gui.theme import light

pytestmark = pytest.mark.gui


@pytest.fixture
def foot(qtbot: QtBot) -> StatusLine:
    foot = StatusLine(light())
    qtbot.addWidget(foot)
    return foot


def test_newest_is_cancelled_first_and_then_the_one_before(foot: StatusLine) -> None:
    running = Running(foot, foot)
    cancelled: list[str] = []

    def cancel(name: str) -> None:
        cancelled.append(name)
        running.end(name)

    running.tell("import", "import", lambda: cancel("import"))
    running.tell("export", "export", lambda: cancel("export"))
    running.tell("import", "import", lambda: cancel("import"), 1, 3)
    for _ in range(3):
        foot.cancel_requested.emit()
    assert cancelled == ["export", "import"]
    assert not running.is_anything


def test_end_of_what_never_ran_disturbs_nothing(foot: StatusLine) -> None:
    running = Running(foot, foot)
    running.tell("import", "import", lambda: None)
    running.end("index")
    assert running.is_anything
