"""The verbs of cards: capture, change, move, remove."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from gweithdy.domain.arrange import cards_in
from gweithdy.domain.board import Card, CardKind, Lane, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.merging import within
from gweithdy.domain.naming import (
    hidden_fields,
    is_tighter,
    keeps_names,
    naming_of,
    taken_out,
)
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, created, removed, updated
from gweithdy.edits.checks import checked, keeps_words, living
from gweithdy.edits.first_board import started
from gweithdy.edits.new_cards import fields_of_new
from gweithdy.edits.order import placed


def add_card(
    workshop: Workshop,
    words: str,
    language: str,
    lane: Id,
    kind: CardKind,
    source: str,
    now: datetime,
) -> Edit:
    """One thing that was said, at the end of a lane; the lane "" is the first one."""
    return add_cards(workshop, [(words, language)], lane, kind, source, now)


def add_cards(
    workshop: Workshop,
    lines: Sequence[tuple[str, str]],
    lane: Id,
    kind: CardKind,
    source: str,
    now: datetime,
    *,
    also: tuple[CardKind, ...] = (),
    noted_by: str = "",
) -> Edit:
    """A card for each of `lines`, which are words and their language.

    `noted_by` is the name of who writes them down; `also` as in `Card`. A board that keeps less
    than that keeps less.
    """
    texts = [said(checked(words), language) for words, language in lines]
    start, lane = home(workshop, lane)
    order = at_end(workshop.inside(Card, lane))
    changes = list(start)
    values = fields_of_new(workshop, lane, source, noted_by)
    for place, text in enumerate(texts):
        changes += created(
            Card(
                id=new_id(),
                session=workshop.id,
                lane=lane,
                text=text,
                kind=kind,
                also=also,
                captured=now,
                order=order + place * STEP,
                **values,
            )
        )
    label = N_("Add a card") if len(texts) == 1 else N_("Add several cards")
    nameless = not keeps_names(naming_of(workshop, lane))
    return Edit(label, tuple(changes), workshop.id, about=about(texts), nameless=nameless)


def change_card(workshop: Workshop, card: Id, **values: Value) -> Edit:
    """Other values for some fields of a card."""
    found = living(workshop, Card, card)
    keeps_words(found, values, "text", N_("A card needs words; its old words were kept."))
    hidden = hidden_fields(naming_of(workshop, found.lane))
    if any(values.get(field) for field in hidden):
        raise Problem(N_("This board keeps nothing of who said something. Nothing was changed."))
    if values.get("said_by") and not living(workshop, Participant, values["said_by"]).named:
        raise Problem(N_("Only somebody who agreed to be named can be named as the author."))
    changes = updated(found, **values)
    return Edit(N_("Change a card"), changes, workshop.id, about=found.text)


def remove_cards(workshop: Workshop, ids: Iterable[Id]) -> Edit:
    """Cards go, with those of which they were made; undo brings them back."""
    cards = [card for card in (workshop.find(Card, id) for id in ids) if card]
    gone = within(workshop, cards)
    changes = tuple(change for card in gone for change in removed(card))
    label = N_("Remove a card") if len(cards) == 1 else N_("Remove several cards")
    return Edit(label, changes, workshop.id, about=about([each.text for each in cards]))


def move_cards(
    workshop: Workshop, ids: Sequence[Id], lane: Id, theme: Id = "", before: Id = ""
) -> Edit:
    """Cards to a place in a lane: into `theme` or loose, before the card `before` or at the end.

    They keep the order in which `ids` names them. Loose cards stand in no other theme either.
    """
    living(workshop, Lane, lane)
    if theme:
        living(workshop, Theme, theme)
    moving = [living(workshop, Card, id) for id in ids]
    gone = set(ids)
    staying = [card for card in cards_in(workshop, lane, theme) if card.id not in gone]
    index = next((i for i, card in enumerate(staying) if card.id == before), len(staying))
    orders, room = placed(staying, index, len(moving))
    changes = list(room)
    for card, order in zip(moving, orders, strict=True):
        others = tuple(id for id in card.also_in if id != theme) if theme else ()
        changes += updated(card, lane=lane, theme=theme, also_in=others, order=order)
        changes += left_behind(workshop, card, lane)
    label = N_("Move a card") if len(moving) == 1 else N_("Move several cards")
    return Edit(label, tuple(changes), workshop.id, about=about([each.text for each in moving]))


def left_behind(workshop: Workshop, card: Card, lane: Id) -> Iterator[Change]:
    """What a card may not take along to `lane`: what its board hides must not show on another."""
    here, there = naming_of(workshop, card.lane), naming_of(workshop, lane)
    return taken_out(workshop, card, here if is_tighter(here, there) else there)


def home(workshop: Workshop, lane: Id) -> tuple[tuple[Change, ...], Id]:
    """The lane for new cards, with the changes that make a board if there is none."""
    if lane:
        return (), living(workshop, Lane, lane).id
    lanes = workshop.of(Lane)
    return ((), lanes[0].id) if lanes else started(workshop)
