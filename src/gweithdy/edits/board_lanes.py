"""The verbs of boards and their lanes."""

from gweithdy.domain.arrange import LaneContents, arranged
from gweithdy.domain.board import Board, Lane, LaneKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id, derived_id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_parts import check_text, living, words_of
from gweithdy.edits.changes import created, removed, updated

FIRST_TITLE = both("Tri chwestiwn", "Three questions")
FIRST_LANES = (
    (LaneKind.VISION, both("Sut beth fyddai gwasanaeth da?", "What would good look like?")),
    (LaneKind.BARRIERS, both("Beth sydd yn y ffordd?", "What is in the way?")),
    (LaneKind.HELP, both("Beth allai helpu?", "What could help?")),
)

_NO_TITLE = N_("Type a question or a name for the lane first.")
_NO_NAME = N_("Type a name for the board first.")


def first_board(session: Id) -> tuple[Change, ...]:
    """The changes that give a session its first board with the three questions."""
    board = Board(id=derived_id(session, "board"), session=session, title=FIRST_TITLE, order=STEP)
    return _with_lanes(board, [derived_id(session, f"lane:{kind}") for kind, _ in FIRST_LANES])


def started(workshop: Workshop) -> tuple[tuple[Change, ...], Id]:
    """The changes that make a first board, and the id of its first lane."""
    known = {e.id for e in workshop.everything() if isinstance(e, Board)}
    if derived_id(workshop.id, "board") not in known:
        return first_board(workshop.id), derived_id(workshop.id, f"lane:{LaneKind.VISION}")
    # The first one was removed; undo may still bring it back, so this one is another.
    board = Board(id=new_id(), session=workshop.id, title=FIRST_TITLE, order=STEP)
    lanes = [new_id() for _ in FIRST_LANES]
    return _with_lanes(board, lanes), lanes[0]


def start_board(workshop: Workshop) -> Edit:
    """A first board with the three questions, for a session that has none."""
    return Edit(N_("Add a board"), started(workshop)[0], workshop.id)


def add_board(workshop: Workshop, title: Text) -> Edit:
    """One more board with the three questions."""
    check_text(title, _NO_NAME)
    order = at_end(workshop.of(Board))
    board = Board(id=new_id(), session=workshop.id, title=title, order=order)
    changes = _with_lanes(board, [new_id() for _ in FIRST_LANES])
    return Edit(N_("Add a board"), changes, workshop.id, about=words_of(title))


def change_board(workshop: Workshop, board: Id, title: Text) -> Edit:
    """Another name for a board."""
    check_text(title, _NO_NAME)
    changes = updated(living(workshop, Board, board), title=title)
    return Edit(N_("Rename a board"), changes, workshop.id, about=words_of(title))


def remove_board(workshop: Workshop, board: Id) -> Edit:
    """A board goes, with everything on it; undo brings all of it back."""
    found = living(workshop, Board, board)
    inside = [c for contents in arranged(workshop, board) for c in _all_removed(contents)]
    changes = (*removed(found), *inside)
    return Edit(N_("Remove a board"), changes, workshop.id, about=words_of(found.title))


def add_lane(workshop: Workshop, board: Id, title: Text, kind: LaneKind = LaneKind.OTHER) -> Edit:
    """One more lane at the right of a board."""
    check_text(title, _NO_TITLE)
    living(workshop, Board, board)
    order = at_end([lane for lane in workshop.of(Lane) if lane.board == board])
    lane = Lane(id=new_id(), session=workshop.id, board=board, title=title, kind=kind, order=order)
    return Edit(N_("Add a lane"), created(lane), workshop.id, about=words_of(title))


def change_lane(workshop: Workshop, lane: Id, **values: Value) -> Edit:
    """Another title or kind for a lane."""
    if "title" in values:
        check_text(values["title"], _NO_TITLE)
    found = living(workshop, Lane, lane)
    changes = updated(found, **values)
    return Edit(N_("Change a lane"), changes, workshop.id, about=words_of(found.title))


def remove_lane(workshop: Workshop, lane: Id) -> Edit:
    """A lane goes, with its themes and cards; undo brings all of it back."""
    found = living(workshop, Lane, lane)
    inside = [
        change
        for contents in arranged(workshop, found.board)
        if contents.lane.id == lane
        for change in _all_removed(contents)
    ]
    return Edit(N_("Remove a lane"), tuple(inside), workshop.id, about=words_of(found.title))


def _with_lanes(board: Board, lanes: list[Id]) -> tuple[Change, ...]:
    changes = list(created(board))
    for place, (id, (kind, title)) in enumerate(zip(lanes, FIRST_LANES, strict=True), 1):
        changes += created(
            Lane(
                id=id,
                session=board.session,
                board=board.id,
                title=title,
                kind=kind,
                order=place * STEP,
            )
        )
    return tuple(changes)


def _all_removed(contents: LaneContents) -> list[Change]:
    changes = list(removed(contents.lane))
    for each in contents.groups:
        changes += removed(each.theme) if each.theme else ()
        changes += [change for card in each.cards for change in removed(card)]
    return changes
