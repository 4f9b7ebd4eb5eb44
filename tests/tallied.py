"""Votes added up, of whichever round: what tests of votes look at."""

from collections.abc import Iterable

from gweithdy.domain.board import Vote
from gweithdy.domain.ids import Id


def tally(votes: Iterable[Vote]) -> dict[Id, int]:
    """All votes by target."""
    counts: dict[Id, int] = {}
    for vote in votes:
        counts[vote.target] = counts.get(vote.target, 0) + vote.count
    return counts
