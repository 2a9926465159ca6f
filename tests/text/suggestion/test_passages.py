"""The engine on constructed passages with gold: floors over all, key cases exactly."""

from pathlib import Path

import pytest
from kdcurator.text.suggestion.reader import TextReader
from passage_scores import Passage, Tally, load_passages, score

PASSAGES = load_passages(Path(__file__).parent / "passages")
