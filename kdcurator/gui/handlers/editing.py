"""Texts that were written here, written on; and what was written and not saved.

Owns what these actions ask and say. Must not know how a text is read, nor how quotes are found in
a new version.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kdcurator.domain.article import ArticleId
from kdcurator.domain.draft import Draft, key_of_text
from kdcurator.domain.errors import CuratorError
from kdcurator.gui.beside import Beside
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.edit_text import EditText
from kdcurator.gui.dialogs.text_versions import VersionsPage
from kdcurator.gui.drafting import Drafting
from kdcurator.gui.models.backups import moment
from kdcurator.gui.models.wording import counted, one_line
from kdcurator.gui.reading_text import ReadingText
from kdcurator.gui.translation import sentence_for
from kdcurator.services.arrivals import Arrival
from kdcurator.services.editing import EditableText, Edited, TextVersion
from kdcurator.text.anchoring import common_start

_EDIT = "edit"
"""What runs, as the foot line tells it apart."""


class Editing(QObject):
    """Makes new versions of texts."""

    def __init__(self, desk: Desk, form: EditText, page: VersionsPage, drafting: Drafting) -> None:
        """Act on the desk; `form` asks for the words, `page` which version comes back."""
        super().__init__(desk)
        self._desk = desk
        self._form = form
        self._page = page
        page.chosen.connect(self._read_older)
        self._drafting = drafting
        self._reading: ReadingText | None = None
        self._saving = Beside(self)
        self._saved: EditableText | None = None
        form.drafted.connect(drafting.keep_soon)
        form.chosen.connect(self._read)
        form.closed.connect(self._tell_kept)
        drafting.failed.connect(self._tell)

    def close(self) -> None:
        """Stop reading, and wait for what is being saved; else it is kept as a draft."""
        self._end_reading()
        self._saving.close()

    def edit(self) -> None:
        """Ask for the words of the open text, which was written or pasted here."""
        opened = self._desk.current()
        if opened is not None and self._can_write():
            self._ask(opened.article.id)

    def versions(self) -> None:
        """Show which versions the open text has, and ask which of them comes back."""
        opened = self._desk.current()
        if opened is None or not self._can_write():
            return
        editing, article_id = self._desk.curator.editing, opened.article.id
        found = self._desk.run(lambda: editing.list_versions(article_id)) or []
        if len(found) > 1:
            self._page.ask(found, self._desk.curator.library.now())
        elif found:
            self._desk.hint(self.tr("This is the text's first and only version."))

    def _can_write(self) -> bool:
        """Tell whether a version could be saved now, and say why not."""
        if self._desk.current() is None:
            self._desk.hint(self.tr("No article is open."))
            return False
        if self._desk.is_read_only:
            self._desk.hint(self.tr("Read only – the library is open in another window"))
            return False
        if self._reading is not None or self._saving.is_running:
            self._desk.hint(self.tr("A text is being saved; wait a moment."))
            return False
        return True

    def _ask(self, article_id: ArticleId) -> None:
        editing = self._desk.curator.editing
        found = self._desk.run(lambda: editing.editable(article_id))
        if found is not None:
            self._saved = found
            draft = self._drafting.find(key_of_text(article_id))
            self._form.ask(found, draft, place=self._desk.panes.reader.place())

    # Saved

    def _read(self, draft: Draft) -> None:
        """Have a text read for quotes, then keep it; the draft stays until it is on the disk."""
        self._drafting.keep_soon(draft)
        self._drafting.keep_now()
        originals = self._desk.curator.editing.originals
        cancel = partial(self._give_back, draft, None)
        reading = self._begin(draft.article_id, draft.text, originals, cancel)
        reading.read.connect(partial(self._save, draft))
        reading.failed.connect(partial(self._give_back, draft))

    def _begin(
        self,
        article_id: ArticleId | None,
        text: str,
        originals: Path | None,
        cancel: Callable[[], None],
    ) -> ReadingText:
        """Have a text read, and the article's quotes found in it.

        Its bytes are kept in `originals`, if that is a folder.
        """
        curator = self._desk.curator
        has_quotes = article_id is not None and curator.editing.has_places(article_id)
        of_article = (article_id, curator.settings) if article_id and has_quotes else None
        self._reading = ReadingText(text, originals, self, of_article)
        self._desk.running.tell(_EDIT, self.tr("The text is being saved"), cancel)
        return self._reading

    def _save(self, draft: Draft, arrival: Arrival) -> None:
        article_id, curator = draft.article_id, self._desk.curator
        if article_id is None:
            self._end_reading()
            return
        before = self._text_of(article_id)

        def save() -> Edited:
            edited = curator.editing.save(article_id, arrival)
            with suppress(CuratorError):  # the text is saved: whoever is asked again loses nothing
                curator.drafts.forget(draft.key)
            return edited

        def done(edited: Edited) -> None:
            self._drafting.forget(draft.key)
            self._show_saved(article_id, before, arrival.file.text, edited)
            self._tell_saved(self.tr("The text is saved."), edited)

        self._keep(save, done, partial(self._give_back, draft))

    def _keep(
        self,
        save: Callable[[], Edited],
        done: Callable[[Edited], None],
        failed: Callable[[CuratorError], None],
    ) -> None:
        """Save beside the window: 200 quotes take longer than a key should wait."""
        self._end_reading()
        self._desk.running.tell(_EDIT, self.tr("The text is being saved"), _do_nothing)
        self._saving.start(save, done, failed)

    def _text_of(self, article_id: ArticleId) -> str:
        opened = self._desk.current()
        return opened.text if opened is not None and opened.article.id == article_id else ""

    def _show_saved(self, article_id: ArticleId, before: str, now: str, edited: Edited) -> None:
        """Show the text where it was changed."""
        self._end_reading()
        self._desk.run(lambda: edited)
        opened = self._desk.current()
        if opened is not None and opened.article.id == article_id:
            self._desk.panes.reader.set_place(common_start(before, now))

    def _tell_saved(self, words: str, edited: Edited) -> None:
        is_new = edited.updated is not None
        said = words + self._of_quotes(edited) if is_new else self.tr("The text is the same.")
        self._desk.bus.tell(said, undo_key=is_new)

    def _give_back(self, draft: Draft, error: CuratorError | None) -> None:
        """Ask for the words again: they could not be saved."""
        self._end_reading()
        if error is not None:
            self._tell(error)
        if self._saved is not None:
            self._form.ask(self._saved, draft)

    # Brought back

    def _read_older(self, version: TextVersion) -> None:
        """Read an older version again; the file that it came from is there already."""
        opened = self._desk.current()
        if opened is not None:
            article_id = opened.article.id
            reading = self._begin(article_id, version.text, None, self._end_reading)
            reading.read.connect(partial(self._bring_back, article_id, version))
            reading.failed.connect(self._fail)

    def _bring_back(self, article_id: ArticleId, version: TextVersion, arrival: Arrival) -> None:
        editing, before = self._desk.curator.editing, self._text_of(article_id)

        def done(edited: Edited) -> None:
            self._show_saved(article_id, before, arrival.file.text, edited)
            words = self.tr("The text is as it was {moment}.")
            when = moment(version.created_at, self._desk.curator.library.now())
            self._tell_saved(words.replace("{moment}", when), edited)

        self._keep(lambda: editing.bring_back(article_id, version.id, arrival), done, self._fail)

    def _fail(self, error: CuratorError) -> None:
        self._end_reading()
        self._tell(error)

    def _end_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.stop()
            self._desk.curator.editing.reader_ended(reading.number)
        self._desk.running.end(_EDIT)

    def _of_quotes(self, edited: Edited) -> str:
        """Return what became of the quotes, as the end of a sentence; nothing without quotes."""
        parts = []
        if edited.came_along:
            one, many = self.tr("1 quote came along"), self.tr("{n} quotes came along")
            parts.append(counted(edited.came_along, one, many))
        if edited.marked:
            one, many = self.tr("1 quote is to be checked"), self.tr("{n} quotes are to be checked")
            if parts:
                one, many = self.tr("1 is to be checked"), self.tr("{n} are to be checked")
            parts.append(counted(edited.marked, one, many))
        return f" {', '.join(parts)}." if parts else ""

    def _tell(self, error: CuratorError) -> None:
        self._desk.bus.tell(sentence_for(error), Level.WARNING)

    # Not saved

    def tell_drafts(self) -> None:
        """Say which texts were written on and not saved, before the window was left."""
        drafts = self._drafting.kept()
        if not drafts or self._desk.is_read_only:
            return
        draft = drafts[-1]
        key = "new_note" if draft.article_id is None else "edit_text"
        words = self.tr("“{title}” was written and not saved. {key} goes on with it.")
        if draft.article_id is not None:
            words = self.tr("Changes in “{title}” were not saved. Open it; {key} shows them.")
        title = one_line(draft.title) or self.tr("A note")
        words = words.replace("{key}", self._desk.keymap.label(key))
        self._desk.hint(words.replace("{title}", title))

    def _tell_kept(self) -> None:
        """Say that what is left unsaved is not lost."""
        if self._form.draft() is not None:
            words = self.tr("What you wrote is kept, not saved. {key} goes on with it.")
            self._desk.hint(words.replace("{key}", self._desk.keymap.label("edit_text")))


def _do_nothing() -> None:
    """Let what is written to the disk come to its end: it takes no longer than a blink."""
