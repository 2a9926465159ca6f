"""Files in: finding them, decoding them, and what each says of itself.

Owns the way from a path to canonical text and metadata, one reader a format. Must not know how
articles are stored, searched or shown.
"""
