"""Where in the session a text stands, from the page down to what it is inside."""

from gweithdy.domain.entity import known_by, parent_field
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Text
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.ui.pages import PAGES
from gweithdy.ui.translation.filter import page_of

LONGEST = 60
"""Letters of what it is inside."""


def place_of(line: Line, workshop: Workshop, words: Words) -> str:
    """The page, what the text is called there, and what it is inside, from the outside in."""
    inside: list[str] = []
    noun, id = line.noun, line.thing
    if known_by_another(line):
        inside.append(_name(workshop, noun, id, words))
    while noun:
        entity = workshop.named(noun, id)
        parent = parent_field(NOUNS[noun])
        if entity is None or not parent or not (id := getattr(entity, parent)):
            break
        noun = parent
        inside.insert(0, _name(workshop, noun, id, words))
    head = (words.tr(PAGES[page_of(line)].title), words.tr(line.declared.label))
    return " › ".join(filter(None, (*head, *inside)))


def known_by_another(line: Line) -> bool:
    """Whether the thing is known by another of its texts: the notes of a block by its title."""
    return line.field in ("notes", "online")


def _name(workshop: Workshop, noun: str, id: str, words: Words) -> str:
    entity = workshop.named(noun, id)
    name = known_by(entity) if entity else ""
    said = name.best(words.language)[0] if isinstance(name, Text) else name
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
