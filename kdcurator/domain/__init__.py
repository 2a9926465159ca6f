"""The words of the trade as values: articles, quotes, speakers, tags, stories, changes, errors.

Owns what is true whatever stores, searches or shows it. Knows the standard library alone.
"""
