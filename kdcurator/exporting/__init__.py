"""Hand quotes over as files: Word documents, tables and JSON.

Owns what an exported file looks like and that it is there whole or not at all. Must not know where
quotes are stored, which of them a user chose, or whether they still stand in their articles: the
service proves that before it calls here.
"""
