"""The one family of errors that a user can act on.

Owns the sentences: what happened, why, what to do next. English stands here, Danish in
`resources/i18n`; each sentence is marked for Qt Linguist. An error that a user cannot act on is a
fault of the program and is not of this family.
"""

from typing import ClassVar


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a sentence for translation and return it as it is."""
    return sentence


class CuratorError(Exception):
    """Something the user can act on; `details` fill the blanks of the sentence."""

    code: ClassVar[str] = "error"
    sentence: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "{reason}")

    def __init__(self, **details: object) -> None:
        """Keep what the sentence needs to be told."""
        super().__init__(self.sentence.format(**details))
        self.details = details

    @property
    def message(self) -> str:
        """The English sentence."""
        return str(self)


class UnknownArticle(CuratorError):
    """An article was named that the library does not hold."""

    code = "unknown_article"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is no article {id} in this library; it may have been undone."
    )


class NotWrittenHere(CuratorError):
    """A text that came from a file or a page was to be edited."""

    code = "not_written_here"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "This text came from {name} and stays as it was printed; import it again when it has "
        "changed, and it gets a new version.",
    )


class UnknownQuote(CuratorError):
    """A quote was named that the library does not hold."""

    code = "unknown_quote"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is no quote {id} in this library; it may have been undone."
    )


class QuotesStandElsewhere(CuratorError):
    """An article was to go for a similar one in which not all of its quotes stand."""

    code = "quotes_stand_elsewhere"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The article stays: the words of {count} of its quotes do not stand in the other one "
        "(“{quote}”). Keep both articles, or remove those quotes first.",
    )


class QuotesDisagree(CuratorError):
    """A quote that is saved in two similar articles has two speakers, say."""

    code = "quotes_disagree"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The article stays: “{quote}” is saved in both, and what is said of the two quotes differs "
        "(speaker, status, agreement and the like). Make them agree first, or keep both articles.",
    )


class UnknownSuggestion(CuratorError):
    """A suggestion was named that is no longer there."""

    code = "unknown_suggestion"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "This suggestion is no longer there; the rules may have found it anew."
    )


class StoryExists(CuratorError):
    """A story would get the name of another one."""

    code = "story_exists"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is a story “{name}” already. Choose another name."
    )


class UnknownTag(CuratorError):
    """A tag was named that the library does not hold."""

    code = "unknown_tag"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is no tag “{name}” in this library. Look in the tag list for its name."
    )


class UnknownStory(CuratorError):
    """A story was named that the library does not hold."""

    code = "unknown_story"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "There is no story “{name}” in this library. Look in the list of stories for its name.",
    )


class TagExists(CuratorError):
    """A tag would get the name of another one."""

    code = "tag_exists"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is a tag “{name}” already. Choose another name, or merge the two tags."
    )


class UnknownPerson(CuratorError):
    """A speaker was named that the library does not hold."""

    code = "unknown_person"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "There is no speaker “{name}” in this library. Look in the list of people for the name.",
    )


class SamePerson(CuratorError):
    """A speaker would be merged with nobody else."""

    code = "same_person"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{name}” and “{into}” are one speaker already. Name two to merge."
    )


class PersonExists(CuratorError):
    """A speaker would get a name that another one bears."""

    code = "person_exists"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "There is a speaker “{name}” already. Choose another name, or merge the two speakers.",
    )


class UnknownNameForm(CuratorError):
    """A name form was to be parted from a speaker who does not bear it."""

    code = "unknown_name_form"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{name}” has no name form “{form}”. Look in the list of people for the forms."
    )


class OnlyName(CuratorError):
    """The name itself was to be parted from a speaker, who would have none."""

    code = "only_name"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{form}” is what the speaker is called, so it cannot be parted. Rename the speaker first.",
    )


class TwoCoverNames(CuratorError):
    """Two protected speakers would become one, and one of their cover names would be lost."""

    code = "two_cover_names"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” and “{into}” are protected under different cover names, so they stay two "
        "speakers; nothing was changed.",
    )


class CoverNameIsNoName(CuratorError):
    """A protected speaker's cover name would become one of the speaker's names."""

    code = "cover_name_is_no_name"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "A protected speaker's cover name must not be one of the speaker's own names; nothing was "
        "changed.",
    )


class EmptyName(CuratorError):
    """A tag or a person would have no name."""

    code = "empty_name"
    sentence = QT_TRANSLATE_NOOP("errors", "A name needs at least one letter or digit.")


class BadSpan(CuratorError):
    """A quote's offsets are no place in the article."""

    code = "bad_span"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{start}–{end} is no place in article {id}, which has {length} characters."
    )


class OverlappingSegments(CuratorError):
    """Segments of one quote overlap or run backwards."""

    code = "overlapping_segments"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The segments of one quote must follow each other in the text without overlap."
    )


class NotInside(CuratorError):
    """A quote would be split where it has no words on both sides."""

    code = "not_inside"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The caret is not inside the quote. Put it where the second quote begins."
    )


class NothingToJoin(CuratorError):
    """A quote would be joined with the next one, and there is none."""

    code = "nothing_to_join"
    sentence = QT_TRANSLATE_NOOP("errors", "No quote comes after this one in the text.")


class OtherSpeaker(CuratorError):
    """A quote would be joined with one that somebody else says."""

    code = "other_speaker"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The next quote is by {name}. Only quotes by one speaker are joined."
    )


class PlaceTaken(CuratorError):
    """A quote would get the very place of another one."""

    code = "place_taken"
    sentence = QT_TRANSLATE_NOOP("errors", "Another saved quote stands in exactly that place.")


class OtherArticle(CuratorError):
    """A quote would get a place in another article than its own."""

    code = "other_article"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "These words stand in another article than the quote. Choose them in its own."
    )


class BadRequest(CuratorError):
    """Input that a program sent is not as documented."""

    code = "bad_request"
    sentence = QT_TRANSLATE_NOOP("errors", "This line is not as documented: {reason}.")


class Refused(CuratorError):
    """A file cannot become an article; `code` is one of the import codes of the contract."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP("errors", "{reason}")


class EmptyFile(Refused):
    """There is nothing in the file."""

    code = "empty"
    sentence = QT_TRANSLATE_NOOP("errors", "The file is empty.")


class BinaryFile(Refused):
    """The file is no text."""

    code = "binary"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "This is not a text file: it looks like a picture, a program or other data."
    )


class UnreadableFile(Refused):
    """The file cannot be opened or read."""

    code = "unreadable"
    sentence = QT_TRANSLATE_NOOP("errors", "The file could not be read: {reason}.")


class TooBig(Refused):
    """The file holds more than any article."""

    code = "too_big"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The file holds more than {limit} MB of text. Split it and import the parts."
    )


class FileTooBig(TooBig):
    """The file has more bytes than are read, whatever is in it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The file is larger than {limit} MB, so it was not read. Split it, or save it without "
        "pictures and attachments.",
    )


class NoText(Refused):
    """The file can be read and says nothing."""

    code = "no_text"
    sentence = QT_TRANSLATE_NOOP("errors", "There is no text in the file, only blanks.")


class UnsupportedFile(Refused):
    """A kind of file that no reader reads."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "Files of this kind ({kind}) cannot be imported. Save it as text first."
    )


class MailStore(UnsupportedFile):
    """The file in which Outlook keeps all mail."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "This is the file in which Outlook keeps all mail, and it cannot be read as it is. In "
        "Outlook choose the mails that you need, drag them to a folder and import that.",
    )


class DamagedFile(Refused):
    """What the file holds is not as its format wants it."""

    code = "damaged"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The file is damaged or cut short. Get it again, or open it in the program that made it "
        "and save it anew.",
    )


class EncryptedFile(Refused):
    """The file cannot be read without a password or a licence."""

    code = "encrypted"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The file is protected by a password. Save a copy without one and import that."
    )


class UnpacksTooBig(Refused):
    """A packed file would fill the memory once unpacked, as no document does."""

    code = "too_big"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Unpacked, this file is far larger than any document, so it was not opened: it may be made "
        "to do harm. Split it if it is genuine.",
    )


class NotFetched(Refused):
    """A page of the web cannot be had."""

    code = "unreadable"
    sentence = QT_TRANSLATE_NOOP("errors", "The page could not be fetched: {reason}.")


class PageTooBig(Refused):
    """A page of the web is larger than any page with an article."""

    code = "too_big"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The page is larger than {limit} MB, so it was not fetched. Save it from your browser and "
        "import the file.",
    )


class NestedTooDeep(Refused):
    """An archive lies in an archive in an archive."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "This archive lies in an archive within an archive, which is deeper than is looked. Unpack "
        "it and import what is in it.",
    )


class AttachedTooDeep(NestedTooDeep):
    """A file is attached to a mail in a mail in a mail."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "This file is attached to a mail within a mail within a mail, which is deeper than is "
        "looked. Save it from your mail program and import it.",
    )


class OnlyAttachments(NoText):
    """Nothing is written in a mail; `names` are those of the files attached to it.

    They are parted by `BETWEEN_NAMES`, which stands in no name.
    """

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing is written in this mail, but files are attached to it. Import those: {names}.",
    )


BETWEEN_NAMES = " / "


class ScannedFile(NoText):
    """The file holds pictures of text."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The PDF holds pictures of pages and no text. Run it through text recognition (OCR) first, "
        "then import the result.",
    )


class UntoldLetters(NoText):
    """The file draws letters and does not say which they are."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The PDF does not say which letters it shows, so there is no text in it. Run it through "
        "text recognition (OCR) first, then import the result.",
    )


class TooManyPages(TooBig):
    """The file has more pages than any article or report."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "The PDF has more than {limit} pages. Split it and import the parts."
    )


class NotTaken(Refused):
    """Part of another program's project has no place here; the rest is in."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The project is in, but not all of it ({count}): {reason}."
    )


class NotTheWholePage(Refused):
    """The text of a whole page cannot be taken in the place of its article's."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The whole text of the page could not be taken: {reason}."
    )


class NoAttachments(Refused):
    """The library cannot give the files that are attached to a mail."""

    code = "unsupported"
    sentence = QT_TRANSLATE_NOOP("errors", "There are no attached files to be had: {reason}.")


class ReaderStopped(Refused):
    """Reading a file ended the process that read it, or went on for too long."""

    code = "damaged"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Reading this file did not come to an end, so it was left out. It may be damaged.",
    )


class NoReader(CuratorError):
    """The process that reads files does not start."""

    code = "no_reader"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Files cannot be read now: the program's second process does not start. Restart the "
        "computer or install kdcurator anew; what was imported is kept.",
    )


class ExportStopped(CuratorError):
    """The process that writes an export ended by itself."""

    code = "export_stopped"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The export ended before it was done: the program's second process does not run. Try "
        "again; if that does not help, restart the computer or install kdcurator anew.",
    )


class NotBackedUp(CuratorError):
    """What was changed could not be backed up."""

    code = "not_backed_up"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "No backup could be made; everything is saved in the library. {reason}"
    )
    NO_ROOM: ClassVar[str] = QT_TRANSLATE_NOOP(
        "errors", "There is no space left where backups lie; make room on that disk."
    )

    @classmethod
    def because(cls, error: CuratorError) -> "NotBackedUp":
        """Tell why, without alarm: a full disk says elsewhere that nothing was saved."""
        return cls(reason=cls.NO_ROOM if isinstance(error, DiskFull) else error)


class BackupStopped(CuratorError):
    """The process that makes a backup, or compares one, ended by itself."""

    code = "backup_stopped"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The program's second process ended before it was done with the backup. Try again; if that "
        "does not help, restart the computer or install kdcurator anew.",
    )


class ComparisonStopped(CuratorError):
    """The process that puts two versions side by side ended by itself."""

    code = "comparison_stopped"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The program's second process ended before the two versions were compared. Close the page "
        "and open it again; if that does not help, restart the computer or install kdcurator anew.",
    )


class LibraryInUse(CuratorError):
    """Another process writes to the library."""

    code = "library_in_use"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library is being written to by {program} on {host} (process {process}). "
        "Close it there or wait until it is done, then try again.",
    )


class LibraryTooNew(CuratorError):
    """A newer kdcurator has written the library."""

    code = "library_too_new"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "This library was made by a newer kdcurator (version {found} of its layout, this program "
        "knows {known}). Update kdcurator; the library was not touched.",
    )


class NotALibrary(CuratorError):
    """The file or folder is something else."""

    code = "not_a_library"
    sentence = QT_TRANSLATE_NOOP("errors", "{path} is not a kdcurator library: {reason}.")


class LibraryDamaged(CuratorError):
    """The database file is damaged."""

    code = "library_damaged"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library at {path} is damaged ({reason}). Nothing was changed. Open it in the window "
        "to bring a backup back, or use 'restore'.",
    )


class CannotWrite(CuratorError):
    """A file or folder cannot be written."""

    code = "cannot_write"
    sentence = QT_TRANSLATE_NOOP("errors", "{path} could not be written: {reason}.")


class CannotRead(CuratorError):
    """A file of the library cannot be read."""

    code = "cannot_read"
    sentence = QT_TRANSLATE_NOOP("errors", "{path} could not be read: {reason}.")


class CannotPrint(CuratorError):
    """What was to be printed could not be."""

    code = "cannot_print"
    sentence = QT_TRANSLATE_NOOP("errors", "The answer could not be printed: {reason}.")


class DiskFull(CuratorError):
    """There is no space left."""

    code = "disk_full"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is no space left on the disk. Make room and try again; nothing was saved."
    )


class LibraryGone(CuratorError):
    """The library's folder was moved, renamed or taken away while it was open."""

    code = "library_gone"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library's folder {path} is no longer there. Put it back (or connect the drive), then "
        "go on; nothing was lost.",
    )


FOR_NOW = (DiskFull, CannotWrite, LibraryGone, LibraryInUse)
"""Refusals that pass: what was written can be kept as it stands, once they have."""


class NothingToBringBack(CuratorError):
    """A damaged library has no backup that is whole."""

    code = "nothing_to_bring_back"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library at {path} is damaged ({reason}), and no whole backup of it was found in "
        "{backups}. Nothing was changed; if you keep a backup elsewhere, bring it back with "
        "'restore'.",
    )


class MigrationFailed(CuratorError):
    """A library of an older version could not be brought up to date."""

    code = "migration_failed"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library could not be brought up to date ({reason}). It is as it was; a backup lies "
        "at {backup}.",
    )


class BackupDamaged(CuratorError):
    """A backup does not hold what it should."""

    code = "backup_damaged"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is not a whole kdcurator backup ({reason}). Choose another one."
    )


class UnknownFormat(CuratorError):
    """The ending of an export's name says no format."""

    code = "unknown_format"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{ending}” is no format that can be exported. Choose one of {known}."
    )


class UnwritableCharacter(CuratorError):
    """A format has no place for a character, and no character is ever left out or replaced."""

    code = "unwritable_character"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "A Word document cannot hold the character {character}, which stands after “{before}”, so "
        "nothing was exported. Export to .csv or .json, or remove the character.",
    )


class QuoteNotVerbatim(CuratorError):
    """A saved quote and its article do not say the same."""

    code = "quote_not_verbatim"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Quote {id} no longer matches its article, so nothing was handed over. Run 'check' to see "
        "what is wrong.",
    )


class OffTheRecord(CuratorError):
    """Words would be copied that were never said to be quoted."""

    code = "off_the_record"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Must not be quoted (off the record). Nothing was copied; change what was agreed if it no "
        "longer holds.",
    )


class QuotesMisplaced(CuratorError):
    """Quotes no longer stand in their articles where they say; told when a library opens."""

    code = "quotes_misplaced"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Quotes no longer match their articles: {ids}. Run 'check' to see what is wrong; they "
        "cannot be exported as they are.",
    )


class InCloudFolder(CuratorError):
    """The library lies where a cloud service copies it while it is written; told, not raised."""

    code = "in_cloud_folder"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library lies in a folder that {service} copies ({path}). It may copy a half-written "
        "file, and two computers can end up with a copy each. Close kdcurator, move the folder to "
        "this computer's own disk, and let {service} copy the backups instead.",
    )


class OnNetworkDrive(CuratorError):
    """The library lies on another computer's disk; told, not raised."""

    code = "on_network_drive"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The library lies on a network drive ({path}). Locks do not hold there, so two computers "
        "can damage it. Close kdcurator and move the folder to this computer's own disk.",
    )


class ConflictedCopies(CuratorError):
    """Other databases lie beside the library's; told, not raised."""

    code = "conflicted_copies"
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Beside the library lie other copies of it, as cloud services make them when two computers "
        "wrote at once: {names}. They may hold quotes that this one lacks. Each can be brought "
        "back like a backup with 'restore'; what is here now is kept as a backup.",
    )


class NothingNamed(CuratorError):
    """A command needs to be told what to work on."""

    code = "nothing_named"
    sentence = QT_TRANSLATE_NOOP("errors", "Name {what}.")


class DemoFolderTaken(CuratorError):
    """The demo would replace a folder that it did not make."""

    code = "demo_folder_taken"
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} holds files that the demo did not make. Name another --output."
    )
