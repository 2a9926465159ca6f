"""Which reader reads a file.

Owns the choice: what the first bytes show counts before what the name promises, and a file of
which neither says anything is read as text. A new format is one more reader in `all_readers`.
Must not know what a reader does.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import EmptyFile, Refused, UnsupportedFile
from kdcurator.domain.ports import FileReader, PageReader
from kdcurator.importing import formats

if TYPE_CHECKING:
    from kdcurator.importing.mails import Attached


def all_readers() -> tuple[FileReader, ...]:
    """Return one reader for each format; the first also reads what no other claims."""
    from kdcurator.importing.docx_reader import DocxReader
    from kdcurator.importing.epub_reader import EpubReader
    from kdcurator.importing.html_reader import HtmlReader, MhtmlReader
    from kdcurator.importing.mail_reader import EmlReader
    from kdcurator.importing.odf_reader import FodtReader, OdtReader
    from kdcurator.importing.outlook_reader import MsgReader
    from kdcurator.importing.pdf_reader import PdfReader
    from kdcurator.importing.rtf_reader import RtfReader
    from kdcurator.importing.subtitles import subtitle_readers
    from kdcurator.importing.text_reader import PlainTextReader

    return (
        PlainTextReader(),
        PlainTextReader("text/markdown", (".md", ".markdown", ".mdown", ".mkd")),
        HtmlReader(),
        MhtmlReader(),
        EmlReader(),
        MsgReader(),
        *subtitle_readers(),
        DocxReader(),
        OdtReader(),
        FodtReader(),
        RtfReader(),
        EpubReader(),
        PdfReader(),
    )


class Registry:
    """Chooses among readers by content and name."""

    def __init__(self, readers: Iterable[FileReader] | None = None) -> None:
        """Take readers; the first is the one for files of which nothing is known."""
        self._given = None if readers is None else tuple(readers)

    @cached_property
    def _chosen(self) -> tuple[FileReader, ...]:
        """The readers, loaded when the first file is read: nobody who lists articles waits."""
        return all_readers() if self._given is None else self._given

    @cached_property
    def _by_media_type(self) -> dict[str, FileReader]:
        return {reader.media_type: reader for reader in self._chosen}

    @cached_property
    def _by_suffix(self) -> dict[str, FileReader]:
        return {suffix: reader for reader in self._chosen for suffix in reader.suffixes}

    def read_bytes(self, data: bytes, name: str) -> ReadFile:
        """Return what a file holds; raises `Refused` with a code of CONTRACT.md, section 3.

        `name` is the file's name or path; only its ending counts, and less than the content.
        """
        if not data:
            raise EmptyFile
        return self._reader(data, name).read(data, name)

    def attached(self, data: bytes, name: str) -> "tuple[Attached, ...]":
        """Return the files attached to a mail; none of any other file. Raises `Refused`."""
        from kdcurator.importing.mails import MailReader

        reader = self._reader(data, name)
        return reader.mail(data).attached if isinstance(reader, MailReader) else ()

    def read_whole(self, data: bytes, name: str) -> ReadFile:
        """Return all text of a page, not its article alone; raises `Refused`."""
        reader = self._reader(data, name)
        if not isinstance(reader, PageReader):
            raise UnsupportedFile(kind=reader.media_type)
        return reader.read_whole(data, name)

    def is_page(self, media_type: str) -> bool:
        """Tell whether articles are told from the rest of a page in files of this kind."""
        return isinstance(self._by_media_type.get(media_type), PageReader)

    def is_mail(self, media_type: str) -> bool:
        """Tell whether files of this kind are mails, to which others may be attached."""
        from kdcurator.importing.mails import MailReader

        return isinstance(self._by_media_type.get(media_type), MailReader)

    def media_type(self, data: bytes, name: str) -> str | None:
        """Return the kind of file that it would be read as; None where no reader reads it."""
        try:
            return self._reader(data, name).media_type
        except Refused:
            return None

    def _reader(self, data: bytes, name: str) -> FileReader:
        """Choose the reader; raises `Refused` where there is none for a format that is known."""
        suffix = PurePath(name).suffix.casefold()
        found = formats.by_content(data)
        if found is formats.ZIP:
            found = formats.zipped_by_name(name) or found
        if not found:
            if suffix in self._by_suffix:
                return self._by_suffix[suffix]
            found = formats.by_name(name)
        if not found and formats.looks_like_html(data):
            found = formats.HTML
        if not found:
            return self._chosen[0]
        if found.media_type not in self._by_media_type:
            raise found.refusal()
        return self._by_media_type[found.media_type]
