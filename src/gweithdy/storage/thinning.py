"""Thinning: which backups stay, by number and by size."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROUTINE = ("timed", "close")
"""Reasons of the backups that come by themselves."""

ALWAYS = 3
"""How many of the newest copies stay, however large they are."""

ROOM = 1_000_000_000
TIMES = 5
"""All copies together may have so many bytes, or so many times those of the newest one."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the library; `at` in UTC, `reason` a word such as "timed" or "asked"."""

    path: Path
    at: datetime
    reason: str
    size: int = 0


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """In the order of a list that people read."""
    return sorted(backups, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def kept(backups: Iterable[Backup]) -> set[Backup]:
    """What thinning leaves: a number of copies, and of these what there is room for."""
    return with_room(thinned(backups))


def thinned(backups: Iterable[Backup]) -> set[Backup]:
    """12 of ten minutes, 14 of days, 8 of weeks, 12 of months.

    The last 12 made for a reason, asked for or before an update, stay too.
    """
    ordered = newest_first(backups)
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (12, lambda at: at.timestamp() // 600),
        (14, lambda at: at.date()),
        (8, lambda at: at.isocalendar()[:2]),
        (12, lambda at: (at.year, at.month)),
    )
    stay = set([backup for backup in ordered if backup.reason not in ROUTINE][:12])
    for count, span in spans:
        newest: dict[object, Backup] = {}
        for backup in ordered:
            newest.setdefault(span(backup.at), backup)
        stay.update(list(newest.values())[:count])
    return stay


def with_room(backups: Iterable[Backup]) -> set[Backup]:
    """Without the oldest ones, where all together are too large.

    The newest few stay whatever their size, and the newest one for each reason but routine.
    """
    ordered = newest_first(backups)
    stay, size = set(ordered), sum(backup.size for backup in ordered)
    room = max(ROOM, TIMES * ordered[0].size) if ordered else 0
    always = set(ordered[:ALWAYS])
    for reason in {backup.reason for backup in ordered}.difference(ROUTINE):
        always.add(next(backup for backup in ordered if backup.reason == reason))
    for backup in reversed(ordered):
        if size > room and backup not in always:
            stay.remove(backup)
            size -= backup.size
    return stay
