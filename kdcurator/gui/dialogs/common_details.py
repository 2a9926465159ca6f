"""What is known of several articles at once, to be corrected for all of them.

Owns the form: what differs is said and stays as it is unless something is written there, and what
Enter will change is told beforehand. Must not know how details are kept.
"""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from kdcurator.domain.article import Article
from kdcurator.domain.correcting import DETAILS, Common, Corrections, common
from kdcurator.gui.dialogs.details_form import DAY, DetailsForm, values_of
from kdcurator.gui.dialogs.values import FAINT, NoDay, choose, suggest
from kdcurator.gui.models.wording import article_title, counted, day, number, translate
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.theme import Theme

_DETAILS: Final = (
    "publication",
    "published_on",
    "byline",
    "municipality",
    "text_type",
    "language",
)
_DIFFERENT: Final = "different"
_EMPTIES: Final = frozenset({"-", "–"})
_NAMED: Final = 3
_LONGEST: Final = 60


class CommonDetails(DetailsForm):
    """Asks what is known of several articles."""

    chosen = Signal(object, object)
    """(list of `ArticleId`, `Corrections`): to be kept."""

    stopped = Signal()
    """Esc while articles are being corrected."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without articles."""
        title = self.tr("Details of several articles")
        super().__init__(parent, theme, "commonDetails", title, _DETAILS)
        self._articles: list[Article] = []
        self._shown: dict[str, Any] = {}
        self._is_working = False
        self._accepts_others = False
        self.which = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self.panel)
        self.which.setObjectName("commonDetailsWhich")
        self.told = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self.panel)
        self.told.setObjectName("commonDetailsTold")
        self.panel.column.insertWidget(1, self.which)
        self.panel.column.insertWidget(self.panel.column.count() - 1, self.told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for field in self.lines.values():
            field.textChanged.connect(self._tell)
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._tell)
        for guess in self.guesses.values():
            guess.toggled.connect(self._tell)

    def ask(self, articles: Sequence[Article], publications: Sequence[str] = ()) -> None:
        """Open with what `articles` have in common; media are completed from `publications`."""
        self._articles = list(articles)
        self._accepts_others = False
        self._shown = {}
        self._say_which()
        found = common(article.metadata for article in articles)
        for name in _DETAILS:
            self._show(name, found[name])
        suggest(self.lines["publication"], publications)
        self._shown = self.written()
        self._set_working(is_working=False)
        self._tell()
        self.begin(self.lines["publication"])
        self.lines["publication"].selectAll()

    def accept_guesses(self) -> None:
        """Accept the guesses at titles and links too, for which there is no field here."""
        self._accepts_others = True
        super().accept_guesses()
        self._tell()

    def show_work(self, done: int, total: int) -> None:
        """Say how far it is; nothing else is taken until `leave`."""
        words = self.tr("{done} of {total} articles corrected …")
        self.told.setText(words.format(done=number(done), total=number(total)))
        if not self._is_working:
            self.title.setText(self.tr("Details of {n} articles").replace("{n}", number(total)))
            self._set_working(is_working=True)
            self.begin(self)

    def leave(self) -> None:
        """Close, or stop what is going on."""
        if self._is_working:
            self.stopped.emit()
        else:
            super().leave()

    def end_work(self) -> None:
        """Close, for all that there was to do is done."""
        if self._is_working:
            self._is_working = False
            super().leave()

    def submit(self) -> None:
        """Tell what was written; what was left alone stays with every article as it is."""
        if self._is_working:
            return
        try:
            corrections = self._corrections()
        except NoDay:
            self.complain_of_day()
            return
        self.leave()
        if not corrections.is_nothing:
            self.chosen.emit([article.id for article in self._articles], corrections)

    def key(self, event: QKeyEvent) -> bool:
        """Take nothing but Esc while articles are being corrected."""
        if self._is_working and event.key() != Qt.Key.Key_Escape:
            return True
        return super().key(event)

    def _set_working(self, *, is_working: bool) -> None:
        self._is_working = is_working
        for shown in (self.area, self.which, *self.offers):
            shown.setVisible(not is_working)
        if self.way_out is not None:
            self.way_out.set_hint("Esc", self.tr("stop") if is_working else self.tr("close"))

    def _show(self, name: str, found: Common) -> None:
        """Show what all have, or that they differ; and in how many it is guessed."""
        words = self.tr("different") if found.differs else ""
        if name in self.lines:
            field, value = self.lines[name], found.value
            field.setPlaceholderText(words or (self.tr("no date") if name == DAY else ""))
            field.setText(day(value) if name == DAY and value else str(value or ""))  # type: ignore[arg-type]  # a date
            field.setCursorPosition(0)
        else:
            _offer_difference(self.choices[name], words, found)
        guess, count = self.guesses[name], found.guesses
        guess.setVisible(count > 0)
        guess.setChecked(count > 0)
        is_everywhere = count == len(self._articles)
        some = self.tr("guessed in {n}").replace("{n}", number(count))
        guess.setText(self.tr("guessed") if is_everywhere else some)

    def _corrections(self) -> Corrections:
        """Return what was written; raises `NoDay`."""
        written = self.written()
        changed = {name: value for name, value in written.items() if value != self._shown[name]}
        emptied = {name for name in changed if name in self.lines and changed[name] in _EMPTIES}
        values = values_of({n: None if n in emptied else value for n, value in changed.items()})
        asked = {name for name, guess in self.guesses.items() if not guess.isHidden()}
        confirmed = {name for name in asked if not self.guesses[name].isChecked()}
        if self._accepts_others:
            confirmed |= DETAILS - set(_DETAILS)
        return Corrections(values, frozenset(confirmed - values.keys()))

    def _say_which(self) -> None:
        words = self.tr("Details of {n} articles")
        self.title.setText(words.replace("{n}", number(len(self._articles))))
        self.setAccessibleName(self.title.text())
        self.which.setText(_listed(self._articles))

    def _tell(self) -> None:
        """Say what Enter changes, and in how many of the articles."""
        if self._is_working or not self._shown:  # the fields are being filled
            return
        try:
            corrections = self._corrections()
        except NoDay:
            return
        self.told.setText(self._words(corrections))

    def _words(self, corrections: Corrections) -> str:
        if corrections.is_nothing:
            return self.tr(
                "Fields that nothing is written in stay as they are. A dash (-) empties a field."
            )
        known = [article.metadata for article in self._articles]
        changed = sum(corrections.of(each) != each for each in known)
        names = ", ".join(self.names[name] for name in _DETAILS if name in corrections.values)
        said = [self.tr("Changes: {names}.").replace("{names}", names)] if names else []
        accepted = sum(len(each.guessed & corrections.confirmed) for each in known)
        one, many = self.tr("1 guess is accepted."), self.tr("{n} guesses are accepted.")
        said += [counted(accepted, one, many)] if accepted else []
        touched = self.tr("{n} of {total} articles change.")
        said.append(touched.format(n=number(changed), total=number(len(known))))
        return " ".join(said)


def _offer_difference(field: QComboBox, words: str, found: Common) -> None:
    """Offer "different" above the others while they differ."""
    if field.itemData(0) == _DIFFERENT:
        field.removeItem(0)
    if found.differs:
        field.insertItem(0, words, _DIFFERENT)
        field.setItemData(0, _DIFFERENT, FAINT)
        field.setCurrentIndex(0)
    else:
        choose(field, found.value)


def _listed(articles: Sequence[Article]) -> str:
    """Return the first titles, and how many more there are."""
    quoted = translate("wording", "“{name}”")
    titles = [quoted.replace("{name}", _cut(article_title(each))) for each in articles[:_NAMED]]
    more = len(articles) - len(titles)
    if more:
        titles.append(translate("wording", "and {n} more").replace("{n}", number(more)))
    return ", ".join(titles)


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST].rstrip() + " …"
