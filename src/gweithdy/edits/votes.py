"""The verbs of votes: count dots and marks for cards and themes, and take them along."""

from collections.abc import Iterable, Mapping, Sequence

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.rounds import BEST, NO_ROUND, Round
from gweithdy.domain.tallies import going_on
from gweithdy.domain.text import Text, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import made, removed, updated
from gweithdy.edits.checks import living

MOST_VOTES = 9999

COUNT_VOTES = N_("Count votes")

Spot = tuple[Id, str, int, int]
"""Whose votes: the round, the source, the criterion and the mark."""


def set_votes(
    workshop: Workshop, target: Id, source: str, count: int, in_round: Id = NO_ROUND
) -> Edit:
    """`count` is the number of dots from `source` now; what was counted before is replaced."""
    return set_tallies(workshop, [(target, source, count)], in_round)


def set_tallies(
    workshop: Workshop, tallies: Sequence[tuple[Id, str, int]], in_round: Id = NO_ROUND
) -> Edit:
    """Dots of several targets and sources at once, as they were counted on paper."""
    _check_round(workshop, in_round)
    changes: list[Change] = []
    texts = []
    for target, source, count in tallies:
        texts.append(_named(workshop, target))
        spot = (in_round, tidy(source) or "room", 0, 0)
        changes += _counted(workshop, target, spot, count)
    about: Text | str = texts[0] if len(set(texts)) == 1 else str(len(texts))
    return Edit(COUNT_VOTES, tuple(changes), workshop.id, about=about)


def add_votes(workshop: Workshop, targets: Sequence[Id], source: str) -> Edit:
    """One vote more from `source` for each of `targets`, cards or themes, in the round of now."""
    source = tidy(source) or "room"
    edits = []
    for target in targets:
        in_round = round_of(workshop, target)
        known = vote_of(workshop, target, source, in_round)
        edits.append(
            set_votes(workshop, target, source, (known.count if known else 0) + 1, in_round)
        )
    about = edits[0].about if len(edits) == 1 else str(len(edits))
    changes = tuple(change for edit in edits for change in edit.changes)
    return Edit(COUNT_VOTES, changes, workshop.id, about=about)


def set_marks(
    workshop: Workshop,
    target: Id,
    source: str,
    marks: Mapping[int, int],
    in_round: Id,
    criterion: int,
) -> Edit:
    """So many people of `source` gave each mark from 1 to 5; what was there before is replaced."""
    _check_round(workshop, in_round)
    source = tidy(source) or "room"
    changes: list[Change] = []
    for mark in range(1, BEST + 1):
        spot = (in_round, source, criterion, mark)
        changes += _counted(workshop, target, spot, marks.get(mark, 0))
    about = _named(workshop, target)
    return Edit(N_("Count marks"), tuple(changes), workshop.id, about=about)


def votes_moved(workshop: Workshop, origins: Iterable[Id], target: Id) -> tuple[Change, ...]:
    """The changes that give the votes of `origins`, cards or themes, to the `target`.

    For who makes one of several: round by round and source by source they are added to what the
    target has. `target` need not be there yet: it may come into being in the same edit.
    """
    sums: dict[Spot, int] = {}
    gone: list[Change] = []
    for origin in dict.fromkeys(origins):
        if origin == target:
            continue
        for vote in workshop.inside(Vote, origin):
            sums[_spot(vote)] = sums.get(_spot(vote), 0) + vote.count
            gone += removed(vote)
    moved: list[Change] = []
    for spot, count in sums.items():
        known = _at(workshop, target, spot)
        moved += _counted(workshop, target, spot, count + (known.count if known else 0), 1_000_000)
    return (*gone, *moved)


def votes_back(workshop: Workshop, target: Id, givers: Sequence[Id]) -> tuple[Change, ...]:
    """The votes of `target` back to whom they came from; what was given since goes to the first.

    Where somebody has counted fewer since, the last ones have fewer.
    """
    ours = {_spot(vote): vote.count for vote in workshop.inside(Vote, target)}
    gone = [vote for vote in workshop.everything() if isinstance(vote, Vote) and vote.deleted]
    theirs = [vote for id in givers for vote in gone if vote.target == id]
    back: dict[tuple[Id, Spot], int] = {}
    for vote in theirs:
        count = min(vote.count, ours.get(_spot(vote), 0))
        ours[_spot(vote)] = ours.get(_spot(vote), 0) - count
        back[vote.target, _spot(vote)] = count
    for spot, more in ours.items():
        back[givers[0], spot] = back.get((givers[0], spot), 0) + more
    changes = [change for vote in workshop.inside(Vote, target) for change in removed(vote)]
    for (giver, spot), count in back.items():
        changes += _counted(workshop, giver, spot, count, 1_000_000)
    return tuple(changes)


def vote_of(
    workshop: Workshop, target: Id, source: str, in_round: Id = NO_ROUND, criterion: int = 0,
    mark: int = 0,
) -> Vote | None:  # fmt: skip
    """The count of one source for one target in one round, if there is one."""
    return _at(workshop, target, (in_round, source, criterion, mark))


def round_of(workshop: Workshop, target: Id) -> Id:
    """The round to which one more vote for a card or theme goes."""
    return going_on(workshop, Card if workshop.find(Card, target) else Theme)


def _counted(
    workshop: Workshop, target: Id, spot: Spot, count: int, most: int = MOST_VOTES
) -> tuple[Change, ...]:
    if not 0 <= count <= most:
        raise Problem(N_("Type a number of votes from 0 to {most}."), most=MOST_VOTES)
    known = _at(workshop, target, spot)
    if known:
        return updated(known, count=count)
    if not count:
        return ()
    in_round, source, criterion, mark = spot
    # The same every time: two people who count the same at once make one count of it.
    name = f"{in_round}:{target}:{source}:{criterion}:{mark}" if in_round else f"{target}:{source}"
    vote = Vote(
        id=derived_id(workshop.id, f"vote:{name}"),
        session=workshop.id,
        target=target,
        source=source,
        count=count,
        round=in_round,
        criterion=criterion,
        mark=mark,
    )
    return made(workshop, vote)


def _at(workshop: Workshop, target: Id, spot: Spot) -> Vote | None:
    return next((each for each in workshop.inside(Vote, target) if _spot(each) == spot), None)


def _spot(vote: Vote) -> Spot:
    return vote.round, vote.source, vote.criterion, vote.mark


def _named(workshop: Workshop, target: Id) -> Text:
    found = workshop.find(Card, target) or living(workshop, Theme, target)
    return found.text if isinstance(found, Card) else found.title


def _check_round(workshop: Workshop, in_round: Id) -> None:
    if in_round:
        living(workshop, Round, in_round)
