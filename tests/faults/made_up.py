"""Migrations that do not exist yet, made up to see what becomes of a library.

Owns their text: a step that rebuilds parents whose children hang on them by `ON DELETE CASCADE`,
and a long one that can be made to fail at any of its parts. Must not know how steps are run.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from kdcurator.store.migrate import SCRIPTS

PARENTS = {
    "article": ("article_version", "appearance", "quote"),
    "article_version": ("part", "suggestion", "quote"),
    "person": ("person_name", "appearance", "quote", "sheet"),
    "quote": ("segment", "quote_tag", "story_quote", "usage", "sheet_quote"),
    "tag": ("quote_tag", "story_tag"),
    "story": ("story_quote", "story_tag", "usage", "sheet"),
    "sheet": ("sheet_quote",),
}
"""Tables whose rows others hang on, and those."""

PARTS = (
    'op.create_table("mood", sa.Column("id", sa.Integer(), primary_key=True))',
    'op.execute("INSERT INTO mood (id) SELECT id FROM quote")',
    'op.add_column("quote", sa.Column("mood_id", sa.Integer()))',
    'op.create_index("ix_quote_mood_id", "quote", ["mood_id"])',
    'op.execute("UPDATE quote SET mood_id = id")',
    'rebuild("article")',
    "op.execute(\"UPDATE article SET title = 'Ny ' || title\")",
    'rebuild("quote")',
    "op.execute(\"UPDATE history SET details = '{}'\")",
    'op.drop_index("ix_quote_mood_id", "quote")',
    'op.execute("DELETE FROM mood")',
    'op.drop_table("mood")',
)
"""What the long step does, one after the other."""

MISHAPS = {
    "SQL that is none": 'op.execute("this is no SQL")',
    "a fault of ours": 'raise KeyError("mood")',
    "rows that go": 'op.execute("DELETE FROM segment WHERE position = 1")',
    "a lost reference": 'op.execute("UPDATE segment SET quote_id = 999999 WHERE position = 1")',
}

_STEP = '''"""A made-up step."""

import sqlalchemy as sa
from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def rebuild(name):
    """Make a table anew, with one column more."""
    with op.batch_alter_table(name, recreate="always") as table:
        table.add_column(sa.Column("made_up", sa.Text()))


def cascade(child, parent):
    """Let a child go with its parent."""
    found = sa.inspect(op.get_bind()).get_foreign_keys(child)
    with op.batch_alter_table(child, recreate="always") as table:
        for key in found:
            if key["referred_table"] == parent:
                (column,) = key["constrained_columns"]
                name = key["name"] or "fk_%s_%s" % (child, column)
                table.drop_constraint(name, type_="foreignkey")
                table.create_foreign_key(name, parent, [column], ["id"], ondelete="CASCADE")


def upgrade():
    """Do it."""
    {body}
'''


def scripts(folder: Path) -> Path:
    """Copy the program's own steps to a folder, where more can be added."""
    copy = folder / "scripts"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def cascading(scripts: Path, layout: int, parent: str) -> int:
    """Add a step that lets children go with a parent, and one that rebuilds it; return the last."""
    _write(scripts, layout + 1, [f'cascade("{child}", "{parent}")' for child in PARENTS[parent]])
    _write(scripts, layout + 2, [f'rebuild("{parent}")'])
    return layout + 2


def long(scripts: Path, layout: int, mishap: str | None = None, before: int = 0) -> int:
    """Add the long step, with a mishap before one of its parts; return its number."""
    body = list(PARTS)
    if mishap is not None:
        body.insert(before, MISHAPS[mishap])
    _write(scripts, layout + 1, body)
    return layout + 1


def _write(scripts: Path, number: int, body: Sequence[str]) -> None:
    step = _STEP.format(number=number, before=number - 1, body="\n    ".join(body))
    (scripts / "versions" / f"{number:04d}_made_up.py").write_text(step, encoding="utf-8")
