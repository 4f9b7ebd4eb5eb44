"""Naming: what may be shown of who said a card. Every place that shows a name or a table asks here.

What a board may not keep is taken out of what it has when it is tightened, and never stored after
that. Here it is held back once more: two laptops may have written beside each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Board, Card, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import noun_name
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.restraint import Naming, strictness
from gweithdy.domain.workshop import Workshop

_NOBODY: dict[str, Value] = {"said_by": "", "noted_by": ""}
_HIDDEN: dict[Naming, dict[str, Value]] = {
    Naming.NAMED: {},
    Naming.TABLE: _NOBODY,
    Naming.ANONYMOUS: {**_NOBODY, "source": ""},
}
_EVERYTHING = _HIDDEN[Naming.ANONYMOUS]


def naming_of_board(workshop: Workshop, board: Id) -> Naming:
    """What a board, even a removed one, keeps of who said something."""
    found = workshop.named("board", board)
    return found.naming if isinstance(found, Board) else Naming.NAMED


def naming_of(workshop: Workshop, lane: Id) -> Naming:
    """The same of the board on which the cards of a lane are seen; the lane "" is the first one.

    Cards of a lane that is gone are seen in the first one: then the stricter of both boards counts.
    """
    found = workshop.named("lane", lane)
    own = found.board if isinstance(found, Lane) else ""
    if isinstance(found, Lane) and not found.deleted and workshop.find(Board, own):
        return naming_of_board(workshop, own)
    first = (board.id for board in workshop.of(Board) if workshop.inside(Lane, board.id))
    both = (naming_of_board(workshop, each) for each in (own, next(first, "")))
    return max(both, key=strictness)


def hidden_fields(naming: Naming) -> dict[str, Value]:
    """The fields of a card that may not be shown, and what stands in their place."""
    # What a newer version calls otherwise may be stricter than all that is known here.
    return _HIDDEN.get(naming, _EVERYTHING)


def keeps_tables(naming: Naming) -> bool:
    """Whether tables and places may be shown."""
    return "source" not in hidden_fields(naming)


def keeps_names(naming: Naming) -> bool:
    """Whether names may be shown."""
    return not hidden_fields(naming)


def is_tighter(naming: Naming, than: Naming) -> bool:
    """Whether less is kept."""
    return strictness(naming) > strictness(than)


def as_named(workshop: Workshop, card: Card) -> Card:
    """`card` as it may be seen."""
    return _without(card, hidden_fields(naming_of(workshop, card.lane)))


def all_as_named(cards: tuple[Card, ...], naming: Naming) -> tuple[Card, ...]:
    """`cards` of a board as they may be seen; the same tuple where nothing is to be hidden."""
    hidden = hidden_fields(naming)
    # Usually there is nothing: it went when the board was tightened. Looked at with every edit.
    if not hidden or not (
        any(card.said_by or card.noted_by for card in cards)
        or ("source" in hidden and any(card.source for card in cards))
    ):
        return cards
    return tuple(_without(card, hidden) for card in cards)


def may_name_author(workshop: Workshop, card: Card) -> bool:
    """Whether what is told of `card` may say who wrote it."""
    return keeps_names(naming_of(workshop, card.lane))


@dataclass(frozen=True, slots=True)
class Goes:
    """What nothing shows any more once a board is tightened: on how many cards, of each sort."""

    tables: int = 0
    names: int = 0


def what_goes(workshop: Workshop, board: Id, naming: Naming) -> Goes:
    """What would go from the cards of a board, those too that wait or are set aside."""
    hidden, tables, names = hidden_fields(naming), 0, 0
    for card in cards_of(workshop, board):
        tables += bool("source" in hidden and card.source)
        arrived = workshop.inside(Arrived, card.id)
        has_name = card.said_by or card.noted_by or any(each.author for each in arrived)
        names += bool(hidden and has_name)
    return Goes(tables, names)


def cards_of(workshop: Workshop, board: Id) -> Iterator[Card]:
    """All cards of a board, also those that are not released."""
    for lane in workshop.inside(Lane, board):
        yield from workshop.inside(Card, lane.id)


def taken_out(workshop: Workshop, card: Card, naming: Naming) -> Iterator[Change]:
    """The changes that leave nothing with `card` that `naming` does not keep."""
    hidden = hidden_fields(naming)
    for field, value in hidden.items():
        if getattr(card, field) != value:
            yield Change(noun_name(card), card.id, field, value)
    if hidden:
        for each in workshop.inside(Arrived, card.id):
            # A line in which names were kept holds the name too.
            for field in ("line", "author") if each.author else ():
                if getattr(each, field):
                    yield Change(noun_name(each), each.id, field, "")
        yield from _taken_out_of_kept(workshop, card, hidden)


def _taken_out_of_kept(
    workshop: Workshop, card: Card, hidden: dict[str, Value]
) -> Iterator[Change]:
    """What was quoted and parked of a card says no more of who said it than the card."""
    every: list[Quote | Parked] = [*workshop.of(Quote), *workshop.of(Parked)]
    for kept in every:
        if kept.origin != card.id:
            continue
        if "source" in hidden and kept.source:
            yield Change(noun_name(kept), kept.id, "source", "")
        if isinstance(kept, Quote) and kept.speaker:
            yield Change(noun_name(kept), kept.id, "speaker", "")


def as_may_be_seen(workshop: Workshop) -> Workshop:
    """The session without names and tables that its boards do not keep.

    It is the same object where there is nothing to take out.
    """
    if all(board.naming is Naming.NAMED for board in _boards(workshop)):
        return workshop
    changes = [
        change
        for card in workshop.of(Card)
        for change in taken_out(workshop, card, naming_of(workshop, card.lane))
    ]
    if not changes:
        return workshop
    seen = workshop.copy()
    seen.take(Edit("", tuple(changes), workshop.id))
    return seen


def _without(card: Card, hidden: dict[str, Value]) -> Card:
    if all(getattr(card, field) == value for field, value in hidden.items()):
        return card
    return replace(card, **hidden)


def _boards(workshop: Workshop) -> Iterator[Board]:
    return (each for each in workshop.everything() if isinstance(each, Board))
