"""The verbs of boards and their lanes; those of cards and themes can be had from here too."""

from collections.abc import Iterator

from gweithdy.domain.arrange import LaneContents, arranged
from gweithdy.domain.board import Board, Card, Lane, LaneKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.merging import covered, within
from gweithdy.domain.ordering import at_end
from gweithdy.domain.problem import N_
from gweithdy.domain.released import is_released
from gweithdy.domain.text import Text, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import (
    add_card,
    add_cards,
    change_card,
    move_cards,
    remove_cards,
)
from gweithdy.edits.board_merging import merge_cards, not_similar, unmerge
from gweithdy.edits.board_themes import (
    also_in,
    colour_theme,
    group,
    merge_themes,
    move_theme,
    nest_theme,
    out_of,
    rename_theme,
    ungroup,
)
from gweithdy.edits.changes import created, removed, resolved, updated
from gweithdy.edits.checks import check_text, keeps_words, living
from gweithdy.edits.first_board import FIRST_LANES, first_board, started, with_lanes
from gweithdy.edits.votes import add_votes, set_votes

__all__ = [
    "add_board", "add_card", "add_cards", "add_lane", "add_votes", "also_in", "change_board",
    "change_card", "change_lane", "colour_theme", "first_board", "group", "merge_cards",
    "merge_themes", "move_cards", "move_theme", "nest_theme", "not_similar", "out_of",
    "remove_board", "remove_cards", "remove_lane", "rename_theme", "set_votes", "start_board",
    "ungroup", "unmerge",
]  # fmt: skip

_NO_TITLE = N_("Type a question or a name for the lane first.")
_NO_NAME = N_("Type a name for the board first.")


def start_board(workshop: Workshop) -> Edit:
    """A first board with the three questions, for a session that has none."""
    return Edit(N_("Add a board"), started(workshop)[0], workshop.id)


def add_board(workshop: Workshop, title: Text) -> Edit:
    """One more board with the three questions."""
    check_text(title, _NO_NAME)
    order = at_end(workshop.of(Board))
    board = Board(id=new_id(), session=workshop.id, title=title, order=order)
    changes = with_lanes(board, [new_id() for _ in FIRST_LANES])
    return Edit(N_("Add a board"), changes, workshop.id, about=title)


def change_board(workshop: Workshop, board: Id, title: Text | Typed) -> Edit:
    """Another name for a board."""
    found = living(workshop, Board, board)
    keeps_words(found, {"title": title}, "title", _NO_NAME)
    about = resolved(found, {"title": title})["title"]
    return Edit(N_("Rename a board"), updated(found, title=title), workshop.id, about=about)


def remove_board(workshop: Workshop, board: Id) -> Edit:
    """A board goes, with everything on it; undo brings all of it back."""
    found = living(workshop, Board, board)
    lanes = arranged(workshop, board)
    inside = [change for contents in lanes for change in _all_removed(workshop, contents)]
    inside += [c for lane in workshop.inside(Lane, board) for c in _held_removed(workshop, lane.id)]
    changes = (*removed(found), *inside)
    return Edit(N_("Remove a board"), changes, workshop.id, about=found.title)


def add_lane(workshop: Workshop, board: Id, title: Text, kind: LaneKind = LaneKind.OTHER) -> Edit:
    """One more lane at the right of a board."""
    check_text(title, _NO_TITLE)
    living(workshop, Board, board)
    order = at_end(workshop.inside(Lane, board))
    lane = Lane(id=new_id(), session=workshop.id, board=board, title=title, kind=kind, order=order)
    return Edit(N_("Add a lane"), created(lane), workshop.id, about=title)


def change_lane(workshop: Workshop, lane: Id, **values: Value) -> Edit:
    """Another title or kind for a lane."""
    found = living(workshop, Lane, lane)
    keeps_words(found, values, "title", _NO_TITLE)
    changes = updated(found, **values)
    return Edit(N_("Change a lane"), changes, workshop.id, about=found.title)


def remove_lane(workshop: Workshop, lane: Id) -> Edit:
    """A lane goes, with its themes and cards; undo brings all of it back."""
    found = living(workshop, Lane, lane)
    inside = [
        change
        for contents in arranged(workshop, found.board)
        if contents.lane.id == lane
        for change in _all_removed(workshop, contents)
    ]
    inside += _held_removed(workshop, lane)
    return Edit(N_("Remove a lane"), tuple(inside), workshop.id, about=found.title)


def _all_removed(workshop: Workshop, contents: LaneContents) -> list[Change]:
    changes = list(removed(contents.lane))
    for each in contents.groups:
        changes += removed(each.theme) if each.theme else ()
    for card in within(workshop, contents.cards):
        changes += removed(card)
    return changes


def _held_removed(workshop: Workshop, lane: Id) -> Iterator[Change]:
    """The same of the cards that stand nowhere: they wait or are set aside."""
    # One that was merged goes with what was made of it, which may stand elsewhere.
    hidden = covered(workshop)
    for card in workshop.inside(Card, lane):
        if not is_released(card) and card.id not in hidden:
            for each in within(workshop, [card]):
                yield from removed(each)
