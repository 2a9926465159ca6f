"""kdcurator: the quotes in Danish articles, found, kept, tagged and handed over verbatim.

Owns the version number and nothing else; importing the package costs nothing.
"""

__version__ = "0.1.0"
