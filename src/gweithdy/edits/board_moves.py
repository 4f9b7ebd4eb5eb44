"""The verbs that move cards and themes about on a board."""

from collections.abc import Sequence

from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import STEP, Ordered
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_parts import living, words_of
from gweithdy.edits.changes import updated


def move_cards(
    workshop: Workshop, ids: Sequence[Id], lane: Id, theme: Id = "", before: Id = ""
) -> Edit:
    """Cards to a place in a lane: into `theme` or loose, before the card `before` or at the end.

    They keep the order in which `ids` names them.
    """
    living(workshop, Lane, lane)
    if theme:
        living(workshop, Theme, theme)
    moving = [living(workshop, Card, id) for id in ids]
    staying = [card for card in cards_in(workshop, lane, theme) if card.id not in set(ids)]
    index = next((i for i, card in enumerate(staying) if card.id == before), len(staying))
    changes: list[Change] = []
    orders = places(staying, index, len(moving))
    if orders is None:
        row = [*staying[:index], *moving, *staying[index:]]
        numbers = {card.id: (i + 1) * STEP for i, card in enumerate(row)}
        orders = [numbers[card.id] for card in moving]
        for card in staying:
            changes += updated(card, order=numbers[card.id])
    for card, order in zip(moving, orders, strict=True):
        changes += updated(card, lane=lane, theme=theme, order=order)
    about = words_of(moving[0].text) if len(moving) == 1 else str(len(moving))
    label = N_("Move a card") if len(moving) == 1 else N_("Move several cards")
    return Edit(label, tuple(changes), workshop.id, about=about)


def move_theme(workshop: Workshop, theme: Id, lane: Id, before: Id = "") -> Edit:
    """A theme with its cards to a lane, before the theme `before` or at the end."""
    living(workshop, Lane, lane)
    moving = living(workshop, Theme, theme)
    staying = [t for t in workshop.of(Theme) if t.lane == lane and t.id != theme]
    index = next((i for i, t in enumerate(staying) if t.id == before), len(staying))
    changes: list[Change] = []
    orders = places(staying, index, 1)
    if orders is None:
        for place, each in enumerate([*staying[:index], moving, *staying[index:]], 1):
            if each is not moving:
                changes += updated(each, order=place * STEP)
        orders = [(index + 1) * STEP]
    for card in cards_in(workshop, moving.lane, theme):
        changes += updated(card, lane=lane)
    changes += updated(moving, lane=lane, order=orders[0])
    return Edit(N_("Move a theme"), tuple(changes), workshop.id, about=words_of(moving.title))


def cards_in(workshop: Workshop, lane: Id, theme: Id) -> list[Card]:
    """The cards that are seen in one group of a lane, in order."""
    for contents in arranged(workshop):
        if contents.lane.id == lane:
            for group in contents.groups:
                if (group.theme.id if group.theme else "") == theme:
                    return list(group.cards)
    return []


def places(rows: Sequence[Ordered], index: int, count: int) -> list[float] | None:
    """Orders for `count` new rows before `rows[index]`; None if there is no room left."""
    if index >= len(rows):
        last = rows[-1].order if rows else 0.0
        return [last + (i + 1) * STEP for i in range(count)]
    after = rows[index].order
    before = rows[index - 1].order if index else after - 2 * STEP
    step = (after - before) / (count + 1)
    return [before + (i + 1) * step for i in range(count)] if step > 1e-6 else None
