"""Small widgets that several panes share.

Owns drawings that must be the same wherever they stand. Must not know articles, quotes or services.
"""
