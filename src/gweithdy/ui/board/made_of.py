"""What was made of a card, and what a quote, a parked line or an action was made of, in words."""

from collections.abc import Iterator

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.kept_from import made_of, origin_of
from gweithdy.language.dates import plain_date
from gweithdy.language.words import Words

_MADE = {
    Quote: N_("Among the quotes"),
    Parked: N_("In the parking lot"),
    Action: N_("There is an action"),
}


def became(workshop: Workshop, card: Card, words: Words) -> list[str]:
    """A line for each kind of thing that was made of a card."""
    made = {type(each) for each in made_of(workshop, card.id)}
    return [words.tr(text) for noun, text in _MADE.items() if noun in made]


def told_of(workshop: Workshop, kept: Quote | Parked | Action, words: Words) -> str:
    """Where something came from: a line for each thing that is known of it."""
    return "\n".join(_lines(workshop, kept, words))


def _lines(workshop: Workshop, kept: Quote | Parked | Action, words: Words) -> Iterator[str]:
    origin = origin_of(workshop, kept.origin) if kept.origin else None
    if origin is not None:
        said = " ".join(origin.text.best(words.language)[0].split())
        yield words.tr(N_("Made of: {words}"), words=said)
    if isinstance(kept, Action):
        return
    block = workshop.find(Block, kept.during) if kept.during else None
    if block is not None:
        yield words.tr(N_("During: {block}"), block=block.title.best(words.language)[0])
    if isinstance(kept, Parked) and kept.since:
        day = plain_date(kept.since, words.language)
        yield words.tr(N_("Parked since: {date}"), date=day)
