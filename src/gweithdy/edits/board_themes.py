"""The verbs of themes: group cards under a name, rename, take apart."""

from collections.abc import Sequence

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_moves import cards_in
from gweithdy.edits.board_parts import check_text, living, words_of
from gweithdy.edits.changes import created, removed, updated

_NO_NAME = N_("Type a name for the theme first.")


def group(workshop: Workshop, ids: Sequence[Id], name: Text) -> Edit:
    """Cards into a new theme, which stands in the lane of the first of them."""
    check_text(name, _NO_NAME)
    cards = [living(workshop, Card, id) for id in ids]
    if not cards:
        raise Problem(N_("Choose the cards for the theme first."))
    lane = cards[0].lane
    theme = Theme(
        id=new_id(),
        session=workshop.id,
        lane=lane,
        title=name,
        order=at_end([t for t in workshop.of(Theme) if t.lane == lane]),
    )
    changes = list(created(theme))
    for place, card in enumerate(cards, 1):
        changes += updated(card, lane=lane, theme=theme.id, order=place * STEP)
    return Edit(N_("Group cards"), tuple(changes), workshop.id, about=words_of(name))


def ungroup(workshop: Workshop, theme: Id) -> Edit:
    """A theme goes; its cards stay in the lane, after those that are loose already."""
    found = living(workshop, Theme, theme)
    order = at_end(cards_in(workshop, found.lane, ""))
    changes: list[Change] = list(removed(found))
    for place, card in enumerate(cards_in(workshop, found.lane, theme)):
        changes += updated(card, theme="", order=order + place * STEP)
    return Edit(N_("Ungroup a theme"), tuple(changes), workshop.id, about=words_of(found.title))


def rename_theme(workshop: Workshop, theme: Id, title: Text) -> Edit:
    """Another name for a theme, in either language."""
    check_text(title, _NO_NAME)
    changes = updated(living(workshop, Theme, theme), title=title)
    return Edit(N_("Rename a theme"), changes, workshop.id, about=words_of(title))
