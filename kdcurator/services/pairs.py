"""Similar articles and what the user decides on each pair: both stay, or one of them goes.

Owns which pairs are shown and that no quote goes with its article: its words stand in the other
one, and it goes there, or the article stays. Must not know how a pair is shown.
"""

from collections.abc import Sequence
from itertools import groupby

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import QuotesDisagree, QuotesStandElsewhere
from kdcurator.domain.likeness import Pair
from kdcurator.domain.ports import Progress
from kdcurator.domain.quote import AnchorState, Quote, QuoteFilter, Segment, are_in_order
from kdcurator.services.likenesses import ALIKE
from kdcurator.store import articles, kept_apart, quotes, versions
from kdcurator.store.articles import ArticleText
from kdcurator.store.handing_over import hand_over
from kdcurator.store.library import Library
from kdcurator.store.likenesses import letters_in_all, read_texts
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.anchoring import Reanchoring
from kdcurator.text.differences import Marks
from kdcurator.text.pairing import Pairing
from kdcurator.text.side_by_side import whole_differences
from kdcurator.text.similarity import shared, traces

_ORDER = tuple(AnchorState)


class PairService:
    """Points out similar articles, and does what is decided."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def find_pairs(self, progress: Progress | None = None) -> list[Pair]:
        """Return all pairs that nobody has decided on, those that came last first.

        Reads every text: some milliseconds for each article.
        """
        with self._library.read() as connection:
            apart = kept_apart.list_apart(connection)
            count, letters = letters_in_all(connection)
            pairing: Pairing[ArticleId] = Pairing(letters)
            for number, (article_id, text) in enumerate(read_texts(connection)):
                pairing.add(article_id, text)
                if progress is not None and number % 100 == 0:
                    progress(number, count, "")
        likely = sorted(ids for ids in pairing.likely(ALIKE) if ids not in apart)
        found = []
        for one, others in groupby(likely, key=lambda ids: ids[0]):
            found += self._alike(one, [other for _, other in others])
        return sorted(found, key=lambda pair: (-pair.article_id, -pair.likeness))

    def _alike(self, one: ArticleId, others: Sequence[ArticleId]) -> list[Pair]:
        """Return the pairs of one article that are alike indeed."""
        with self._library.read() as connection:
            ours = traces(articles.read_text(connection, one).text)
            texts = [(other, articles.read_text(connection, other).text) for other in others]
        found = [Pair(other, one, shared(ours, traces(text))) for other, text in texts]
        return [pair for pair in found if pair.likeness >= ALIKE]

    def differences(self, one: ArticleId, other: ArticleId) -> tuple[Marks, Marks]:
        """Return which places of the two texts the other one does not have.

        Takes 20 ms for 40,000 code points. Raises `UnknownArticle`.
        """
        with self._library.read() as connection:
            texts = [articles.read_text(connection, article_id).text for article_id in (one, other)]
        return whole_differences(*texts)

    def still_asked(self, pairs: Sequence[Pair]) -> list[Pair]:
        """Return those pairs of which both articles are there and nobody has decided."""
        with self._library.read() as connection:
            apart = kept_apart.list_apart(connection)
            ids = {i for pair in pairs for i in (pair.article_id, pair.other_id)}
            there = articles.which_are_there(connection, ids)
        both = [pair for pair in pairs if {pair.article_id, pair.other_id} <= there]
        return [
            pair
            for pair in both
            if (min(pair.article_id, pair.other_id), max(pair.article_id, pair.other_id))
            not in apart
        ]

    def keep_both(self, one: ArticleId, other: ArticleId) -> Change:
        """Let both articles stay; they are pointed out no more. Raises `UnknownArticle`."""
        with self._library.change(ChangeKind.KEEP_BOTH) as work:
            for article_id in (one, other):
                articles.version_of(work.connection, article_id)
            kept_apart.keep_apart(work, one, other)
        return work.change

    def remove(self, article_id: ArticleId, stays: ArticleId) -> Change:
        """Delete one of two articles; its quotes go to the other, where their words stand.

        Raises:
            UnknownArticle: one of them is not there.
            QuotesStandElsewhere: words of a quote do not stand in the other; nothing is done.
            QuotesDisagree: a quote was saved in both and they contradict; nothing is done.
        """
        with self._library.read() as connection:
            articles.version_of(connection, article_id)
            has_quotes = bool(quotes.list_quotes(connection, QuoteFilter(article_id=article_id)))
        kind = ChangeKind.REMOVE_SIMILAR if has_quotes else ChangeKind.REMOVE_ARTICLES
        with self._library.change(kind) as work:
            moved = _Moving(work, article_id, stays).move_all()
            work.details["article_id"] = stays if moved else article_id
            if moved:
                work.details["quotes"] = moved
            articles.remove(work, article_id)
        return work.change


class _Moving:
    """The quotes of an article on their way into a similar one."""

    def __init__(self, work: UnitOfWork, article_id: ArticleId, stays: ArticleId) -> None:
        self._work, self._article_id = work, article_id
        self._to: ArticleText = articles.read_text(work.connection, stays)
        self._texts = versions.list_texts(work.connection, article_id)
        self._anchors: dict[int, Reanchoring] = {}

    def move_all(self) -> int:
        """Move every quote; return how many there were."""
        wanted = QuoteFilter(article_id=self._article_id)
        found = quotes.list_quotes(self._work.connection, wanted)
        places = {quote.id: self._place(quote) for quote in found}
        homeless = [quote for quote in found if places[quote.id] is None]
        if homeless:
            raise QuotesStandElsewhere(count=len(homeless), quote=_beginning(homeless[0]))
        for quote in found:
            place = places[quote.id]
            if place is not None and not hand_over(self._work, quote.id, self._to, *place):
                raise QuotesDisagree(quote=_beginning(quote))
        return len(found)

    def _place(self, quote: Quote) -> tuple[tuple[Segment, ...], AnchorState] | None:
        """Return where the very words of a quote stand in the other article, and how sure."""
        anchors = self._anchors.get(quote.version_id)
        if anchors is None:
            anchors = Reanchoring(self._texts[quote.version_id], self._to.text)
            self._anchors[quote.version_id] = anchors
        places = [anchors.find(segment.span) for segment in quote.segments]
        spans = tuple(place.span for place in places if place.span and not place.is_altered)
        if len(spans) != len(places) or not are_in_order(spans):
            return None
        is_unsure = any(place.state is AnchorState.UNSURE for place in places)
        state = AnchorState.UNSURE if is_unsure else AnchorState.EXACT
        if quote.anchor_state is not AnchorState.EXACT:  # nobody but the user takes a mark off
            state = max(AnchorState.MOVED, state, key=_ORDER.index)
        return tuple(Segment.from_text(self._to.text, span) for span in spans), state


def _beginning(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return words if len(words) <= 60 else words[:60].rstrip() + " …"
