"""The window itself: painted with the list of articles first, put to work right after.

Owns size, colours, what is dropped on it, and the moment of its first paint. Must not know the
library: importing and opening one takes longer than everything that is seen first, so the
workings (`kdcurator.gui.workings`) come later and this module must import without them.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.bus import Message
from kdcurator.gui.frame import Frame
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme, apply_theme, font_scale, theme_named
from kdcurator.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kdcurator.gui.desk import Desk
    from kdcurator.gui.rescuing import Rescuing
    from kdcurator.gui.workings import Workings

_FIRST_SIZE: Final = (1440, 900)

_FRAME: Final = 40
"""Milliseconds after a paint has begun until it can be seen: two of a screen's frames."""

_UNPAINTED: Final = 400
"""Milliseconds after which a window that nobody paints (minimised, say) is put to work."""


class MainWindow(QMainWindow):
    """Articles, text and tags, side by side."""

    closing = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, preferences: Preferences) -> None:
        """Begin with empty panes."""
        super().__init__()
        self.theme = theme
        self.keymap = keymap
        self.preferences = preferences
        """As they were at the start; the desk keeps them from then on."""
        self._workings: Workings | None = None
        self.rescuing: Rescuing | None = None
        """What brings a damaged library back, once one was met."""
        self._start: Callable[[], None] | None = None
        self.setObjectName("mainWindow")
        self.setWindowTitle("kdcurator")
        self.setAcceptDrops(True)
        self.frame = Frame(theme, keymap, self)
        self.setCentralWidget(self.frame)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start_now)
        self._restore_geometry()

    # Painted, then put to work

    def show_articles(self, articles: Sequence[Article], in_hand: int | None) -> None:
        """Show what a glance at the library gave; nothing can be done with it yet."""
        self.frame.articles.set_articles(articles)
        if in_hand is not None:
            self.frame.articles.select(ArticleId(in_hand))
        self.frame.setFocus()  # else Qt gives the search field the caret until there is a text

    def when_painted(self, start: Callable[[], None]) -> None:
        """Call `start` once, as soon as the window is on the screen; it is not idle before."""
        self._start = start
        self.frame.installEventFilter(self)
        self._timer.start(_UNPAINTED)

    def set_to_work(self, workings: "Workings") -> None:
        """Answer keys from now on."""
        self._workings = workings
        workings.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint and watched is self.frame:
            self.frame.removeEventFilter(self)
            self._timer.start(_FRAME)
        return False

    def _start_now(self) -> None:
        start, self._start = self._start, None
        self.frame.removeEventFilter(self)
        if start is not None:
            start()

    @property
    def is_at_work(self) -> bool:
        """Tell whether the library is open and keys are answered."""
        return self._workings is not None

    @property
    def workings(self) -> "Workings":
        """What answers the keys; there is none before the first paint."""
        if self._workings is None:
            raise AssertionError("the window was only just painted; wait until it is idle")
        return self._workings

    @property
    def desk(self) -> "Desk":
        """The open library and the panes that show it."""
        return self.workings.desk

    @property
    def qactions(self) -> "dict[str, QAction]":
        """What keys and menus trigger, by id."""
        return self.workings.qactions

    def call_by_id(self, action_id: str) -> None:
        """Do an action by its id."""
        self.workings.call_by_id(action_id)

    def is_idle(self) -> bool:
        """Tell whether nothing is queued or running."""
        is_rescuing = self.rescuing is not None and self.rescuing.is_running
        is_starting = self._start is not None or is_rescuing
        return not is_starting and (self._workings is None or self._workings.is_idle())

    def end_rescue(self) -> None:
        """Forget what brought the library back, and its page."""
        if self.rescuing is not None:
            self.rescuing.remove()
            self.rescuing = None

    def tell(self, message: Message) -> None:
        """Say a sentence in the foot line."""
        self.frame.foot.show_message(message)

    # Colours

    def theme_name(self) -> str:
        """Return which colours are shown."""
        return self.theme.name

    def set_theme(self, name: str) -> None:
        """Take `light` or `dark` colours."""
        self._restyle(theme_named(name), font_scale())

    def set_scale(self, scale: float) -> None:
        """Write everything larger or smaller; 2.0 is 200 %."""
        self._restyle(self.theme, scale)

    def follow_system(self) -> None:
        """Take the system's colours, now and whenever they change, until some are chosen here."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_system_colours)

    def _take_system_colours(self) -> None:
        preferences = self.desk.preferences if self.is_at_work else self.preferences
        if preferences.theme is None:
            self._restyle(theme_named(None), font_scale())

    def _restyle(self, theme: Theme, scale: float) -> None:
        from kdcurator.gui.dialogs.overlay import Overlay  # not needed for the first paint

        self.theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.theme, scale=scale)
        for pane in self.findChildren(Pane):
            pane.set_theme(self.theme)
        for overlay in self.findChildren(Overlay):
            overlay.set_theme(self.theme)
        self.frame.settle()

    # Dropped on it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and texts."""
        if self.is_at_work and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Import what was dropped."""
        if self.is_at_work and self.workings.import_dropped(event.mimeData()):
            event.acceptProposedAction()

    # Kept

    def geometry_as_text(self) -> str:
        """Return place and size as they are remembered."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def _restore_geometry(self) -> None:
        kept = (self.preferences.geometry or "").encode("ascii", "ignore")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept))):
            self.resize(*_FIRST_SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember place and size, let others write to the library, and back it up."""
        self._start = None
        self._timer.stop()
        if self.rescuing is not None:
            self.rescuing.close()
        if self._workings is not None:
            self._workings.close()
        self.closing.emit()
        super().closeEvent(event)
        if self._workings is not None:
            self.hide()
            QGuiApplication.sync()  # gone from the screen before a backup takes its time
            self._workings.back_up_at_last()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Have other windows' changes seen when this one comes to the front again."""
        super().changeEvent(event)
        is_front = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_front and self._workings is not None:
            self.desk.look_again()
