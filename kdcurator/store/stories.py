"""Stories in the library, the quotes that each collects, and where quotes were used.

Owns the rows of stories and usages, and which story is the current one (a setting: looking at
another story is no change to undo). Must not know how a story is shown.
"""

from datetime import date

from sqlalchemy import Connection, func, select

from kdcurator.domain.errors import EmptyName, StoryExists, UnknownStory
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.story import Story, StoryId
from kdcurator.store import tables
from kdcurator.store.library import read_setting, write_setting
from kdcurator.store.times import as_date
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line

_story, _inside, _usage = tables.story, tables.story_quote, tables.usage

_CURRENT = "current_story"


def list_stories(connection: Connection) -> list[Story]:
    """Return all stories, oldest first, with the number of quotes in each."""
    current = read_setting(connection, _CURRENT)
    count = select(func.count()).where(_inside.c.story_id == _story.c.id).scalar_subquery()
    query = select(_story, count.label("quotes")).order_by(_story.c.id)
    return [
        Story(
            StoryId(row["id"]),
            row["name"],
            as_date(row["deadline"]),
            row["is_archived"],
            str(row["id"]) == current,
            row["quotes"],
        )
        for row in connection.execute(query).mappings()
    ]


def find_story(connection: Connection, name: str) -> StoryId | None:
    """Return the story of this name, whatever its case."""
    query = select(_story.c.id).where(_story.c.name_key == name_key(one_line(name)))
    found = connection.execute(query).scalar()
    return None if found is None else StoryId(found)


def require_story(connection: Connection, name: str) -> StoryId:
    """Return the story of this name; raises `UnknownStory`."""
    found = find_story(connection, name)
    if found is None:
        raise UnknownStory(name=name)
    return found


def add_story(work: UnitOfWork, name: str, deadline: date | None = None) -> StoryId:
    """Make a story; raises `StoryExists` and `EmptyName`."""
    if not any(letter.isalnum() for letter in name):
        raise EmptyName
    if find_story(work.connection, name) is not None:
        raise StoryExists(name=one_line(name))
    row_id = work.rows.insert(
        _story,
        name=one_line(name),
        name_key=name_key(one_line(name)),
        deadline=deadline.isoformat() if deadline else None,
        is_archived=False,
        created_at=work.now,
    )
    return StoryId(row_id)


def archive_story(work: UnitOfWork, story_id: StoryId) -> None:
    """Lay a story away; its quotes stay in it."""
    work.rows.update(_story, story_id, is_archived=True)


def current_story(connection: Connection) -> StoryId | None:
    """Return the story that new quotes join."""
    current = read_setting(connection, _CURRENT)
    if current is None:
        return None
    open_one = (_story.c.id == int(current)) & ~_story.c.is_archived
    found = connection.execute(select(_story.c.id).where(open_one)).scalar()
    return None if found is None else StoryId(found)


def make_current(connection: Connection, story_id: StoryId | None) -> None:
    """Say which story new quotes join; None for no story."""
    write_setting(connection, _CURRENT, None if story_id is None else str(story_id))


def put_quote(work: UnitOfWork, story_id: StoryId, quote_id: QuoteId) -> None:
    """Put a quote into a story that may have it already, at its end."""
    here = (_inside.c.story_id == story_id) & (_inside.c.quote_id == quote_id)
    if work.connection.execute(select(_inside.c.id).where(here)).first() is not None:
        return
    last = select(func.coalesce(func.max(_inside.c.position), -1)).where(
        _inside.c.story_id == story_id
    )
    position = work.connection.execute(last).scalar_one() + 1
    work.rows.insert(_inside, story_id=story_id, quote_id=quote_id, position=position, note=None)


def take_quote(work: UnitOfWork, story_id: StoryId, quote_id: QuoteId) -> None:
    """Take a quote out of a story; the quote stays."""
    here = (_inside.c.story_id == story_id) & (_inside.c.quote_id == quote_id)
    found = work.connection.execute(select(_inside.c.id).where(here)).scalar()
    if found is not None:
        work.rows.delete(_inside, found)


def mark_used(work: UnitOfWork, story_id: StoryId, quote_id: QuoteId, day: date) -> None:
    """Say that a quote was used in a story; once is enough."""
    here = (_usage.c.story_id == story_id) & (_usage.c.quote_id == quote_id)
    if work.connection.execute(select(_usage.c.id).where(here)).first() is None:
        work.rows.insert(
            _usage, story_id=story_id, quote_id=quote_id, used_on=day.isoformat(), place=None
        )
