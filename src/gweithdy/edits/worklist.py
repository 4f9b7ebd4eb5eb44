"""The verbs of the worklist: words in one language of any text, and how far they have come."""

from collections.abc import Iterable

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import declared
from gweithdy.domain.field import Kind
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, SaidIn, Translation, Typed
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, resolved, updated
from gweithdy.edits.checks import check_text, living

_NO_WORDS = N_("It needs words; the old words were kept.")


def write(workshop: Workshop, line: Line, given: Typed | SaidIn) -> Edit:
    """Other words for a text. What a thing is known by cannot be left without any."""
    found = living(workshop, NOUNS[line.noun], line.thing)
    values = {line.field: given}
    text = resolved(found, values)[line.field]
    if text or _is_needed(line):
        check_text(text, _NO_WORDS)
    return Edit(N_("Change a text"), updated(found, **values), workshop.id, about=text)


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
