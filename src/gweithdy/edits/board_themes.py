"""The verbs of themes: group cards under a name, rename, move, take apart."""

from collections.abc import Sequence

from gweithdy.domain.arrange import cards_in
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import left_behind
from gweithdy.edits.changes import created, removed, resolved, updated
from gweithdy.edits.checks import check_text, keeps_words, living
from gweithdy.edits.order import placed

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
        order=at_end(workshop.inside(Theme, lane)),
    )
    changes = list(created(theme))
    for place, card in enumerate(cards, 1):
        changes += updated(card, lane=lane, theme=theme.id, order=place * STEP)
        changes += left_behind(workshop, card, lane)
    return Edit(N_("Group cards"), tuple(changes), workshop.id, about=name)


def ungroup(workshop: Workshop, theme: Id) -> Edit:
    """A theme goes; its cards stay in the lane, after those that are loose already."""
    found = living(workshop, Theme, theme)
    order = at_end(cards_in(workshop, found.lane, ""))
    changes: list[Change] = list(removed(found))
    for place, card in enumerate(cards_in(workshop, found.lane, theme)):
        changes += updated(card, theme="", order=order + place * STEP)
    return Edit(N_("Ungroup a theme"), tuple(changes), workshop.id, about=found.title)


def rename_theme(workshop: Workshop, theme: Id, title: Text | Typed) -> Edit:
    """Another name for a theme, in either language."""
    found = living(workshop, Theme, theme)
    keeps_words(found, {"title": title}, "title", _NO_NAME)
    about = resolved(found, {"title": title})["title"]
    return Edit(N_("Rename a theme"), updated(found, title=title), workshop.id, about=about)


def move_theme(workshop: Workshop, theme: Id, lane: Id, before: Id = "") -> Edit:
    """A theme with its cards to a lane, before the theme `before` or at the end."""
    living(workshop, Lane, lane)
    moving = living(workshop, Theme, theme)
    staying = [t for t in workshop.inside(Theme, lane) if t.id != theme]
    index = next((i for i, t in enumerate(staying) if t.id == before), len(staying))
    (order,), room = placed(staying, index)
    changes = list(room)
    for card in cards_in(workshop, moving.lane, theme):
        changes += updated(card, lane=lane)
        changes += left_behind(workshop, card, lane)
    changes += updated(moving, lane=lane, order=order)
    return Edit(N_("Move a theme"), tuple(changes), workshop.id, about=moving.title)
