"""Sources: in which order the places stand where something was said: room, tables, online …"""

from collections.abc import Iterable

from gweithdy.domain.board import SOURCE_LABELS

LONGEST_NUMBER = 3
"""Characters of what a table has for a name where people say "table 3"; more is a name."""


def is_table(source: str) -> bool:
    """Whether a source is the number or letter of a table, and no name."""
    return 0 < len(source) <= LONGEST_NUMBER


def in_order(sources: Iterable[str]) -> list[str]:
    """The room, tables by their number, those with a name, and where else words can come from."""
    return sorted(sources, key=_place)


def _place(source: str) -> tuple[int, bool, str]:
    if source in SOURCE_LABELS:
        return (0 if source == "room" else 2 + list(SOURCE_LABELS).index(source), False, "")
    return 1, not source.isdigit(), source.zfill(6)
