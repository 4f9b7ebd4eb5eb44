"""The verbs of the worklist: words in one language of any text, and how far they have come."""

from collections.abc import Iterable

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import declared
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, SaidIn, Text, Translation, Typed
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, updated
from gweithdy.edits.checks import checked, living, room_for

_NO_WORDS = N_("It needs words; the old words were kept.")


def write(workshop: Workshop, line: Line, given: Typed | SaidIn) -> Edit:
    """Other words for a text. What a thing is known by cannot be left without any."""
    found = living(workshop, NOUNS[line.noun], line.thing)
    text = given.applied(getattr(found, line.field))
    if not text and _is_needed(line):
        raise Problem(_NO_WORDS)
    if isinstance(given, Typed) and text.get(given.language):
        # The other language may be as long as it came.
        checked(given.words, room_for(getattr(found, line.field)))
    changes = updated(found, **{line.field: given})
    return Edit(N_("Change a text"), changes, workshop.id, about=text)


def put_back(workshop: Workshop, line: Line, language: Language, before: Text) -> Edit:
    """`language` of a text as it was in `before`, words and state; the other one is not touched."""
    found = living(workshop, NOUNS[line.noun], line.thing)
    now = getattr(found, line.field)
    cy, en = (before if each is language else now for each in Language)
    text = Text(cy.cy, en.en, before.original)
    changes = updated(found, **{line.field: text})
    return Edit(N_("Change a text"), changes, workshop.id, about=text)


def take(workshop: Workshop, line: Line, words: str) -> Edit:
    """Words that a person took from what was suggested: a draft, in the place of what was there.

    Problem if they are too long to keep.
    """
    found = living(workshop, NOUNS[line.noun], line.thing)
    text = getattr(found, line.field)
    taken = text.translated(line.target, checked(words, room_for(text)), Translation.DRAFT)
    changes = updated(found, **{line.field: taken})
    return Edit(N_("Take a suggestion"), changes, workshop.id, about=taken)


def mark(
    workshop: Workshop, lines: Iterable[Line], state: Translation, language: Language | None = None
) -> Edit:
    """Say how far texts have come in `language`, or each in that into which it is translated.

    Where that cannot be said of a text it stays as it is; Problem if none of them changes.
    """
    changes: list[Change] = []
    texts = []
    for line in lines:
        found = living(workshop, NOUNS[line.noun], line.thing)
        text = getattr(found, line.field)
        marked = text.marked(language or text.target, state)
        if marked != text:
            changes += updated(found, **{line.field: marked})
            texts.append(text)
    if not texts:
        raise Problem(
            N_(
                "This state does not fit: a text without words is missing or sent, and one with "
                "words is not missing. Nothing was changed."
            )
        )
    label = N_("Mark a translation") if len(texts) == 1 else N_("Mark several translations")
    return Edit(label, tuple(changes), workshop.id, about=about(texts))


def _is_needed(line: Line) -> bool:
    """Whether a thing is known by this text: its first one, if it has no name besides."""
    texts = [each.name for each in declared(NOUNS[line.noun]) if each.kind is Kind.TEXT]
    return line.field == texts[0]
