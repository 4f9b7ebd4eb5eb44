"""Votes follow what they were given to when cards or themes become one, and are counted once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gweithdy.domain.board import Vote
from gweithdy.domain.change import Change
from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import made, removed, updated


def votes_to(workshop: Workshop, givers: Sequence[Id], target: Id) -> list[Change]:
    """The votes of all `givers` to `target`, added to its own, source by source."""
    moved = [vote for id in givers for vote in workshop.inside(Vote, id)]
    changes = [change for vote in moved for change in removed(vote)]
    for vote in _added(workshop, moved, target):
        changes += made(workshop, vote)
    return changes


def votes_back(workshop: Workshop, target: Id, givers: Sequence[Id]) -> list[Change]:
    """The votes of `target` back to whom they came from; what was given since goes to the first.

    Where somebody has counted fewer since, the last ones have fewer.
    """
    changes: list[Change] = []
    ours = {_source(vote): vote.count for vote in workshop.inside(Vote, target)}
    for vote in workshop.inside(Vote, target):
        changes += removed(vote)
    gone = [vote for vote in workshop.everything() if isinstance(vote, Vote) and vote.deleted]
    theirs = sorted(
        (vote for vote in gone if vote.target in givers), key=lambda vote: givers.index(vote.target)
    )
    for vote in theirs:
        count = min(vote.count, ours.get(_source(vote), 0))
        ours[_source(vote)] = ours.get(_source(vote), 0) - count
        changes += updated(vote, count=count, deleted=False)
    left = [vote for vote in workshop.inside(Vote, target) if ours[_source(vote)] > 0]
    for vote in left:
        known = next((t for t in theirs if t.target == givers[0] and _same(t, vote)), None)
        more = ours[_source(vote)]
        if known:
            changes += updated(known, count=min(known.count, vote.count) + more, deleted=False)
        else:
            changes += made(workshop, _given_to(workshop, replace(vote, count=more), givers[0]))
    return changes


def _added(workshop: Workshop, votes: Iterable[Vote], target: Id) -> list[Vote]:
    sums = {_source(vote): vote for vote in workshop.inside(Vote, target)}
    for vote in votes:
        known = sums.get(_source(vote))
        count = vote.count + (known.count if known else 0)
        sums[_source(vote)] = (
            replace(known, count=count) if known else _given_to(workshop, vote, target)
        )
    return list(sums.values())


def _given_to(workshop: Workshop, vote: Vote, target: Id) -> Vote:
    id = derived_id(workshop.id, f"vote:{target}:{vote.source}")
    return replace(vote, id=id, target=target, deleted=False)


def _source(vote: Vote) -> str:
    return vote.source


def _same(one: Vote, other: Vote) -> bool:
    return _source(one) == _source(other)
