"""Similar cards into one theme, in the way that leaves each where somebody has put it."""

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import move_cards
from gweithdy.edits.board_themes import also_in, group
from gweithdy.edits.checks import living


def needs_name(workshop: Workshop, one: Id, other: Id) -> bool:
    """Whether neither of two cards stands in a theme, so that a new one needs a name."""
    return not any(_theme(workshop, living(workshop, Card, id)) for id in (one, other))


def into_one_theme(workshop: Workshop, one: Id, other: Id, name: Text) -> Edit:
    """Two cards in one theme: that of either, or a new one of this name.

    Where each has one already, the second stands in that of the first too.
    """
    cards = [living(workshop, Card, id) for id in (one, other)]
    themes = [_theme(workshop, card) for card in cards]
    first, second = themes
    if first is None and second is None:
        return group(workshop, [one, other], name)
    if first and second:
        return also_in(workshop, [other], first.id)
    theme, loose = (first, other) if first else (second, one)
    assert theme
    return move_cards(workshop, [loose], theme.lane, theme.id)


def _theme(workshop: Workshop, card: Card) -> Theme | None:
    return workshop.find(Theme, card.theme) if card.theme else None
