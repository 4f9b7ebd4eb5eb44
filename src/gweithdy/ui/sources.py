"""Where something came from: the room, online, or a table, and how that is named and read."""

from gweithdy.domain.board import Card
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words

USUAL = ("room", "online", "1", "2", "3", "4", "5", "6")

_NAMES = {"room": N_("Room"), "online": N_("Online")}


def source_name(words: Words, source: str) -> str:
    """ "Room", "Online", "Table 3"; a name of several words stays as it is."""
    if source in _NAMES:
        return words.tr(_NAMES[source])
    return words.tr("Table {name}", name=source) if is_table(source) else source


def is_table(source: str) -> bool:
    """Whether a source is the number or letter of a table, and no name."""
    return 0 < len(source) <= 3


def read_source(words: Words, typed: str) -> str:
    """The source that a person means by what they typed."""
    typed = " ".join(typed.split())
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
    found -= {"", "room", "online"}
    return ["room", "online", *sorted(found, key=lambda s: (not s.isdigit(), s.zfill(6)))]
