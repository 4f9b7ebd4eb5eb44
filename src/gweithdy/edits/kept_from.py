"""The verbs that make one thing of another: park a card, quote it, make an action of it."""

from collections.abc import Sequence

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.day import block_at
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.naming import as_named
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.quotes import Parked, ParkedState, Quote
from gweithdy.domain.released import is_released
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, created, updated
from gweithdy.edits.checks import living

Source = Card | Parked | Quote


def park_cards(workshop: Workshop, ids: Sequence[Id]) -> Edit:
    """A line in the parking lot for each card; the cards stay where they were said."""
    cards = _fresh(workshop, Parked, ids, N_("This is in the parking lot already."))
    changes: list[Change] = []
    for place, card in enumerate(cards):
        parked = Parked(
            id=new_id(),
            session=workshop.id,
            text=card.text,
            source=card.source,
            during=block_at(workshop, card.captured),
            origin=card.id,
            order=at_end(workshop.of(Parked)) + place * STEP,
        )
        changes += created(parked)
    return _edit(N_("Add to the parking lot"), workshop, changes, cards)


def quote_cards(workshop: Workshop, ids: Sequence[Id]) -> Edit:
    """A quote of each card; named is only who agreed to be."""
    cards = _fresh(workshop, Quote, ids, N_("This is among the quotes already."))
    changes: list[Change] = []
    for place, card in enumerate(cards):
        person = workshop.find(Participant, card.said_by) if card.said_by else None
        is_named = person is not None and person.named
        quote = Quote(
            id=new_id(),
            session=workshop.id,
            text=card.text,
            speaker=person.name if person and is_named else "",
            named=is_named,
            source=card.source,
            during=block_at(workshop, card.captured),
            origin=card.id,
            order=at_end(workshop.of(Quote)) + place * STEP,
        )
        changes += created(quote)
    return _edit(N_("Add a quote"), workshop, changes, cards)


def act_on(workshop: Workshop, noun: type[Source], ids: Sequence[Id]) -> Edit:
    """An action of each; it knows what it was made of, and what was parked no longer waits."""
    things = [living(workshop, noun, id) for id in ids]
    for each in things:
        if isinstance(each, Card):
            _shown(each)
    wanted = [each for each in things if not (isinstance(each, Parked) and not each.waits)]
    taken = {action.origin for action in workshop.of(Action)}
    wanted = [each for each in wanted if each.id not in taken]
    if not wanted:
        raise Problem(N_("There is an action for this already."))
    changes: list[Change] = []
    for place, each in enumerate(wanted):
        action = Action(
            id=new_id(),
            session=workshop.id,
            text=each.text,
            origin=each.id,
            order=at_end(workshop.of(Action)) + place * STEP,
        )
        changes += created(action)
        if isinstance(each, Parked):
            changes += updated(each, state=ParkedState.ACTION)
    return _edit(N_("Make an action of it"), workshop, changes, wanted)


def _fresh(
    workshop: Workshop, noun: type[Parked | Quote], ids: Sequence[Id], known: str
) -> list[Card]:
    """The cards of `ids` of which there is no `noun` yet; Problem says `known` if that is none."""
    taken = {each.origin for each in workshop.of(noun)}
    cards = [living(workshop, Card, id) for id in ids if id not in taken]
    if not cards:
        raise Problem(known)
    return [as_named(workshop, _shown(card)) for card in cards]


def _shown(card: Card) -> Card:
    """`card`; Problem if it waits: what is made of it would be seen before it."""
    if not is_released(card):
        raise Problem(N_("This card waits or was set aside. Let it through first."))
    return card


def _edit(label: str, workshop: Workshop, changes: list[Change], of: Sequence[Source]) -> Edit:
    return Edit(label, tuple(changes), workshop.id, about=about([each.text for each in of]))


def made_of(workshop: Workshop, id: Id) -> list[Action | Parked | Quote]:
    """What was made of the thing with this id, and of that again."""
    nouns: tuple[type[Action | Parked | Quote], ...] = (Quote, Parked, Action)
    first = [each for noun in nouns for each in workshop.of(noun) if each.origin == id]
    return [*first, *(more for each in first for more in made_of(workshop, each.id))]


def origin_of(workshop: Workshop, id: Id) -> Source | None:
    """What something was made of, if it is still there."""
    return workshop.find(Card, id) or workshop.find(Parked, id) or workshop.find(Quote, id)
