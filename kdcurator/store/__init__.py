"""The library on disk: SQLite through SQLAlchemy, its lock, history, migrations and backups.

Owns every SQL statement of the program and the promise that what is reported saved is on disk.
Must not know search indexes, files to import or export, windows or commands.
"""
