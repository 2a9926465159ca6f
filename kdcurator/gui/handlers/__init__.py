"""What the actions do, by family.

Owns the way from an action to services and panes. Must not know keys, SQL or how a pane draws.
"""
