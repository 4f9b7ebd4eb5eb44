"""Released: which cards everybody may see. What waits or is set aside is in none of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from gweithdy.domain.actions import Action
from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, Vote
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import covered, within
from gweithdy.domain.photos import Photo
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.restraint import Standing, strictness
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.workshop import Workshop


def is_released(card: Card) -> bool:
    """Whether everybody may see `card`; one of a standing that is not known here waits."""
    return card.standing is Standing.RELEASED


def only_released(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Those that everybody may see; the same tuple where that is all of them."""
    return cards if all(map(is_released, cards)) else tuple(filter(is_released, cards))


def held(workshop: Workshop, standing: Standing, lanes: Iterable[Id]) -> list[Card]:
    """The cards of `lanes` with this standing, in the order of the board."""
    inside = (card for lane in lanes for card in workshop.inside(Card, lane))
    hidden = covered(workshop)
    return [card for card in inside if card.standing == standing and card.id not in hidden]


def strictest(cards: Iterable[Card]) -> Standing:
    """The standing of what is made of several cards."""
    return max((card.standing for card in cards), key=strictness, default=Standing.RELEASED)


def held_back(workshop: Workshop) -> set[Id]:
    """The cards that not everybody may see, and what was merged into such a card."""
    not_released = [card for card in workshop.of(Card) if not is_released(card)]
    below = covered(workshop)
    return {
        card.id
        for card in within(workshop, not_released)
        if card.id in below or not is_released(card)
    }


def photo_released(workshop: Workshop, photo: Photo, hidden: Collection[Id]) -> bool:
    """Whether everybody may see `photo`: one that stands beside cards waits for one of them.

    `hidden` are the cards that are `held_back`.
    """
    beside = [card for id in photo.cards if isinstance(card := workshop.named("card", id), Card)]
    free = [card for card in beside if is_released(card) and card.id not in hidden]
    return any(not card.deleted for card in free) or len(free) == len(beside)


def released(workshop: Workshop) -> Workshop:
    """The session as everybody may see it: without what waits or is set aside, and votes on it.

    It is the same object where nothing is held back.
    """
    hidden = held_back(workshop)
    if not hidden and not workshop.of(Ruling):
        return workshop
    gone = [Change(noun_name(each), each.id, "deleted", True) for each in _of(workshop, hidden)]
    seen = workshop.copy()
    seen.take(Edit("", tuple(gone), workshop.id))
    return seen


def _of(workshop: Workshop, hidden: set[Id]) -> Iterator[Entity]:
    yield from (card for card in workshop.of(Card) if card.id in hidden)
    yield from (vote for vote in workshop.of(Vote) if vote.target in hidden)
    yield from (each for each in workshop.of(Arrived) if each.card in hidden)
    kept: list[Quote | Parked] = [*workshop.of(Quote), *workshop.of(Parked)]
    yield from (each for each in kept if each.origin in hidden)
    for action in workshop.of(Action):
        # Who gave it other words meant it to be seen.
        card = workshop.find(Card, action.origin) if action.origin in hidden else None
        if card and card.text == action.text:
            yield action
    yield from (each for each in workshop.of(Photo) if not photo_released(workshop, each, hidden))
    # Why something was decided is for whoever leads the session alone.
    rulings: Sequence[Ruling] = workshop.of(Ruling)
    yield from rulings
