"""The reader: an article's text with everything that is marked in it.

Owns how a text and its quotes look and how the caret moves through them. Must not know how
anything is saved: it shows what services opened and says what the keys act on.
"""
