"""Pages of the web: imported by their address, and all their text in the place of the article's.

Owns when an address is asked for: by its key, or when one is pasted or dropped where a text was to
be. Nothing is fetched before the user has said so. Must not know how a page is fetched or read.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.page_address import PageAddress
from kdcurator.gui.handlers.texts import Texts
from kdcurator.services.arrivals import WebPage
from kdcurator.services.articles import ImportReport
from kdcurator.services.pages import only_address


class Pages(QObject):
    """Fetches pages."""

    def __init__(self, desk: Desk, texts: Texts, form: PageAddress) -> None:
        """Bring pages in as `texts` does with files; `form` asks for addresses."""
        super().__init__(desk)
        self._desk = desk
        self._texts = texts
        self._form = form
        self._failed = ""
        texts.page_offered.connect(form.ask)
        texts.importer.finished.connect(self._note_failed)
        form.chosen.connect(self._fetch)

    def import_address(self) -> None:
        """Ask for an address: the one on the clipboard, or the one that failed, is at hand."""
        copied = only_address(QGuiApplication.clipboard().text())
        self._form.ask(copied or self._failed)

    def whole_page(self) -> None:
        """Take all text of the page that the open article was told from."""
        opened = self._desk.current()
        if opened is None:
            self._desk.hint(self.tr("No article is open."))
        elif self._texts.importer.is_running():
            self._desk.hint(self.tr("An import goes on; wait for it or cancel it."))
        else:
            articles, article_id = self._desk.curator.articles, opened.article.id
            page = self._desk.runner.run(lambda: articles.kept_page(article_id))
            if page is not None:
                self._texts.importer.take_whole_page(page)

    def _fetch(self, page: WebPage) -> None:
        self._failed = ""
        self._texts.importer.import_page(page)

    def _note_failed(self, report: ImportReport) -> None:
        for turned in report.rejected:
            if isinstance(turned.path, WebPage):
                self._failed = turned.path.url
