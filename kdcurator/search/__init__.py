"""The search house: Whoosh behind one door, and everything that is known of Danish words.

Owns the index (a throw-away copy of the library's words in the user's cache folder), the language
of queries and the snippets under a hit. Must not know SQL, the window or the command line.

`index.WhooshIndex` is the door (`domain.ports.SearchIndex`), `snippets.snippet` cuts the passage
that is shown, `folders.index_folder` says where an index lies, `trouble` what can go wrong. Those
who only need the last three never load Whoosh.
"""

import warnings

# Whoosh 2.7.4 is from 2016: its escapes and `is` comparisons warn when Python first compiles it.
# Nobody who uses the program can do anything about that, so it is not said to them.
for _category in (DeprecationWarning, SyntaxWarning):
    warnings.filterwarnings(
        "ignore", r"(.*invalid escape sequence|\"is( not)?\" with)", _category, r".*\bwhoosh\b"
    )
