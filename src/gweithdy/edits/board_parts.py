"""What the verbs of the board share: finding what is still there, and checking words."""

from typing import TypeVar

from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, tidy
from gweithdy.domain.workshop import Workshop

E = TypeVar("E", bound=Entity)

LONGEST = 5000
"""Characters of one card; more than that is a document."""


def living(workshop: Workshop, noun: type[E], id: Id) -> E:
    """The entity with this id; Problem if it was removed meanwhile."""
    found = workshop.find(noun, id)
    if found is None:
        raise Problem(N_("That is no longer on the board. Undo may bring it back."))
    return found


def words_of(text: Text) -> str:
    """The words as they were said, for the undo history."""
    return text.get(text.source) if text.source else text.cy or text.en


def checked(words: str) -> str:
    """`words` tidied; Problem if there are none or too many."""
    words = tidy(words)
    if not words:
        raise Problem(N_("There are no words to keep yet."))
    if len(words) > LONGEST:
        raise Problem(
            N_("One card holds {most} characters, and this text has {n}. Cut it into several."),
            most=LONGEST,
            n=len(words),
        )
    return words


def check_text(text: Text, empty: str) -> None:
    """Problem with the message `empty` if `text` has no words, or if it has too many."""
    if not text:
        raise Problem(empty)
    for words in (text.cy, text.en):
        if words:
            checked(words)
