"""Checks: that a thing is still there, and that it has words, and not too many."""

from typing import TypeVar

from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import LONGEST_TEXT, Language, Text, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import resolved

E = TypeVar("E", bound=Entity)

LONGEST = 5000
"""Characters of one card; more than that is a document."""

TOO_LONG = N_("One card holds {most} characters, and this text has {n}. Cut it into several.")


def living(workshop: Workshop, noun: type[E], id: Id) -> E:
    """The entity with this id; Problem if it was removed meanwhile."""
    found = workshop.find(noun, id)
    if found is None:
        raise Problem(N_("That is no longer there. Undo may bring it back."))
    return found


def room_for(text: Text) -> int:
    """Characters that each language of `text` may have: more where it came longer than a card."""
    longest = max(len(text.get(language)) for language in Language)
    return LONGEST if longest <= LONGEST else LONGEST_TEXT


def checked(words: str, most: int = LONGEST) -> str:
    """`words` tidied; Problem if there are none or too many."""
    words = tidy(words)
    if not words:
        raise Problem(N_("There are no words to keep yet."))
    if len(words) > most:
        raise Problem(TOO_LONG, most=most, n=len(words))
    return words


def check_text(text: Text, empty: str) -> None:
    """Problem with the message `empty` if `text` has no words, or if it has too many."""
    if not text:
        raise Problem(empty)
    for language in Language:
        if text.get(language):
            checked(text.get(language))


def keeps_words(entity: Entity, values: dict[str, Value], field: str, empty: str) -> None:
    """Problem with the message `empty` if `values` would leave the text `field` without words."""
    if field in values:
        check_text(resolved(entity, values)[field], empty)
