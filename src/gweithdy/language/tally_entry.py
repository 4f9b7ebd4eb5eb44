"""Tallies as people type them: a number of dots, or the marks that a table gave."""

import re
from collections.abc import Mapping

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.rounds import BEST
from gweithdy.language.number_entry import read_number

Marks = tuple[tuple[int, int], ...]
"""How many people gave each mark, the best first; those that nobody gave are left out."""

MOST_PEOPLE = 9999
_SHORT = 12
"""People whose marks are written one by one; more are counted."""

_COUNTED = re.compile(r"([1-5])\s*[:x×*]\s*([0-9]{1,4})", re.IGNORECASE)
_SINGLE = re.compile(r"[1-5]")


def read_tally(typed: str, most: int) -> int:
    """The number of dots that was typed; nothing is none."""
    return read_number(typed, 0, most) if typed.strip() else 0


def read_marks(typed: str) -> Marks:
    """The marks that were typed: "4 4 5" or "445" one by one, "5:12 4:3" counted.

    Problem where something is neither.
    """
    counts: dict[int, int] = {}
    for found in _COUNTED.finditer(typed):
        mark, people = int(found[1]), int(found[2])
        counts[mark] = counts.get(mark, 0) + people
    rest = _COUNTED.sub(" ", typed)
    for figure in _SINGLE.findall(rest):
        counts[int(figure)] = counts.get(int(figure), 0) + 1
    if re.sub(r"[1-5\s,;]", "", rest) or any(n > MOST_PEOPLE for n in counts.values()):
        raise Problem(
            N_(
                "Type the marks of a table one by one, such as 4 4 5, or counted, such as 5:12 4:3 "
                "for twelve fives and three fours. Marks go from 1 to {best}."
            ),
            best=BEST,
        )
    return as_marks(counts)


def as_marks(counts: Mapping[int, int]) -> Marks:
    """How many people gave each mark, the best first."""
    return tuple((mark, counts[mark]) for mark in sorted(counts, reverse=True) if counts[mark])


def write_marks(marks: Marks) -> str:
    """Marks as they read back: one by one for a table, counted for many."""
    if sum(n for _, n in marks) <= _SHORT:
        return " ".join(str(mark) for mark, n in marks for _ in range(n))
    return " ".join(f"{mark}:{n}" for mark, n in marks)
