"""Everything that a user can do to a library, one function a verb, done through the services.

Owns how often each verb is tried. Must not know what becomes of it, nor how it is undone.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import Agreement, QuoteRequest, Status
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Selected
from kdcurator.services.arrivals import TextToRead
from kdcurator.store import quotes as quote_rows
from tests.faults import invented
from tests.faults.at_hand import AtHand

Verb = Callable[[AtHand], None]

_FEWEST, _MOST = 6, 24
"""Articles: below, more are imported, above, some are removed."""


def choose(hand: AtHand) -> Verb:
    """Return the next thing to do."""
    count = len(hand.ids("article"))
    if count < _FEWEST:
        return import_text
    if count > _MOST:
        return remove_articles
    verbs, weights = zip(*_TABLE, strict=True)
    found: list[Verb] = hand.luck.choices(verbs, weights)
    return found[0]


# Articles


def import_text(hand: AtHand) -> None:
    """Import a text."""
    hand.curator.articles.import_text(TextToRead(invented.article(hand.luck)))


def import_again(hand: AtHand) -> None:
    """Import what may be there already."""
    known = hand.curator.articles.texts([hand.article()])
    for article in known.values():
        hand.curator.articles.import_text(TextToRead(f"{article.text}\r\n"))


def edit_article(hand: AtHand) -> None:
    """Mend what is known of an article."""
    article = hand.one(hand.curator.articles.list_articles(), None)
    if article is not None:
        known = replace(
            article.metadata,
            title=f"Ny rubrik {invented.word(hand.luck)}",
            byline=hand.luck.choice((None, "Af Sanne Rytoft")),
            publication=hand.luck.choice(invented.PAPERS),
            published_on=date(2020, 1, 1) + timedelta(days=hand.luck.randrange(2000)),
            municipality=hand.luck.choice(invented.PLACES),
            guessed=frozenset(),
        )
        hand.curator.articles.edit_details(article.id, known)


def remove_articles(hand: AtHand) -> None:
    """Remove articles with all that was found and saved in them."""
    some = hand.some(hand.ids("article"))
    hand.curator.articles.remove([ArticleId(row_id) for row_id in some])


# Quotes


def save(hand: AtHand) -> None:
    """Save without a tag."""
    hand.curator.taking.save(hand.targets())


def save_request(hand: AtHand) -> None:
    """Save as a program does, with everything at once; some places are no good."""
    article_id = hand.article()
    places = hand.luck.choice((hand.places(article_id), ((5, 3),), ((10**6, 10**7),)))
    tags = [hand.tag(), f"Emne {hand.luck.randrange(30)}"][: hand.luck.randrange(3)]
    person = hand.one(invented.PEOPLE, ("", ""))[0]
    note = invented.note(hand.luck)
    request = QuoteRequest(article_id, places, speaker=person, tags=tags, note=note)
    hand.curator.quotes.save_quotes([request, replace(request, note=None)])


def toggle_tag(hand: AtHand) -> None:
    """Put a tag on, or take it off."""
    found = hand.ids("tag")
    hand.curator.taking.toggle_tag(hand.targets(), TagId(hand.one(found, 1)))


def add_tags(hand: AtHand) -> None:
    """Put tags on by name, new ones among them."""
    names = [hand.tag(), f"Emne {hand.luck.randrange(30)}"]
    hand.curator.taking.add_tags(hand.targets(), names[: hand.luck.randrange(1, 3)])


def set_speaker(hand: AtHand) -> None:
    """Say who spoke."""
    known = hand.one(invented.PEOPLE, ("", ""))[0]
    name = hand.luck.choice((None, known, hand.person(), invented.name(hand.luck)))
    hand.curator.taking.set_speaker(hand.targets(), name)


def set_note(hand: AtHand) -> None:
    """Put a note on, or take it off."""
    note = hand.luck.choice((None, invented.note(hand.luck), "to\r\nlinjer"))
    hand.curator.taking.set_note(hand.targets(), note)


def set_role(hand: AtHand) -> None:
    """Mend a role."""
    for quote_id in hand.quotes()[:1]:
        role = hand.luck.choice((None, "vicevært", "minister"))
        hand.curator.taking.set_role(quote_id, role, hand.luck.choice((None, "Havnen")))


def set_said_to(hand: AtHand) -> None:
    """Say to which medium it was said."""
    medium = hand.luck.choice((None, *invented.PAPERS))
    hand.curator.taking.set_said_to(hand.targets(), medium)


def set_agreement(hand: AtHand) -> None:
    """Say what was agreed."""
    hand.curator.taking.set_agreement(hand.targets(), hand.luck.choice(tuple(Agreement)))


def set_status(hand: AtHand) -> None:
    """Say where quotes are in their check, through the store: no use case has it yet."""
    some, status = hand.quotes(), hand.luck.choice(tuple(Status))
    with hand.curator.library.change(ChangeKind.EDIT_QUOTES) as work:
        for quote_id in some:
            quote_rows.edit(work, quote_id, status=status)


def move(hand: AtHand) -> None:
    """Give what is in hand other boundaries."""
    target = hand.target()
    article_id = hand.article_of(target)
    hand.curator.taking.move(target, hand.places(article_id))


def split(hand: AtHand) -> None:
    """Part what is in hand in two, mostly inside it."""
    target, at = hand.target(), hand.luck.randrange(200)
    if isinstance(target, Selected):
        at = sum(target.places[0]) // 2
    if isinstance(target, Kept):
        span = hand.curator.quotes.with_ids([target.id])[0].segments[0].span
        at = (span.start + span.end) // 2
    hand.curator.taking.split(target, at)


def join(hand: AtHand) -> None:
    """Join what is in hand with what comes after it."""
    hand.curator.taking.join(hand.target())


def remove_quotes(hand: AtHand) -> None:
    """Remove saved quotes."""
    hand.curator.taking.remove(hand.quotes())


def dismiss(hand: AtHand) -> None:
    """Dismiss suggestions."""
    hand.curator.taking.dismiss(hand.suggestions())


def save_strong(hand: AtHand) -> None:
    """Save what the program is sure of."""
    hand.curator.taking.save_strong(hand.article())


def accept(hand: AtHand) -> None:
    """Save what the program found in several articles: one action, several transactions."""
    articles = [ArticleId(row_id) for row_id in hand.some(hand.ids("article"))]
    hand.curator.suggestions.accept(articles, tags=[hand.tag()], min_confidence=0.5)


# Tags, people, stories


def add_tag(hand: AtHand) -> None:
    """Make a tag."""
    hand.curator.tags.add_tag(f"Emne {hand.luck.randrange(30)}")


def rename_tag(hand: AtHand) -> None:
    """Give a tag another name, or another case."""
    name = hand.tag()
    new = hand.luck.choice((name.swapcase(), _new_name(hand), _new_name(hand)))
    hand.curator.tags.rename_tag(name, new)


def _new_name(hand: AtHand) -> str:
    return f"Emne {hand.luck.randrange(1000)}"


def merge_tags(hand: AtHand) -> None:
    """Make one tag of two."""
    hand.curator.tags.merge_tags(hand.tag(), hand.tag())


def delete_tag(hand: AtHand) -> None:
    """Take a tag off every quote and delete it."""
    hand.curator.tags.delete_tag(hand.tag())


def key_tag(hand: AtHand) -> None:
    """Put a tag on a digit, or on none."""
    hand.curator.tags.set_key(hand.tag(), hand.luck.choice((None, *range(1, 10))))


def merge_people(hand: AtHand) -> None:
    """Make one person of several."""
    names = [hand.person() for _ in range(hand.luck.choice((1, 1, 2)))]
    hand.curator.people.merge(names, hand.person())


def part_person(hand: AtHand) -> None:
    """Make a name form a person of its own again."""
    several = [p for p in hand.curator.people.list_people() if len(p.name_forms) > 1]
    for person in hand.luck.sample(several, min(1, len(several))):
        hand.curator.people.part(person.name, hand.luck.choice(person.name_forms))


def rename_person(hand: AtHand) -> None:
    """Call a person by another name."""
    hand.curator.people.rename(hand.person(), invented.name(hand.luck))


def add_story(hand: AtHand) -> None:
    """Make a story and make it the current one."""
    name = f"Historie {hand.luck.randrange(12)}"
    hand.curator.stories.add_story(name, hand.luck.choice((None, date(2027, 3, 1))))


def archive_story(hand: AtHand) -> None:
    """Lay a story away."""
    hand.curator.stories.archive_story(hand.story())


def switch_story(hand: AtHand) -> None:
    """Choose the story that new quotes join, which is no change."""
    found = [story.id for story in hand.curator.stories.list_stories()]
    hand.curator.stories.switch_to(hand.luck.choice((None, *found)))


def put_into_story(hand: AtHand) -> None:
    """Put quotes into a story."""
    hand.curator.stories.put(hand.story(), hand.quotes())


def take_from_story(hand: AtHand) -> None:
    """Take quotes out of a story."""
    hand.curator.stories.take(hand.story(), hand.quotes())


def mark_used(hand: AtHand) -> None:
    """Say that quotes were used."""
    name = hand.luck.choice((hand.story(), f"Historie {hand.luck.randrange(12)}"))
    hand.curator.stories.mark_used(name, hand.quotes())


_TABLE: tuple[tuple[Verb, int], ...] = (
    (import_text, 5),
    (import_again, 1),
    (save, 12),
    (save_request, 6),
    (toggle_tag, 14),
    (add_tags, 6),
    (set_speaker, 6),
    (set_note, 5),
    (set_role, 4),
    (set_said_to, 2),
    (set_agreement, 3),
    (set_status, 4),
    (move, 7),
    (split, 6),
    (join, 6),
    (remove_quotes, 5),
    (dismiss, 5),
    (save_strong, 2),
    (accept, 3),
    (add_tag, 3),
    (rename_tag, 8),
    (merge_tags, 2),
    (delete_tag, 2),
    (key_tag, 3),
    (merge_people, 3),
    (part_person, 3),
    (rename_person, 5),
    (add_story, 2),
    (archive_story, 1),
    (switch_story, 2),
    (put_into_story, 4),
    (take_from_story, 3),
    (mark_used, 3),
    (edit_article, 3),
    (remove_articles, 1),
)
"""Each verb with its weight."""
