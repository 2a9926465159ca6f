"""The words that the window says of backups: when one was made, what it holds, what differs.

Owns days as people name them, and what a comparison tells. Must not know widgets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from kdcurator.domain.backup import SAMPLE, BackupKind, Differences, KeptBackup
from kdcurator.gui.models.wording import DOT, articles_in_all, counted, one_line, quotes_in_all

if TYPE_CHECKING:
    from kdcurator.services.rescuing import Rescue

translate = QCoreApplication.translate
"""Under this name, so that Qt Linguist finds the words; the context is always "backups"."""

_NAMED: int = 6
"""So many days back a weekday alone says which day is meant."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be another, and some quotes that show it."""

    words: str
    samples: tuple[str, ...] = ()
    is_loss: bool = False
    """Whether something that is here now would be gone."""


def moment(made_at: datetime, now: datetime) -> str:
    """Return "today at 14:05", as the clock here says it."""
    here = made_at.astimezone()
    clock = QTime(here.hour, here.minute).toString(translate("backups", "H:mm"))
    day = _day(here, now.astimezone())
    return translate("backups", "{day} at {time}").replace("{day}", day).replace("{time}", clock)


def rescued(rescue: "Rescue", now: datetime) -> str:
    """Return what a rescue did: when the library is from, what was saved beside it, what not."""
    if not rescue.was_wrong:
        return translate("backups", "The library proved to be whole; nothing was changed.")
    said = [_state_of(rescue, now), *_taken_over(rescue)]
    if rescue.salvaged.articles_unproved or rescue.salvaged.quotes_unproved:
        said.append(translate("backups", "Not all that was newer could be saved."))
    if rescue.damaged is not None:
        kept = translate("backups", "The damaged file is kept as {name}.")
        said.append(kept.replace("{name}", rescue.damaged.name))
    return " ".join(said)


def _state_of(rescue: "Rescue", now: datetime) -> str:
    """Tell which state the library is in now."""
    if rescue.backup is None:
        return translate("backups", "What could be read of the library was whole and was kept.")
    words = translate("backups", "The library is as it was {moment}.")
    return words.replace("{moment}", moment(rescue.backup.made_at, now))


def _taken_over(rescue: "Rescue") -> Iterator[str]:
    """Tell what is newer than the backup and was whole in the damaged file."""
    found, parts = rescue.salvaged, []
    if found.articles:
        parts.append(articles_in_all(found.articles))
    if found.quotes:
        parts.append(quotes_in_all(found.quotes))
    if parts:
        words = translate("backups", "Newer and whole in the damaged file, so taken over: {what}.")
        yield words.replace("{what}", DOT.join(parts))


def capital(words: str) -> str:
    """Return words as a line begins with them."""
    return words[:1].upper() + words[1:]


def _day(here: datetime, now: datetime) -> str:
    """Return a day as it is called: today, yesterday, by its weekday, by its date."""
    back = (now.date() - here.date()).days
    if back in {0, 1}:
        return translate("backups", "yesterday") if back else translate("backups", "today")
    is_of_this_year = here.year == now.year
    pattern = (
        translate("backups", "dddd d MMMM")
        if is_of_this_year
        else translate("backups", "d MMMM yyyy")
    )
    return QLocale().toString(QDate(here.year, here.month, here.day), pattern)


def holding(backup: KeptBackup) -> str:
    """Return "10 articles · 14 quotes · automatic"; what a backup does not say is left out."""
    parts = []
    if backup.articles is not None and backup.quotes is not None:
        parts = [articles_in_all(backup.articles), quotes_in_all(backup.quotes)]
    return DOT.join([*parts, kind(backup)])


def kind(backup: KeptBackup) -> str:
    """Return why a backup was made."""
    if backup.kind is BackupKind.BEFORE and backup.path.suffix != ".zip":
        return translate("backups", "before an update")
    return {
        BackupKind.AUTOMATIC: translate("backups", "automatic"),
        BackupKind.BY_HAND: translate("backups", "made on request"),
        BackupKind.BEFORE: translate("backups", "before bringing back"),
    }[backup.kind]


def differences(found: Differences) -> list[Difference]:
    """Return what would be another, losses first; one that says so when nothing would."""
    told = [*_losses(found), *_gains(found), *_others(found)]
    return told or [Difference(translate("backups", "No difference in articles and quotes."))]


def _losses(found: Differences) -> Iterator[Difference]:
    if found.quotes.gone:
        one = translate("backups", "1 quote has been added since and would be gone:")
        many = translate("backups", "{n} quotes have been added since and would be gone:")
        yield Difference(counted(found.quotes.gone, one, many), found.gone, is_loss=True)
    if found.articles.gone:
        one = translate("backups", "1 article has been added since and would be gone.")
        many = translate("backups", "{n} articles have been added since and would be gone.")
        yield Difference(counted(found.articles.gone, one, many), is_loss=True)


def _gains(found: Differences) -> Iterator[Difference]:
    if found.quotes.back:
        one = translate("backups", "1 deleted quote comes back:")
        many = translate("backups", "{n} deleted quotes come back:")
        yield Difference(counted(found.quotes.back, one, many), found.back)
    if found.articles.back:
        one = translate("backups", "1 deleted article comes back.")
        many = translate("backups", "{n} deleted articles come back.")
        yield Difference(counted(found.articles.back, one, many))


def _others(found: Differences) -> Iterator[Difference]:
    if found.quotes.other:
        one = translate("backups", "1 quote gets its tags, speaker, note or bounds of then.")
        many = translate("backups", "{n} quotes get their tags, speaker, note or bounds of then.")
        yield Difference(counted(found.quotes.other, one, many))
    if found.articles.other:
        one = translate("backups", "1 article gets its details of then.")
        many = translate("backups", "{n} articles get their details of then.")
        yield Difference(counted(found.articles.other, one, many))


def sample(text: str) -> str:
    """Return a quote in marks, cut between words where it was too long for a sample."""
    words = one_line(text)
    if len(text) >= SAMPLE:
        words = words.rpartition(" ")[0] + " …"
    return translate("backups", "“{quote}”").replace("{quote}", words)


def more(shown: int, total: int) -> str:
    """Return "and 2 more", for samples that are not all; empty when they are."""
    left = total - shown
    if left <= 0:
        return ""
    return counted(left, translate("backups", "and 1 more"), translate("backups", "and {n} more"))
