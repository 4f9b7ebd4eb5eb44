"""A line for each thing in which words were found."""

import argparse
from typing import TYPE_CHECKING

from gweithdy.cli.finding import found
from gweithdy.cli.speech import say
from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text
from gweithdy.language.finding import places
from gweithdy.language.kinds import kind_in_words
from gweithdy.language.words import Words

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

MOST = 1000
"""Lines that are printed."""


def search(library: "Library", asked: argparse.Namespace, words: Words) -> int:
    """Print session, kind, text and id with tabs between, by session; 1 if nothing was found."""
    catalogue = library.catalogue()
    wanted = " ".join(asked.words)
    only = found(catalogue, asked.session, words).id if asked.session else ""
    hits = [
        hit
        for hit in library.search(wanted, limit=MOST + 1, session=only)
        if NOUNS[hit.noun].noun.label and hit.session
    ]
    things = library.things((hit.noun, hit.id) for hit in hits)
    for session in dict.fromkeys(hit.session for hit in hits[:MOST]):
        title = catalogue.get(Session, session).title.best(words.language)[0]
        for hit in hits[:MOST]:
            if hit.session == session and hit.id in things:
                kind = kind_in_words(words, things[hit.id])
                said = _said(things[hit.id], words.language, wanted)
                print("\t".join(" ".join(cell.split()) for cell in (title, kind, said, hit.id)))
    if not hits:
        say(words.tr("Nothing found. Fewer letters find more."))
    elif len(hits) > MOST:
        say(words.tr("More than {n} places found. These fit best.", n=MOST))
    return 0 if hits else 1


def _said(entity: Entity, language: str, wanted: str) -> str:
    """The words of `entity` that hold what is `wanted`, else its first."""
    said: list[str] = []
    for field in declared(type(entity)):
        value = getattr(entity, field.name)
        if isinstance(value, Text):
            best, of = value.best(language)
            said += [best, value.get(of.other)]
        elif field.kind is Kind.WORDS and field.searched:
            said.append(value)
    said = [words for words in said if words]
    return next((words for words in said if places(words, wanted)), said[0] if said else "")
