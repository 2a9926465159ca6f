"""How a list of words stands in the source: as prose, not as a column of quotation marks."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a list, divided by blanks or line breaks."""
    return frozenset(listed.split())
