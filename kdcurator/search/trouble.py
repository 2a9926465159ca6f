"""What can go wrong with an index.

Owns the two exceptions of this house; neither reaches the user. Must not know Whoosh, so that
those who catch them need not load it.
"""


class IndexBusy(Exception):
    """Another process is writing to this index, or has just done so; nothing was changed.

    The rows stay in the outbox and are searched there; whoever asks again later gets through.
    """


class IndexLost(Exception):
    """There is no usable index (any more): `last_seq` is None, so rebuild or search everything."""
