"""The verb by which cards come from elsewhere: each with the line it was made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, CardKind, of_kinds
from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.ids import Id, derived_id, new_id
from gweithdy.domain.naming import keeps_names, naming_of
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_cards import home
from gweithdy.edits.changes import about, made
from gweithdy.edits.checks import checked
from gweithdy.edits.new_cards import fields_of_new


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are to be a card, in `language`, with the fields of an `Arrived`.

    `at` is when they were written, None where that is not known.
    """

    words: str
    language: str
    mark: str
    line: str
    author: str = ""
    at: datetime | None = None


def known_marks(workshop: Workshop) -> frozenset[str]:
    """The marks of what arrived before and was not undone."""
    return frozenset(each.mark for each in workshop.of(Arrived))


def take_in(
    workshop: Workshop,
    lines: Sequence[Line],
    lane: Id,
    kinds: Sequence[CardKind],
    source: str,
    kept_as: str,
    now: datetime,
) -> Edit:
    """A card for each of `lines`, at the end of a lane; the lane "" is the first one.

    `kept_as` is the `format` of all of them.
    """
    if not lines:
        raise Problem(N_("There is nothing new in it. Nothing was imported."))
    start, lane = home(workshop, lane)
    order = at_end(workshop.inside(Card, lane))
    changes: list[Change] = list(start)
    values = fields_of_new(workshop, lane, source, arriving=True)
    is_named = keeps_names(naming_of(workshop, lane))
    texts = [said(checked(line.words), line.language) for line in lines]
    for place, (line, text, id) in enumerate(zip(lines, texts, _ids(workshop, lines), strict=True)):
        card = Card(
            id=derived_id(id, "card"),
            session=workshop.id,
            lane=lane,
            text=text,
            captured=line.at or now,
            order=order + place * STEP,
            **of_kinds(kinds),
            **values,
        )
        arrived = Arrived(
            id=id,
            session=workshop.id,
            card=card.id,
            # Where a name was kept it stands in the line too.
            line=tidy(line.line) if is_named or not line.author else "",
            author=tidy(line.author) if is_named else "",
            format=kept_as,
            mark=line.mark,
        )
        changes += (*made(workshop, card), *made(workshop, arrived))
    label = N_("Import a card") if len(lines) == 1 else N_("Import cards")
    return Edit(
        label,
        tuple(changes),
        workshop.id,
        about=about(texts),
        origin=Origin.IMPORT,
        nameless=not is_named,
    )


def _ids(workshop: Workshop, lines: Iterable[Line]) -> list[Id]:
    """The same ids for the same lines, so that two laptops that import a file have one card.

    What somebody wants a second time beside the first has another.
    """
    ids: list[Id] = []
    taken = {each.id for each in workshop.of(Arrived)}
    for line in lines:
        id = derived_id(workshop.id, f"arrived:{line.mark}")
        ids.append(new_id() if id in taken else id)
        taken.add(id)
    return ids
