"""The command line: what CONTRACT.md promises to other programs, and to people at a terminal.

Owns options, JSON documents, exit codes and the one place where errors become sentences. Must not
know SQL, index files or widgets; only the commands that say so may open the window.
"""
