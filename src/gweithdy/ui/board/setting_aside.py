"""Asking why cards are set aside, where the work is: on the board, or among those that wait."""

from collections.abc import Sequence

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text
from gweithdy.edits.moderation import set_aside
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.name_field import NameField


def ask_why(context: Context, field: NameField, cards: Sequence[Id]) -> None:
    """Ask in `field` for the reason, and set `cards` aside once there is one."""
    desk, words = context.desk, context.words
    if not cards:
        desk.refused.emit(Problem(N_("Choose the cards to set aside first.")))
        return

    def done(reason: Text) -> bool:
        now, by = desk.now(), desk.author
        return alter(desk, lambda workshop: set_aside(workshop, cards, reason, now, by)) is not None

    many = words.ntr("Why {n} card is set aside", "Why {n} cards are set aside", len(cards))
    field.ask(many, words.tr(N_("Set aside")), done)
