"""The tests of models stand on the same values as those of the panes that show them."""

from tests.gui.panes.conftest import a_quote, an_article, some_tags, theme

__all__ = ["a_quote", "an_article", "some_tags", "theme"]
