"""What is true of any text: its canonical form, its sentences, its anchors, its quotes.

Owns pure functions and objects from a text to values of the domain. Must not know files, the
library, the search index or the window.
"""
