"""The verbs of the board in one place, and those of cards: capture, change, remove."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_
from gweithdy.domain.text import said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_lanes import (
    add_board,
    add_lane,
    change_board,
    change_lane,
    first_board,
    remove_board,
    remove_lane,
    start_board,
    started,
)
from gweithdy.edits.board_moves import move_cards, move_theme
from gweithdy.edits.board_parts import LONGEST, check_text, checked, living, words_of
from gweithdy.edits.board_themes import group, rename_theme, ungroup
from gweithdy.edits.board_votes import add_vote, set_votes
from gweithdy.edits.changes import created, removed, updated

__all__ = [
    "LONGEST", "add_board", "add_card", "add_cards", "add_lane", "add_vote", "change_board",
    "change_card", "change_lane", "first_board", "group", "move_cards", "move_theme",
    "remove_board", "remove_cards", "remove_lane", "rename_theme", "set_votes", "start_board",
    "ungroup",
]  # fmt: skip


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
) -> Edit:
    """A card for each of `lines`, which are words and their language."""
    texts = [said(checked(words), language) for words, language in lines]
    start, lane = _home(workshop, lane)
    order = at_end([card for card in workshop.of(Card) if card.lane == lane])
    changes = list(start)
    for place, text in enumerate(texts):
        changes += created(
            Card(
                id=new_id(),
                session=workshop.id,
                lane=lane,
                text=text,
                kind=kind,
                source=tidy(source),
                captured=now,
                order=order + place * STEP,
            )
        )
    label = N_("Add a card") if len(texts) == 1 else N_("Add several cards")
    about = words_of(texts[0]) if len(texts) == 1 else str(len(texts))
    return Edit(label, tuple(changes), workshop.id, about=about)


def change_card(workshop: Workshop, card: Id, **values: Value) -> Edit:
    """Other values for some fields of a card."""
    if "text" in values:
        check_text(values["text"], N_("A card needs words; its old words were kept."))
    found = living(workshop, Card, card)
    changes = updated(found, **values)
    return Edit(N_("Change a card"), changes, workshop.id, about=words_of(found.text))


def remove_cards(workshop: Workshop, ids: Iterable[Id]) -> Edit:
    """Cards go; undo brings them back."""
    cards = [card for card in (workshop.find(Card, id) for id in ids) if card]
    changes = tuple(change for card in cards for change in removed(card))
    label = N_("Remove a card") if len(cards) == 1 else N_("Remove several cards")
    about = words_of(cards[0].text) if len(cards) == 1 else str(len(cards))
    return Edit(label, changes, workshop.id, about=about)


def _home(workshop: Workshop, lane: Id) -> tuple[tuple[Change, ...], Id]:
    """The lane for new cards, with the changes that make a board if there is none."""
    if lane:
        return (), living(workshop, Lane, lane).id
    lanes = workshop.of(Lane)
    return ((), lanes[0].id) if lanes else started(workshop)
