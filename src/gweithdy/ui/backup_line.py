"""A backup in one line: when it was made, and why."""

from gweithdy.language.dates import clock, long_date
from gweithdy.language.words import Words
from gweithdy.storage.thinning import Backup, reason_of


def backup_line(words: Words, backup: Backup) -> str:
    """Such as "Saturday 21 November 2026, 16:00 · on closing", where the person is."""
    at = backup.at.astimezone()
    return f"{long_date(at.date(), words.language)}, {clock(at)} · {words.tr(reason_of(backup))}"
