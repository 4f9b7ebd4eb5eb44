"""The verbs of a card's history: back to words that it had, or to a place where it was.

Nothing of what was in between is taken away: going back is one more step.
"""

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import move_cards
from gweithdy.edits.changes import updated
from gweithdy.edits.checks import check_text, living


def back_to_words(workshop: Workshop, then: Card) -> Edit:
    """The words of a card, in both languages, as they were `then`."""
    found = living(workshop, Card, then.id)
    check_text(then.text, N_("The card had no words then."))
    return Edit(
        N_("Back to earlier words"), updated(found, text=then.text), workshop.id, about=then.text
    )


def back_to_place(workshop: Workshop, then: Card) -> Edit:
    """A card to the lane and the theme in which it was `then`, as the last there."""
    found = living(workshop, Card, then.id)
    if not workshop.find(Lane, then.lane):
        raise Problem(N_("The lane in which the card was is no longer there."))
    theme = workshop.find(Theme, then.theme) if then.theme else None
    if then.theme and (theme is None or theme.lane != then.lane):
        raise Problem(N_("The theme in which the card was is no longer there."))
    moved = move_cards(workshop, [found.id], then.lane, then.theme)
    return Edit(N_("Back to an earlier place"), moved.changes, workshop.id, about=found.text)
