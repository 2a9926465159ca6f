"""The readers of subtitles: WebVTT and SubRip files as the speech that they hold.

Owns how cues become paragraphs, and the moment at which each begins. Must not know how cues are
written, nor what is a quote in the text.
"""

import re

from kdcurator.domain.article import Metadata, ReadFile, TextType
from kdcurator.domain.errors import BinaryFile, DamagedFile, EmptyFile, NoText
from kdcurator.importing import formats
from kdcurator.importing.cues import Cue, Line, read_cues
from kdcurator.importing.encoding import decode
from kdcurator.importing.text_reader import read_words
from kdcurator.text.canonical import canonical
from kdcurator.text.timecodes import Timecode, clock

_PAUSE = 3_000  # milliseconds after a sentence
_LONG_PAUSE = 8_000  # also in the midst of one
_LONG = 700  # characters of a paragraph that ends at its next sentence
_TURN = re.compile(r"[-–—‒―](?![-–—‒―])|>>+ ?")
_LABEL = re.compile(r"[^\W\d_][^:\n?!»«”“\"<>]{0,60}:(?=\s|$)")
_SENTENCE_END = tuple('.?!…»”"')


class SubtitleReader:
    """Reads one kind of subtitles; a `domain.ports.FileReader`."""

    def __init__(self, media_type: str, suffixes: tuple[str, ...], *, is_web: bool) -> None:
        """Answer for one media type; `is_web` tells WebVTT from SubRip."""
        self.media_type = media_type
        self.suffixes = suffixes
        self._is_web = is_web

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the speech as paragraphs, with the moment at which each cue begins.

        Raises `Refused`: `DamagedFile` where no line tells a time.
        """
        if not data.strip():
            raise EmptyFile
        if (found := formats.by_content(data)) not in {None, formats.VTT}:
            raise found.refusal() if found else BinaryFile
        decoded = decode(data)
        result = canonical(decoded.text)
        cues = read_cues(result.text, ends_at_blank=self._is_web)
        if not cues:
            raise NoText if "-->" in result.text or self._is_web else DamagedFile
        speech = Speech()
        for cue in cues:
            speech.add(cue)
        file = read_words(speech.text, self.media_type)
        replaced = decoded.replaced + result.replaced + file.replaced
        return ReadFile(
            file.text,
            self.media_type,
            decoded.encoding,
            replaced,
            Metadata(text_type=TextType.TRANSCRIPT),
            timecodes=tuple(speech.timecodes),
        )


def subtitle_readers() -> tuple[SubtitleReader, SubtitleReader]:
    """Return the readers of both kinds."""
    return (
        SubtitleReader(formats.VTT.media_type, formats.VTT.suffixes, is_web=True),
        SubtitleReader(formats.SRT.media_type, formats.SRT.suffixes, is_web=False),
    )


class Speech:
    """A text that grows by cues."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.timecodes: list[Timecode] = []
        """Where each cue begins in the text, and when."""
        self._pieces: list[str] = []
        self._length = 0
        self._in_paragraph = 0
        self._ended = 0
        self._speaker: str | None = None

    @property
    def text(self) -> str:
        """What was said so far."""
        return "".join(self._pieces)

    def add(self, cue: Cue) -> None:
        """Go on with a cue."""
        is_first = True
        for line in cue.lines:
            self._add_line(line, cue.start - self._ended if is_first else 0, cue.start)
            is_first = False
        self._ended = cue.end

    def _add_line(self, line: Line, pause: int, start: int) -> None:
        words = line.words
        turns = _TURN.match(words)
        if turns and words.startswith(">"):
            words = words[turns.end() :]
        changes = line.speaker is not None and line.speaker != self._speaker
        opens = bool(turns or changes or _LABEL.match(words) or self._is_over(pause))
        if not words:
            return
        if opens and line.speaker is not None:
            words = f"{line.speaker}: {words}"
        self._speaker = line.speaker or self._speaker
        self._append(words, start, opens=opens)

    def _append(self, words: str, start: int, *, opens: bool) -> None:
        joint = "" if not self._pieces else "\n\n" if opens else " "
        self._in_paragraph = 0 if opens else self._in_paragraph
        at = self._length + len(joint)
        moment = clock(start)
        if not self.timecodes or self.timecodes[-1][1] != moment:
            self.timecodes.append((at, moment))
        self._pieces += [joint, words]
        self._length = at + len(words)
        self._in_paragraph += len(words) + 1

    def _is_over(self, pause: int) -> bool:
        """Tell whether a paragraph ends here by itself."""
        if not self._pieces or pause >= _LONG_PAUSE:
            return True
        ends = self._pieces[-1].endswith(_SENTENCE_END)
        return ends and (pause >= _PAUSE or self._in_paragraph > _LONG)
