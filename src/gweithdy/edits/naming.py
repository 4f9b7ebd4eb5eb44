"""The verb of anonymity: a board keeps less of who said something, from now on and of what was."""

from gweithdy.domain.board import Board
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import cards_of, is_tighter, taken_out
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.restraint import Naming
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import updated
from gweithdy.edits.checks import living


def tighten(workshop: Workshop, board: Id, naming: Naming) -> Edit:
    """The board keeps less; what it kept more is taken out of its cards.

    The log has it still, so that undo can bring it back; nothing shows it.
    """
    found = living(workshop, Board, board)
    if naming == found.naming:
        return Edit(N_("Tighten the anonymity of a board"), (), workshop.id)
    if not is_tighter(naming, found.naming):
        raise Problem(
            N_(
                "People spoke here knowing that no more would be kept of them. It can be made "
                "tighter, not looser. Add another board for what may be named."
            )
        )
    changes = list(updated(found, naming=naming))
    for card in cards_of(workshop, board):
        changes += taken_out(workshop, card, naming)
    label = N_("Tighten the anonymity of a board")
    return Edit(label, tuple(changes), workshop.id, about=found.title)
