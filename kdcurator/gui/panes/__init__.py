"""The panes of the window beside the article: list, search, tags, story line and foot.

Owns what each shows and the signals it sends. Must not know services, other panes or which key does
what: the shell connects them.
"""
