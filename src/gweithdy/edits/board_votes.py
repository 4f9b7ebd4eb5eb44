"""The verbs of voting: counts of one source for one card or theme."""

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_parts import living, words_of
from gweithdy.edits.changes import made, updated

MOST = 9999


def set_votes(workshop: Workshop, target: Id, source: str, count: int) -> Edit:
    """`count` is the number of votes from `source` now; what was counted before is replaced."""
    if not 0 <= count <= MOST:
        raise Problem(N_("Type a number of votes from 0 to {most}."), most=MOST)
    source = tidy(source) or "room"
    found = workshop.find(Card, target) or living(workshop, Theme, target)
    about = words_of(found.text if isinstance(found, Card) else found.title)
    known = vote_of(workshop, target, source)
    if known:
        changes = updated(known, count=count)
    elif count:
        id = derived_id(workshop.id, f"vote:{target}:{source}")
        vote = Vote(id=id, session=workshop.id, target=target, source=source, count=count)
        changes = made(workshop, vote)
    else:
        changes = ()
    return Edit(N_("Count votes"), changes, workshop.id, about=about)


def add_vote(workshop: Workshop, target: Id, source: str) -> Edit:
    """One vote more from `source`."""
    known = vote_of(workshop, target, tidy(source) or "room")
    return set_votes(workshop, target, source, (known.count if known else 0) + 1)


def vote_of(workshop: Workshop, target: Id, source: str) -> Vote | None:
    """The count of one source for one target, if there is one."""
    return next((v for v in workshop.of(Vote) if v.target == target and v.source == source), None)
