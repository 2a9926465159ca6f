"""Everything the window can do, one entry each.

Owns the one table from which keys, palette, keys overlay, foot line and tests derive. Must not
know how anything is done: `handler` names the method that does it.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Scope(StrEnum):
    """Where an action's keys work."""

    READER = "reader"
    PANES = "panes"
    """In every pane that is not a text field."""
    WINDOW = "window"


class Needs(StrEnum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    ARTICLE = "article"
    TARGET = "target"
    SUGGESTION = "suggestion"


class Family(StrEnum):
    """Under which heading an action stands."""

    TAKING = "taking"
    MOVING = "moving"
    FINDING = "finding"
    LIBRARY = "library"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the window can do; texts are English and marked for translation."""

    id: str
    handler: str
    """`family.method`, found among the window's handlers."""
    family: Family
    scope: Scope
    needs: Needs
    text: str
    """As the palette says it: an imperative, with an ellipsis when it asks for more."""
    short: str
    """As the foot line says it: a word or two."""
    argument: int | None = None
    """What the handler is told: a digit, a direction."""
    repeats: bool = False
    """Whether holding the key does it again and again; never for what toggles."""

    @property
    def name(self) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("actions", self.text).format(n=self.argument)

    @property
    def word(self) -> str:
        """The short text in the window's language."""
        return QCoreApplication.translate("actions", self.short)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation and return it as it is."""
    return text


TAGS = tuple(
    Action(
        f"tag_{digit}",
        "tagging.digit",
        Family.TAKING,
        Scope.PANES,
        Needs.TARGET,
        QT_TRANSLATE_NOOP("actions", "Put on or take off the tag on {n}"),
        QT_TRANSLATE_NOOP("actions", "save with tag"),
        argument=digit,
    )
    for digit in range(1, 10)
)

_READER, _PANES, _WINDOW = Scope.READER, Scope.PANES, Scope.WINDOW
_NOTHING, _ARTICLE, _TARGET, _SUGGESTION = (
    Needs.NOTHING,
    Needs.ARTICLE,
    Needs.TARGET,
    Needs.SUGGESTION,
)

# fmt: off

_TAKING = (
    Action("pick_tag", "tagging.pick", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Find a tag…"),
           QT_TRANSLATE_NOOP("actions", "find tag")),
    Action("one_more_tag", "tagging.one_more", Family.TAKING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "One more tag on the quote just saved"),
           QT_TRANSLATE_NOOP("actions", "one more tag")),
    Action("suggested_tag", "tagging.suggested", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Put on the suggested tag"),
           QT_TRANSLATE_NOOP("actions", "suggested tag")),
    Action("same_tags", "tagging.same", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Put on the same tags again"),
           QT_TRANSLATE_NOOP("actions", "same tags")),
    Action("save", "taking.save", Family.TAKING, _READER, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Save without a tag"),
           QT_TRANSLATE_NOOP("actions", "save")),
    Action("dismiss", "taking.dismiss", Family.TAKING, _READER, _SUGGESTION,
           QT_TRANSLATE_NOOP("actions", "Dismiss the suggestion"),
           QT_TRANSLATE_NOOP("actions", "dismiss")),
    Action("save_strong", "taking.save_strong", Family.TAKING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Save all strong suggestions of the article"),
           QT_TRANSLATE_NOOP("actions", "save all strong")),
    Action("remove", "taking.remove", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Remove the saved quote"),
           QT_TRANSLATE_NOOP("actions", "remove")),
    Action("speaker", "details.speaker", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Set the speaker…"),
           QT_TRANSLATE_NOOP("actions", "speaker")),
    Action("split", "recutting.split", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Split the quote at the caret"),
           QT_TRANSLATE_NOOP("actions", "split")),
    Action("join", "recutting.join", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Join with the next quote"),
           QT_TRANSLATE_NOOP("actions", "join")),
    Action("why", "details.why", Family.TAKING, _PANES, _SUGGESTION,
           QT_TRANSLATE_NOOP("actions", "Why is this suggested?"),
           QT_TRANSLATE_NOOP("actions", "why")),
    Action("note", "details.note", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Note on the quote…"),
           QT_TRANSLATE_NOOP("actions", "note")),
    Action("used", "stories.used", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Mark the quote as used"),
           QT_TRANSLATE_NOOP("actions", "used")),
    Action("copy", "copying.copy", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Copy the quote"),
           QT_TRANSLATE_NOOP("actions", "copy")),
    Action("copy_with_source", "copying.copy_with_source", Family.TAKING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Copy with source line and link"),
           QT_TRANSLATE_NOOP("actions", "copy with source")),
    Action("go_on", "taking.switch_go_on", Family.TAKING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Go on after tagging: on or off"),
           QT_TRANSLATE_NOOP("actions", "go on after tagging")),
)

_MOVING = (
    Action("next_suggestion", "moving.next_suggestion", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Next suggestion"),
           QT_TRANSLATE_NOOP("actions", "next"), repeats=True),
    Action("previous_suggestion", "moving.previous_suggestion", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Previous suggestion"),
           QT_TRANSLATE_NOOP("actions", "previous"), repeats=True),
    Action("next_article", "moving.next_article", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Next article"),
           QT_TRANSLATE_NOOP("actions", "next article"), repeats=True),
    Action("previous_article", "moving.previous_article", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Previous article"),
           QT_TRANSLATE_NOOP("actions", "previous article"), repeats=True),
    Action("sentence", "moving.sentence", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Select the sentence at the caret, or the next one"),
           QT_TRANSLATE_NOOP("actions", "sentence"), repeats=True),
    Action("extend", "recutting.extend", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Extend by a sentence"),
           QT_TRANSLATE_NOOP("actions", "extend"), repeats=True),
    Action("shorten", "recutting.shorten", Family.MOVING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Shorten by a sentence"),
           QT_TRANSLATE_NOOP("actions", "shorten"), repeats=True),
    Action("end_on", "recutting.move_end", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Move the end on by a word"),
           QT_TRANSLATE_NOOP("actions", "end on"), argument=1, repeats=True),
    Action("end_back", "recutting.move_end", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Move the end back by a word"),
           QT_TRANSLATE_NOOP("actions", "end back"), argument=-1, repeats=True),
    Action("start_on", "recutting.move_start", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Move the start on by a word"),
           QT_TRANSLATE_NOOP("actions", "start on"), argument=1, repeats=True),
    Action("start_back", "recutting.move_start", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Move the start back by a word"),
           QT_TRANSLATE_NOOP("actions", "start back"), argument=-1, repeats=True),
    Action("start_sentence_on", "recutting.move_start_by_sentence", Family.MOVING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Move the start on by a sentence"),
           QT_TRANSLATE_NOOP("actions", "start on"), argument=1, repeats=True),
    Action("start_sentence_back", "recutting.move_start_by_sentence", Family.MOVING, _PANES,
           _TARGET,
           QT_TRANSLATE_NOOP("actions", "Move the start back by a sentence"),
           QT_TRANSLATE_NOOP("actions", "start back"), argument=-1, repeats=True),
    Action("overlapping", "moving.overlapping", Family.MOVING, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Next of the quotes that overlap here"),
           QT_TRANSLATE_NOOP("actions", "next overlapping"), repeats=True),
    Action("back", "moving.back", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Back after a jump"),
           QT_TRANSLATE_NOOP("actions", "back"), repeats=True),
    Action("forward", "moving.forward", Family.MOVING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Forward again"),
           QT_TRANSLATE_NOOP("actions", "forward"), repeats=True),
    Action("next_pane", "moving.next_pane", Family.MOVING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Next pane"),
           QT_TRANSLATE_NOOP("actions", "next pane")),
    Action("previous_pane", "moving.previous_pane", Family.MOVING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Previous pane"),
           QT_TRANSLATE_NOOP("actions", "previous pane")),
    Action("step_out", "moving.step_out", Family.MOVING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "One step out"),
           QT_TRANSLATE_NOOP("actions", "out")),
)

_FINDING = (
    Action("search", "searching.search", Family.FINDING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Search the whole library"),
           QT_TRANSLATE_NOOP("actions", "search")),
    Action("alike", "searching.alike", Family.FINDING, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "More quotes like this one"),
           QT_TRANSLATE_NOOP("actions", "more like this")),
    Action("find", "searching.find", Family.FINDING, _WINDOW, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Find in the article"),
           QT_TRANSLATE_NOOP("actions", "find")),
    Action("next_found", "searching.next_found", Family.FINDING, _WINDOW, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Next word that was found"),
           QT_TRANSLATE_NOOP("actions", "next found"), repeats=True),
    Action("previous_found", "searching.previous_found", Family.FINDING, _WINDOW, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Previous word that was found"),
           QT_TRANSLATE_NOOP("actions", "previous found"), repeats=True),
    Action("narrow", "searching.narrow", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Narrow down what was found"),
           QT_TRANSLATE_NOOP("actions", "narrow down")),
    Action("rebuild_index", "searching.rebuild_index", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Make search ready anew"),
           QT_TRANSLATE_NOOP("actions", "search anew")),
    Action("cancel_index", "searching.cancel_index", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Stop making search ready"),
           QT_TRANSLATE_NOOP("actions", "stop making ready")),
    Action("filter", "searching.filter_list", Family.FINDING, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Filter the article list…"),
           QT_TRANSLATE_NOOP("actions", "filter")),
    Action("palette", "window.palette", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Every command by name"),
           QT_TRANSLATE_NOOP("actions", "commands")),
    Action("keys", "window.keys", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "The keys of this moment"),
           QT_TRANSLATE_NOOP("actions", "keys")),
    Action("help_quotes", "window.help_quotes", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Help: what is suggested, and why?"),
           QT_TRANSLATE_NOOP("actions", "help")),
    Action("help_searching", "window.help_searching", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Help: what can be searched, and how?"),
           QT_TRANSLATE_NOOP("actions", "help on searching")),
    Action("help_importing", "window.help_importing", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Help: what can be imported, and how?"),
           QT_TRANSLATE_NOOP("actions", "help on importing")),
    Action("help_keeping", "window.help_keeping", Family.FINDING, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Help: where the work lies, and how to get it back"),
           QT_TRANSLATE_NOOP("actions", "help on backups")),
)

_LIBRARY = (
    Action("import_files", "texts.import_files", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Import…"),
           QT_TRANSLATE_NOOP("actions", "import")),
    Action("import_address", "pages.import_address", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Import a web page…"),
           QT_TRANSLATE_NOOP("actions", "web page")),
    Action("import_attachments", "texts.import_attachments", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Import the files attached to mails"),
           QT_TRANSLATE_NOOP("actions", "attached files")),
    Action("whole_page", "pages.whole_page", Family.LIBRARY, _WINDOW, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Take the whole text of the page"),
           QT_TRANSLATE_NOOP("actions", "whole page text")),
    Action("watch_folder", "watched.ask", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Watched folder…"),
           QT_TRANSLATE_NOOP("actions", "watched folder")),
    Action("cancel_import", "texts.cancel_import", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Cancel the import"),
           QT_TRANSLATE_NOOP("actions", "cancel import")),
    Action("paste", "texts.paste", Family.LIBRARY, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Paste as a new article"),
           QT_TRANSLATE_NOOP("actions", "paste article")),
    Action("new_note", "texts.new_note", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "New note or interview…"),
           QT_TRANSLATE_NOOP("actions", "new note")),
    Action("edit_text", "editing.edit", Family.LIBRARY, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Edit the text…"),
           QT_TRANSLATE_NOOP("actions", "edit text")),
    Action("text_versions", "editing.versions", Family.LIBRARY, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Versions of the text…"),
           QT_TRANSLATE_NOOP("actions", "versions")),
    Action("samples", "texts.samples", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Open the sample articles"),
           QT_TRANSLATE_NOOP("actions", "sample articles")),
    Action("details", "correcting.details", Family.LIBRARY, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "The article's details, or those of all chosen…"),
           QT_TRANSLATE_NOOP("actions", "details")),
    Action("accept_guesses", "correcting.accept_guesses", Family.LIBRARY, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Accept what is guessed of the article, or of all chosen"),
           QT_TRANSLATE_NOOP("actions", "accept guesses")),
    Action("similar", "similar.show", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Similar articles: compare and decide…"),
           QT_TRANSLATE_NOOP("actions", "similar articles")),
    Action("choose_guessed", "correcting.choose_guessed", Family.LIBRARY, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Choose the articles of which something is guessed"),
           QT_TRANSLATE_NOOP("actions", "choose guessed")),
    Action("decide", "deciding.decide", Family.LIBRARY, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Quotes in a new version…"),
           QT_TRANSLATE_NOOP("actions", "new version")),
    Action("decide_all", "deciding.decide_all", Family.LIBRARY, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Quotes in new versions of all articles…"),
           QT_TRANSLATE_NOOP("actions", "new versions")),
    Action("story", "stories.switch", Family.LIBRARY, _PANES, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Switch the current story…"),
           QT_TRANSLATE_NOOP("actions", "story")),
    Action("put_in_story", "stories.put", Family.LIBRARY, _PANES, _TARGET,
           QT_TRANSLATE_NOOP("actions", "Put into the current story"),
           QT_TRANSLATE_NOOP("actions", "into the story")),
    Action("remove_articles", "taking.remove_articles", Family.LIBRARY, _PANES, _ARTICLE,
           QT_TRANSLATE_NOOP("actions", "Delete the article"),
           QT_TRANSLATE_NOOP("actions", "delete article")),
    Action("rename_tag", "tag_list.rename", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Rename a tag…"),
           QT_TRANSLATE_NOOP("actions", "rename tag")),
    Action("merge_tags", "tag_list.merge", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Merge tags…"),
           QT_TRANSLATE_NOOP("actions", "merge tags")),
    Action("key_tag", "tag_list.set_key", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Change a tag's key…"),
           QT_TRANSLATE_NOOP("actions", "tag's key")),
    Action("delete_tag", "tag_list.delete", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Delete a tag…"),
           QT_TRANSLATE_NOOP("actions", "delete tag")),
    Action("merge_people", "speakers.merge", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Merge speakers…"),
           QT_TRANSLATE_NOOP("actions", "merge speakers")),
    Action("rename_person", "speakers.rename", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Rename the speaker…"),
           QT_TRANSLATE_NOOP("actions", "rename speaker")),
    Action("part_name", "speakers.part", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Part a name form…"),
           QT_TRANSLATE_NOOP("actions", "part name form")),
    Action("export", "library.export", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Export…"),
           QT_TRANSLATE_NOOP("actions", "export")),
    Action("all_saved", "library.all_saved", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Tell that all is saved"),
           QT_TRANSLATE_NOOP("actions", "all is saved")),
    Action("back_up", "backups.back_up", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Make a backup"),
           QT_TRANSLATE_NOOP("actions", "back up")),
    Action("bring_back", "backups.bring_back", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Bring back from a backup…"),
           QT_TRANSLATE_NOOP("actions", "bring back")),
    Action("undo", "library.undo", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Undo"),
           QT_TRANSLATE_NOOP("actions", "undo"), repeats=True),
    Action("redo", "library.redo", Family.LIBRARY, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Redo"),
           QT_TRANSLATE_NOOP("actions", "redo"), repeats=True),
)

_LOOK = (
    Action("larger", "window.larger", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Larger letters"),
           QT_TRANSLATE_NOOP("actions", "larger"), repeats=True),
    Action("smaller", "window.smaller", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Smaller letters"),
           QT_TRANSLATE_NOOP("actions", "smaller"), repeats=True),
    Action("larger_all", "window.larger_all", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Larger letters everywhere"),
           QT_TRANSLATE_NOOP("actions", "larger everywhere")),
    Action("smaller_all", "window.smaller_all", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Smaller letters everywhere"),
           QT_TRANSLATE_NOOP("actions", "smaller everywhere")),
    Action("switch_theme", "window.switch_theme", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Light or dark"),
           QT_TRANSLATE_NOOP("actions", "light or dark")),
    Action("switch_language", "window.switch_language", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Dansk eller engelsk – Danish or English"),
           QT_TRANSLATE_NOOP("actions", "language")),
    Action("close", "window.close", Family.WINDOW, _WINDOW, _NOTHING,
           QT_TRANSLATE_NOOP("actions", "Close the window"),
           QT_TRANSLATE_NOOP("actions", "close")),
)
# fmt: on

ACTIONS: tuple[Action, ...] = (
    *TAGS,
    *_TAKING,
    *_MOVING,
    *_FINDING,
    *_LIBRARY,
    *_LOOK,
)
