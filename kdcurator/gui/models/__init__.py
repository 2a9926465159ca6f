"""Item models: what services return, as rows that Qt's lists can show.

Owns order, filter and marks of rows, and the words by which a screen reader reads them out. Must
not know how a row is drawn, or where its values come from.
"""
