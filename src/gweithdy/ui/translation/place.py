"""Where in the session a text stands, from the page down to what it is inside."""

from gweithdy.domain.entity import known_by
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Text
from gweithdy.domain.translating import inside, translated_fields
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.ui.pages import PAGES
from gweithdy.ui.translation.filter import page_of

LONGEST = 60
"""Letters of each thing that it is inside."""


def place_of(line: Line, workshop: Workshop, words: Words) -> str:
    """The page, what the text is called there, and what it is inside, from the outside in."""
    names = [words.tr(PAGES[page_of(line)].title), words.tr(line.declared.label)]
    thing = workshop.named(line.noun, line.thing)
    if thing:
        around = inside(workshop, thing)
        if line.field != translated_fields(NOUNS[line.noun])[0]:
            # The notes of a block are found by its title.
            around = (*around, known_by(thing))
        names += [_short(each, words) for each in around]
    return " › ".join(filter(None, names))


def _short(name: Text | str, words: Words) -> str:
    said = name.best(words.language)[0] if isinstance(name, Text) else name
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
