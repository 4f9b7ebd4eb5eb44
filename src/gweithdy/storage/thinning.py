"""Thinning: which backups stay, by number and by size."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gweithdy.domain.problem import N_

ROUTINE = ("timed", "close")
"""Reasons of the backups that come by themselves."""

BEFORE_RESTORE = "before-restore"
LEFT = "left"
SET_ASIDE = (BEFORE_RESTORE, LEFT)
"""Reasons of what made room for a backup or a new library: not copies, and perhaps damaged."""

REASONS = {
    "timed": N_("while working"),
    "close": N_("on closing"),
    "asked": N_("asked for"),
    "before-update": N_("before an update"),
    BEFORE_RESTORE: N_("what was there before a backup was restored"),
    LEFT: N_("what was left where a new library was made"),
}

ALWAYS = 3
"""How many of the newest copies stay, however large they are."""

ROOM = 1_000_000_000
TIMES = 5
"""All copies together may have so many bytes, or so many times those of the newest one."""


def reason_of(backup: "Backup") -> str:
    """Why it was made; a catalogue text."""
    return REASONS.get(backup.reason, N_("kept"))


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the library; `at` in UTC, `reason` a word such as "timed" or "asked"."""

    path: Path
    at: datetime
    reason: str
    size: int = 0


def newest_first(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """In the order in which they are needed.

    A clock that was ahead dates copies to what is yet to come. Nobody knows how old these are:
    they come last, or they would take the places of all that is made after them.
    """
    return sorted(backups, key=lambda each: (each.at <= now, each.at, each.path.name), reverse=True)


def kept(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """What thinning leaves: a number of copies, and of these what there is room for."""
    return with_room(thinned(backups, now), now)


def thinned(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """12 of ten minutes, 14 of days, 8 of weeks, 12 of months.

    The last 12 made for a reason, asked for or before an update, stay too.
    """
    ordered = newest_first(backups, now)
    copies = _copies(ordered)
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (12, lambda at: at.timestamp() // 600),
        (14, lambda at: at.date()),
        (8, lambda at: at.isocalendar()[:2]),
        (12, lambda at: (at.year, at.month)),
    )
    stay = set([backup for backup in ordered if backup.reason not in ROUTINE][:12])
    for count, span in spans:
        newest: dict[object, Backup] = {}
        for backup in copies:
            newest.setdefault(span(backup.at), backup)
        stay.update(list(newest.values())[:count])
    return stay


def with_room(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Without the oldest ones, where all together are too large.

    The newest few stay whatever their size, and the newest one for each reason but routine.
    """
    ordered = newest_first(backups, now)
    copies = _copies(ordered)
    stay, size = set(ordered), sum(backup.size for backup in ordered)
    room = max(ROOM, TIMES * copies[0].size) if copies else ROOM
    always = set(copies[:ALWAYS])
    for reason in {backup.reason for backup in ordered}.difference(ROUTINE):
        always.add(next(backup for backup in ordered if backup.reason == reason))
    for backup in reversed(ordered):
        if size > room and backup not in always:
            stay.remove(backup)
            size -= backup.size
    return stay


def _copies(ordered: Iterable[Backup]) -> list[Backup]:
    return [backup for backup in ordered if backup.reason not in SET_ASIDE]
