"""Use cases in the user's verbs: import, suggest, save, tag, search, export, undo, check.

Owns what happens in which order and in one transaction. Must not know windows, commands, SQL
statements or index files.
"""
