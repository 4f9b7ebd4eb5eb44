"""The first board of a session: the three questions, in both languages."""

from gweithdy.domain.board import Board, Lane, LaneKind
from gweithdy.domain.change import Change
from gweithdy.domain.ids import Id, derived_id, new_id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created

FIRST_TITLE = both("Tri chwestiwn", "Three questions")
FIRST_LANES = (
    (LaneKind.VISION, both("Sut beth fyddai gwasanaeth da?", "What would good look like?")),
    (LaneKind.BARRIERS, both("Beth sydd yn y ffordd?", "What is in the way?")),
    (LaneKind.HELP, both("Beth allai helpu?", "What could help?")),
)


def first_board(session: Id) -> tuple[Change, ...]:
    """The changes that give a session its first board with the three questions."""
    board = Board(id=derived_id(session, "board"), session=session, title=FIRST_TITLE, order=STEP)
    return with_lanes(board, [derived_id(session, f"lane:{kind}") for kind, _ in FIRST_LANES])


def started(workshop: Workshop) -> tuple[tuple[Change, ...], Id]:
    """The changes that make a first board, and the id of its first lane."""
    if workshop.named("board", derived_id(workshop.id, "board")) is None:
        return first_board(workshop.id), derived_id(workshop.id, f"lane:{LaneKind.VISION}")
    # The first one was removed; undo may still bring it back, so this one is another.
    board = Board(id=new_id(), session=workshop.id, title=FIRST_TITLE, order=STEP)
    lanes = [new_id() for _ in FIRST_LANES]
    return with_lanes(board, lanes), lanes[0]


def with_lanes(board: Board, lanes: list[Id]) -> tuple[Change, ...]:
    """The changes that make `board` with the three questions under the ids `lanes`."""
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
