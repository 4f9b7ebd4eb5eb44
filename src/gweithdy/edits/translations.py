"""The verbs of translations: taking in what came back, marking what was sent, and suggestions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Translation, tidy
from gweithdy.domain.translating import Returned, ReturnedFile, Unit, unit_of
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, updated
from gweithdy.edits.checks import room_for
from gweithdy.edits.returned import (
    REASONS,
    Accepted,
    Reason,
    Refused,
    is_known,
    judged,
    overruled,
)

__all__ = [
    "REASONS",
    "Accepted",
    "Arrival",
    "Reason",
    "Refused",
    "bring_back",
    "mark_sent",
    "suggest",
    "take_refused",
]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file would change, and what a person has to look at; `left` lines change nothing."""

    edit: Edit
    taken: tuple[Accepted, ...]
    refused: tuple[Refused, ...]
    left: int


def bring_back(workshop: Workshop, back: ReturnedFile) -> Arrival:
    """Take in what a translator sent back; Problem if all of it is of another session.

    Nothing is ever deleted, and no words are replaced that were written since it was sent.
    """
    rows = [row._replace(words=tidy(row.words)) for row in back.rows]
    is_ours = not rows or any(is_known(workshop, row.id) for row in rows)
    if not is_ours or back.session not in ("", workshop.id):
        raise Problem(N_("This file belongs to another session. Nothing was imported."))
    wordings: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.words:
            wordings[row.id].add(row.words)
    taken: dict[str, Accepted] = {}
    refused: list[Refused] = []
    for row in rows:
        found = judged(workshop, row, is_twice=len(wordings[row.id]) > 1)
        if isinstance(found, Accepted):
            taken[row.id] = found
        elif isinstance(found, Refused):
            refused.append(found)
    accepted = tuple(taken.values())
    edit = _edit(N_("Import translations"), workshop, accepted)
    left = len(rows) - len(taken) - len(refused)
    return Arrival(edit, accepted, tuple(refused), left)


def take_refused(workshop: Workshop, row: Returned) -> Edit:
    """Take a line that was refused, because a person looked at it; Problem if that cannot be."""
    return _edit(N_("Take a refused line"), workshop, [overruled(workshop, row)])


def mark_sent(workshop: Workshop, units: Iterable[Unit]) -> Edit:
    """Note that these were sent: those without words, and those that are only a draft.

    What a machine wrote and what is stale stay marked as that: the pack tells its readers so.
    """
    open_ones = (Translation.MISSING, Translation.DRAFT)
    some = [each for each in units if each.state in open_ones]
    sent = [Accepted(each, each.words, Translation.SENT) for each in some]
    return _edit(N_("Send for translation"), workshop, sent)


def suggest(workshop: Workshop, suggestions: Iterable[Accepted]) -> Edit:
    """Write suggestions where there are no words, or a machine's; they are never translations.

    What was suggested for words that are others by now is passed over.
    """
    fit = [
        each
        for each in filter(None, (_as_it_is(workshop, each) for each in suggestions))
        if each.state in (Translation.DRAFT, Translation.MACHINE)
        and (not each.unit.words or each.unit.state is Translation.MACHINE)
        and tidy(each.words)
        and len(each.words) <= room_for(each.unit.text)
    ]
    return _edit(N_("Suggest translations"), workshop, fit)


def _as_it_is(workshop: Workshop, each: Accepted) -> Accepted | None:
    """`each` for its text as it stands; None if the original is gone or is another."""
    unit = unit_of(workshop, each.unit.id)
    return each._replace(unit=unit) if unit and unit.basis == each.unit.basis else None


def _edit(label: str, workshop: Workshop, some: Iterable[Accepted]) -> Edit:
    changes: list[Change] = []
    texts = []
    for unit, words, state in some:
        text = unit.text
        kept = text.get(unit.target) if words == unit.words else words
        new = text.translated(unit.target, kept, state)
        row = workshop.find(NOUNS[unit.noun], unit.thing)
        assert row
        changes += updated(row, **{unit.field: new})
        texts.append(new)
    return Edit(label, tuple(changes), workshop.id, about(texts), origin=Origin.TRANSLATION)
