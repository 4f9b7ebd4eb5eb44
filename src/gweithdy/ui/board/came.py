"""What a card was made from, as that stood in a chat, a form or a list."""

from collections.abc import Iterator

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card
from gweithdy.domain.naming import may_name_author
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words


def came_from(workshop: Workshop, card: Card, words: Words) -> str:
    """The line, and who wrote it where that was kept; "" for what was captured here."""
    return "\n".join(_lines(workshop, card, words))


def _lines(workshop: Workshop, card: Card, words: Words) -> Iterator[str]:
    is_named = may_name_author(workshop, card)
    for each in workshop.inside(Arrived, card.id):
        # Only where names were kept is there a name in the line.
        if each.line and (is_named or not each.author):
            yield words.tr(N_("As it arrived: {line}"), line=each.line)
        if each.author and is_named:
            yield words.tr(N_("Written by: {name}"), name=each.author)
