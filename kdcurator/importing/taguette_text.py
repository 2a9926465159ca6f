"""The texts of Taguette's documents, which are HTML, and the places that it counts in them.

Owns which text they show and where each byte of it comes to stand: Taguette counts the UTF-8 bytes
of what stands between the tags. Must not know databases.
"""

from array import array
from bisect import bisect_left
from html.parser import HTMLParser

from kdcurator.importing.passages import trimmed
from kdcurator.text.canonical import BYTE_ORDER_MARK, canonical

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    }
)
_BLANKS = frozenset(" \t\n\r\f")


class TaguetteText(HTMLParser):
    """A document's text; `place` finds a highlight in it."""

    def __init__(self, contents: str) -> None:
        """Read a document."""
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._length = 0
        self._byte = 0
        self._bytes, self._outs = array("q"), array("q")
        self._break = ""
        self._is_blank = False
        self.feed(contents.lstrip(" \t\r\n\f"))
        self.close()
        self.text = "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the text before a block, and at line breaks."""
        del attrs
        if tag == "br":
            self._break = self._break or "\n"
        elif tag in _BLOCKS:
            self._break = "\n\n"

    def handle_endtag(self, tag: str) -> None:
        """Break the text after a block."""
        if tag in _BLOCKS:
            self._break = "\n\n"

    def handle_data(self, data: str) -> None:
        """Take what is shown; blanks become one, as in a browser, and count nevertheless."""
        for letter in data:
            if letter in _BLANKS:
                self._note(0)
                self._is_blank = True
            else:
                self._put_joint()
                self._note(0)
                self._put(canonical("." + letter).text[1:])
            self._byte += len(letter.encode("utf-8", "replace"))

    def place(self, start: int, end: int, snippet: str) -> tuple[int, int] | None:
        """Return where the bytes from `start` to `end` stand; None where they do not.

        The snippet that is kept with a highlight has to say the same.
        """
        if not 0 <= start < end <= self._byte:
            return None
        place = trimmed(self.text, self._at(start), self._at(end))
        wanted = TaguetteText(snippet).text if snippet else ""
        if place is None or (wanted and _bare(self.text[slice(*place)]) != _bare(wanted)):
            return None
        return place

    def _at(self, byte: int) -> int:
        found = bisect_left(self._bytes, byte)
        return self._outs[found] if found < len(self._outs) else self._length

    def _note(self, ahead: int) -> None:
        self._bytes.append(self._byte)
        self._outs.append(self._length + ahead)

    def _put_joint(self) -> None:
        joint = self._break or (" " if self._is_blank else "")
        self._break, self._is_blank = "", False
        if self._pieces and joint:
            self._put(joint)

    def _put(self, words: str) -> None:
        if self._pieces or words != BYTE_ORDER_MARK:
            self._pieces.append(words)
            self._length += len(words)


def _bare(words: str) -> str:
    return "".join(words.split())
