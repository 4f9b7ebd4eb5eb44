"""The verbs of photos: put them here and beside cards, make cards of their lines, remove them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.photos import Photo, Pictured
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, Text, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import add_cards
from gweithdy.edits.changes import about, created, removed, resolved, updated
from gweithdy.edits.checks import checked, living
from gweithdy.edits.order import moved

MOST = 200
"""Photos of one session."""


def add_photos(
    workshop: Workshop,
    pictures: Sequence[Pictured],
    now: datetime,
    *,
    cards: Iterable[Id] = (),
) -> Edit:
    """Photos after those that there are, each beside `cards`."""
    beside = tuple(living(workshop, Card, id).id for id in cards)
    there = workshop.of(Photo)
    if len(there) + len(pictures) > MOST:
        raise Problem(N_("A session holds {most} photos. Remove some first."), most=MOST)
    order = at_end(there)
    changes: list[Change] = []
    for place, each in enumerate(pictures):
        changes += created(
            Photo(
                id=new_id(),
                session=workshop.id,
                cards=beside,
                picture=each.picture,
                small=each.small,
                wide=each.wide,
                high=each.high,
                taken=now,
                order=order + place * STEP,
            )
        )
    label = N_("Add a photo") if len(pictures) == 1 else N_("Add several photos")
    files = tuple(data for each in pictures for data in each.files)
    said = pictures[0].name if len(pictures) == 1 else str(len(pictures))
    return Edit(label, tuple(changes), workshop.id, about=said, files=files)


def change_photo(workshop: Workshop, photo: Id, **values: Value) -> Edit:
    """Other words about a photo, or other cards beside it."""
    found = living(workshop, Photo, photo)
    for text in resolved(found, values).values():
        for language in Language if isinstance(text, Text) else ():
            if text.get(language):
                checked(text.get(language))
    changes = updated(found, **values)
    return Edit(N_("Change a photo"), changes, workshop.id, about=known_as(found))


def take_from(workshop: Workshop, photo: Id, card: Id) -> Edit:
    """The photo is no longer shown beside a card; it stays in the session."""
    found = living(workshop, Photo, photo)
    cards = tuple(each for each in found.cards if each != card)
    text = workshop.get(Card, card).text if workshop.named("card", card) else ""
    return Edit(
        N_("Take a photo from a card"), updated(found, cards=cards), workshop.id, about=text
    )


def cards_from(
    workshop: Workshop,
    photo: Id,
    lane: Id,
    now: datetime,
    *,
    source: str = "",
    noted_by: str = "",
) -> Edit:
    """A card for each line of what was typed about a photo, in the language it was said in.

    The photo stands beside all of them.
    """
    found = living(workshop, Photo, photo)
    language = found.line.original or Language.CY
    lines = [line for line in map(tidy, found.line.as_said().splitlines()) if line]
    if not lines:
        raise Problem(N_("Type beside the photo what stands on it: each line becomes a card."))
    if lane:
        living(workshop, Lane, lane)
    made = add_cards(
        workshop,
        [(line, language) for line in lines],
        lane,
        CardKind.NONE,
        source,
        now,
        noted_by=noted_by,
    )
    new = tuple(dict.fromkeys(c.id for c in made.changes if c.entity == "card"))
    beside = updated(found, cards=tuple(dict.fromkeys((*found.cards, *new))))
    return Edit(
        N_("Make cards from a photo"),
        (*made.changes, *beside),
        workshop.id,
        about=known_as(found),
    )


def move_photo(workshop: Workshop, photo: Id, index: int) -> Edit:
    """To the place `index` among the others."""
    found = living(workshop, Photo, photo)
    changes = moved(workshop.of(Photo), photo, index)
    return Edit(N_("Move a photo"), changes, workshop.id, about=known_as(found))


def remove_photos(workshop: Workshop, ids: Iterable[Id]) -> Edit:
    """Photos go; undo brings them back."""
    rows = [row for row in (workshop.find(Photo, id) for id in ids) if row]
    changes = tuple(change for row in rows for change in removed(row))
    label = N_("Remove a photo") if len(rows) == 1 else N_("Remove several photos")
    said = known_as(rows[0]) if len(rows) == 1 else about([row.line for row in rows])
    return Edit(label, changes, workshop.id, about=said)


def known_as(photo: Photo) -> Text | str:
    """What people know a photo by: what was typed about it, or the name of its file."""
    return photo.line or photo.alt or (photo.picture.name if photo.picture else "")
