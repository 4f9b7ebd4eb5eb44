"""What lies under the words of a card: as it was first said, and the cards of which it was made."""

from gweithdy.domain.board import Card, Theme
from gweithdy.domain.merging import originals
from gweithdy.domain.naming import all_as_named, as_named, naming_of
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.language.dates import clock
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.storage.library import Library


def layers_of(library: Library, workshop: Workshop, card: Card, words: Words) -> str:
    """A line each, "" if there is nothing but the words themselves."""
    lines = []
    others = [workshop.find(Theme, id) for id in card.also_in]
    names = [theme.title.best(words.language)[0] for theme in others if theme]
    if names:
        lines.append(words.tr(N_("Also in: {themes}"), themes=", ".join(names)))
    if card.made_of:
        lines.append(words.tr(N_("Made of:")))
        hidden = naming_of(workshop, card.lane)
        said = tuple(as_named(workshop, each) for each in originals(workshop, card))
        lines += [f"• {_told(each, words)}" for each in all_as_named(said, hidden)]
    elif first := _first_said(library, card):
        lines.append(words.tr(N_("As it was first said: {words}"), words=first))
    return "\n".join(lines)


def _first_said(library: Library, card: Card) -> str:
    """The words with which it was written down; "" if they are still there."""
    told = library.story("card", card.id)
    first = told[0].now if told else None
    words = first.text.as_said() if isinstance(first, Card) else ""
    return "" if words in (card.text.cy.words, card.text.en.words) else words


def _told(card: Card, words: Words) -> str:
    """The words of a card as they were said, where, when, and who wrote them down."""
    at = clock(card.captured.astimezone()) if card.captured else ""
    where = source_name(words, card.source) if card.source else ""
    facts = ", ".join(filter(None, (where, at, card.noted_by)))
    return f"“{card.text.as_said()}”" + (f" ({facts})" if facts else "")
