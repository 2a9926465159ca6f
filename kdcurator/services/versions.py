"""A known article that comes again with other words: its next version, and its quotes found there.

Owns when an arrival is a newer version and not an article of its own, and what becomes of quotes
and of settled suggestions. No quote is dropped, none is moved without a mark unless it is the same
words at a place that nothing speaks against, and of one whose words are altered beyond likeness the
words that were saved stay, in the older version. Where those come back, it is exact again; marked,
if somebody had said that it is gone. Must not know how places are found.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import AnchorState, QuoteFilter, QuoteId
from kdcurator.domain.suggestion import StoredSuggestion, SuggestionState
from kdcurator.services.arrivals import Arrival, Origin, WebPage
from kdcurator.services.refinding import ORDER, Older, Place, Refinding, in_order
from kdcurator.services.renewing import renewed
from kdcurator.store import articles, earlier, quotes, suggestions, versions
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.store.versions import Known, Reading, Standing
from kdcurator.text.canonical import duplicate_key
from kdcurator.text.similarity import likeness, traces
from kdcurator.text.suggestion import RULES_VERSION

if TYPE_CHECKING:
    from kdcurator.text.anchoring import Anchored

LINKED_LIKENESS: Final = 0.2
"""So much of an article's text has to be the same when its link is: a front page is no article."""

NAMED_LIKENESS: Final = 0.5
"""So much when the name of the file is all that is the same, or the link was guessed."""

_AT_MOST: Final = 10
"""Articles that an arrival is compared with: of files called index.html there may be thousands."""

_SETTLED: Final = frozenset({SuggestionState.DISMISSED, SuggestionState.SAVED})


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """A file or text that became a newer version of an article, and what became of its quotes."""

    path: Origin
    article_id: ArticleId
    moved: int = 0
    """Quotes that stand elsewhere than their surroundings, or with words a little different."""
    unsure: int = 0
    gone: int = 0
    quotes: frozenset[QuoteId] = frozenset()
    """Those that it had."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The article that an arrival was found to be a version of."""

    article_id: ArticleId
    is_this_very_text: bool
    """Whether the text is one that the article had before: so nothing is new."""


class EarlierArticles:
    """The articles of the library that some arrivals may be newer versions of."""

    def __init__(self, connection: Reading, arrivals: Sequence[Arrival]) -> None:
        """Look for what has the links and the original names of `arrivals`."""
        self._connection = connection
        urls = {item.file.metadata.url for item in arrivals} - {None}
        names = {articles.name_of(item.original_name) for item in arrivals} - {None}
        self._known = versions.find_known(
            connection, {url for url in urls if url}, {name for name in names if name}
        )

    @property
    def ids(self) -> set[ArticleId]:
        """Those that any of the arrivals may be a newer version of."""
        return {known.id for known in self._known}

    def find(self, item: Arrival, besides: Collection[ArticleId]) -> Earlier | None:
        """Return the article that an arrival is a version of; None for an article of its own."""
        meant = self._meant(item, besides)
        best: tuple[float, ArticleId] | None = None
        arrived: frozenset[int] | None = None
        for known, needed in meant:
            by_version = versions.list_texts(self._connection, known.id)
            if any(version_id in by_version for version_id, _, _ in item.foreseen):
                return Earlier(known.id, is_this_very_text=False)  # compared when it was foreseen
            texts = list(by_version.values())
            if any(duplicate_key(text) == item.content_key for text in texts):
                return Earlier(known.id, is_this_very_text=True)
            arrived = traces(item.file.text) if arrived is None else arrived
            alike = likeness(arrived, traces(texts[-1]))
            if alike >= needed and (best is None or alike > best[0]):
                best = alike, known.id
        return None if best is None else Earlier(best[1], is_this_very_text=False)

    def _meant(self, item: Arrival, besides: Collection[ArticleId]) -> list[tuple[Known, float]]:
        """Return what may be meant, with how alike it has to be; the same links come first."""
        said, name = item.file.metadata, articles.name_of(item.original_name)
        linked = NAMED_LIKENESS if "url" in said.guessed else LINKED_LIKENESS
        by_link = [k for k in self._known if said.url is not None and k.url == said.url]
        by_name = [
            k
            for k in self._known
            if name is not None and k.original_name == name and k not in by_link
            if None in (k.publication, said.publication) or k.publication == said.publication
        ]
        by_name.sort(key=lambda known: known.title != said.title)
        found = [(k, linked) for k in by_link] + [(k, NAMED_LIKENESS) for k in by_name]
        return [(known, needed) for known, needed in found if known.id not in besides][:_AT_MOST]


def add_version(work: UnitOfWork, item: Arrival, article_id: ArticleId) -> UpdatedFile:
    """Keep an arrival as an article's newest version, its quotes and suggestions brought along."""
    renewing = _Renewing(work, item, article_id)
    counts = renewing.bring_quotes()
    renewing.bring_suggestions()
    return UpdatedFile(
        item.path,
        article_id,
        counts[AnchorState.MOVED],
        counts[AnchorState.UNSURE],
        counts[AnchorState.GONE],
        renewing.quotes,
    )


def need_foresight(connection: Reading, arrivals: Sequence[Arrival]) -> bool:
    """Tell whether any of these may be a newer version of an article that has something to find.

    Then finding it takes so long that a window should not wait for it: see `foresee`.
    """
    meant = EarlierArticles(connection, arrivals).ids
    meant |= {item.renews for item in arrivals if item.renews is not None}
    return versions.have_places(connection, meant)


def foresee(connection: Reading, item: Arrival) -> "dict[Place, Anchored]":
    """Return where the quotes of the article stand in this, if it is a newer version of one.

    Reads alone: the places are taken for what they are when the version is kept, and what was
    changed in between is looked for then.
    """
    article_id = item.renews
    if article_id is None:
        found = EarlierArticles(connection, [item]).find(item, ())
        if found is None or found.is_this_very_text:
            return {}
        article_id = found.article_id
    finding = _finding(connection, article_id, item)
    for quote in quotes.list_quotes(connection, QuoteFilter(article_id=article_id)):
        finding.become(quote)
    latest = articles.version_of(connection, article_id).id
    for stored in suggestions.list_all(connection, latest):
        if stored.state in _SETTLED:
            finding.places(latest, stored.quote.segments)
    return finding.known


def _finding(connection: Reading, article_id: ArticleId, item: Arrival) -> Refinding:
    """Return what finds an article's quotes in its newer text."""
    known = versions.list_versions(connection, article_id)
    older = {version.id: Older(version.text, version.created_at) for version in known}
    gone = earlier.called_gone(connection, article_id)
    return Refinding(older, item.file.text, gone, item.foreseen)


class _Renewing:
    """One article while it gets a newer text."""

    def __init__(self, work: UnitOfWork, item: Arrival, article_id: ArticleId) -> None:
        self._work, self._item, self._article_id = work, item, article_id
        self._finding = _finding(work.connection, article_id, item)
        self._latest = articles.version_of(work.connection, article_id).id
        self.quotes: frozenset[QuoteId] = frozenset()
        self._version = versions.add_version(
            work,
            article_id,
            item.file,
            articles.Original(articles.name_of(item.original_name), item.original_sha256),
            text_sha256=item.text_sha256,
            content_key=item.content_key,
            accessed_at=work.now if isinstance(item.path, WebPage) else None,
        )

    def bring_quotes(self) -> dict[AnchorState, int]:
        """Have every quote stand in the new version that can; return how many are in each state."""
        wanted = QuoteFilter(article_id=self._article_id)
        saved = quotes.list_quotes(self._work.connection, wanted)
        found = [self._finding.become(quote) for quote in saved]
        found.sort(key=lambda each: ORDER.index(each.state))  # the surest takes its place first
        self.quotes = frozenset(each.quote.id for each in found)
        standings = [Standing(each.quote.id, each.state, each.segments) for each in found]
        states = versions.reanchor_all(self._work, self._version, standings)
        return {state: list(states.values()).count(state) for state in AnchorState}

    def bring_suggestions(self) -> None:
        """Offer what was found in the new text but for what was settled in the old one."""
        stored = suggestions.list_all(self._work.connection, self._latest)
        settled = [*self._moved(item for item in stored if item.state in _SETTLED)]
        saved = quotes.places_in(self._work.connection, self._version)
        plan = renewed(self._item.reading.quotes, settled, saved)
        reading = replace(self._item.reading, quotes=plan.new)
        articles.add_reading(self._work, self._article_id, self._version, reading, RULES_VERSION)
        versions.carry_over(self._work, self._version, settled, RULES_VERSION)

    def _moved(self, settled: Iterable[StoredSuggestion]) -> Iterator[StoredSuggestion]:
        """Yield suggestions at their places in the new text; those that are gone, not at all."""
        for item in settled:
            spans = in_order(self._finding.places(self._latest, item.quote.segments))
            if spans is not None:
                yield replace(item, quote=replace(item.quote, segments=spans))
