"""Where something came from: the room, online, or a table, and how that is named and read."""

from gweithdy.domain.board import SOURCE_LABELS, Card
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.sources import in_order, is_table
from gweithdy.domain.text import on_one_line
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words

USUAL = ("room", "online", "1", "2", "3", "4", "5", "6")

_NAMES = {**SOURCE_LABELS, "room": N_("Room")}


def source_name(words: Words, source: str) -> str:
    """ "Room", "Online", "Table 3"; a name of several words stays as it is."""
    if source in _NAMES:
        return words.tr(_NAMES[source])
    return words.tr("Table {name}", name=source) if is_table(source) else source


def read_source(words: Words, typed: str) -> str:
    """The source that a person means by what they typed."""
    typed = on_one_line(typed)
    for source, name in _NAMES.items():
        if typed.casefold() in (source, words.tr(name).casefold()):
            return source
    table = typed.rpartition(" ")[2]
    # Only what would be shown as a table: "Bwrdd Iechyd" and "Tablet users" are names.
    if is_table(table) and typed.casefold() == source_name(words, table).casefold():
        return table
    return typed or "room"


def known_sources(workshop: Workshop | None) -> list[str]:
    """The usual sources and those this session has already, tables in order of their number."""
    found = set(USUAL)
    if workshop:
        found |= {p.table for p in workshop.of(Participant)} | {c.source for c in workshop.of(Card)}
    # Nobody says of words that they were imported; but those that were can be found.
    last = ["before", *({"imported"} & found)]
    found -= {"", *_NAMES}
    return ["room", "online", *in_order(found), *last]
