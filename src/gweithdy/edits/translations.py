"""The verbs of translations: taking in what came back, marking what was sent, and suggestions."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, Text, Translation, Written, fingerprint, tidy
from gweithdy.domain.translating import (
    DONE,
    STAMP,
    UNIT_ID,
    Returned,
    ReturnedFile,
    Unit,
    plain,
    translated_fields,
    unit_of,
)
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import about, updated
from gweithdy.edits.checks import LONGEST

LONGEST_OF_ALL = 20_000
"""Characters of a translation of what is longer than a card: a session file holds no more."""

_LOST = re.compile("[^\\W\\d_][?][^\\W\\d_]|\ufffd")
"""What ŵ and ŷ become in a program that does not know them."""


class Reason(StrEnum):
    """Why a line of a file was not taken."""

    UNKNOWN = "unknown"
    GONE = "gone"
    TURNED = "turned"
    TWICE = "twice"
    CHANGED = "changed"
    OTHER = "other"
    TYPED = "typed"
    SAME = "same"
    LONG = "long"
    LETTERS = "letters"
    BROKEN = "broken"


REASONS = {
    Reason.UNKNOWN: N_("No text of this session has this id."),
    Reason.GONE: N_("What this text belonged to was removed, or has no words any more."),
    Reason.TURNED: N_("The words in this language are the original by now."),
    Reason.TWICE: N_("This id stands in the file more than once, with different words."),
    Reason.CHANGED: N_("The original has changed since this was sent."),
    Reason.OTHER: N_("The original in this line is not the one that was sent under its id."),
    Reason.TYPED: N_("Other words have been written here since this was sent."),
    Reason.SAME: N_("These are the words of the original."),
    Reason.LONG: N_("This is too long to keep."),
    Reason.LETTERS: N_("Letters were lost on the way: “?” or “�” stands inside a word."),
    Reason.BROKEN: N_("Another line of the file has run into this one."),
}
"""What people are told (catalogue texts)."""


class Refused(NamedTuple):
    """A line that a person has to look at; `unit` is the text as it stands, if there is one."""

    row: Returned
    reason: Reason
    unit: Unit | None


class Accepted(NamedTuple):
    """A line that is taken: what becomes of the text of `unit`."""

    unit: Unit
    words: str
    state: Translation


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
    is_ours = not rows or any(_is_known(workshop, row.id) for row in rows)
    if not is_ours or back.session not in ("", workshop.id):
        raise Problem(N_("This file belongs to another session. Nothing was imported."))
    wordings: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.words:
            wordings[row.id].add(row.words)
    taken: dict[str, Accepted] = {}
    refused: list[Refused] = []
    for row in rows:
        found = _judged(workshop, row, is_twice=len(wordings[row.id]) > 1)
        if isinstance(found, Accepted):
            taken[row.id] = found
        elif isinstance(found, Refused):
            refused.append(found)
    accepted = tuple(taken.values())
    edit = _edit(N_("Import translations"), workshop, accepted)
    left = len(rows) - len(taken) - len(refused)
    return Arrival(edit, accepted, tuple(refused), left)


def mark_sent(workshop: Workshop, units: Iterable[Unit]) -> Edit:
    """Note that these were sent: those without words, and those that are only a draft.

    What a machine wrote and what is stale stay marked as that: the pack tells its readers so.
    """
    open_ones = (Translation.MISSING, Translation.DRAFT)
    some = [each for each in units if each.state in open_ones]
    sent = [Accepted(each, each.words, Translation.SENT) for each in some]
    return _edit(N_("Send for translation"), workshop, sent)


def suggest(workshop: Workshop, suggestions: Iterable[Accepted]) -> Edit:
    """Write suggestions where there are no words, or a machine's; they are never translations."""
    fit = [
        each
        for each in suggestions
        if each.state in (Translation.DRAFT, Translation.MACHINE)
        and (not each.unit.words or each.unit.state is Translation.MACHINE)
        and tidy(each.words)
        and len(each.words) <= _most(each.unit)
    ]
    return _edit(N_("Suggest translations"), workshop, fit)


def _judged(workshop: Workshop, row: Returned, *, is_twice: bool) -> Accepted | Refused | None:
    """What becomes of a line; None if it changes nothing."""
    unit = unit_of(workshop, row.id)
    if not row.words or (unit and row.words == unit.words and not _promotes(row, unit)):
        return None
    if unit is None:
        return Refused(row, _why_unknown(workshop, row.id), None)
    if reason := _objection(row, unit, is_twice=is_twice):
        return Refused(row, reason, unit)
    if row.state is Translation.DRAFT and _loosely(row.words) == _loosely(unit.original):
        # A tool filled in the original for the translator to write over.
        return None
    return Accepted(unit, row.words, _state(row, unit))


def _objection(row: Returned, unit: Unit, *, is_twice: bool) -> Reason | None:
    stamp = STAMP.fullmatch(row.stamp)
    basis, before = stamp.groups() if stamp else ("", "")
    if is_twice:
        return Reason.TWICE
    if basis and basis != unit.basis:
        return Reason.CHANGED
    if row.original is not None and _loosely(row.original) != _loosely(unit.original):
        return Reason.OTHER if basis else Reason.CHANGED
    if not basis and row.original is None:
        return Reason.OTHER
    if UNIT_ID.search(row.words):
        return Reason.BROKEN
    if row.words != unit.words and not _may_go(unit, before):
        return Reason.TYPED
    is_copy = _loosely(row.words) == _loosely(unit.original)
    if is_copy and row.state is not Translation.DRAFT and row.state not in DONE:
        return Reason.SAME
    if len(row.words) > _most(unit):
        return Reason.LONG
    if _LOST.search(row.words) and not _LOST.search(unit.original):
        return Reason.LETTERS
    return None


def _may_go(unit: Unit, before: str) -> bool:
    """Whether the words that stand there may be replaced: nobody has written them since."""
    is_as_sent = before == fingerprint(unit.text.get(unit.target))
    return not unit.words or is_as_sent or unit.state is Translation.MACHINE


def _promotes(row: Returned, unit: Unit) -> bool:
    """Whether the file says more of the same words than we know."""
    if row.state not in DONE:
        return False
    return unit.state not in DONE or (unit.state, row.state) == DONE


def _state(row: Returned, unit: Unit) -> Translation:
    """What other words come back as; an approval that we sent along was one of those before."""
    was_approved = unit.state is Translation.REVIEWED and row.state is Translation.REVIEWED
    return Translation.TRANSLATED if was_approved or not row.state else row.state


def _most(unit: Unit) -> int:
    return LONGEST if len(unit.original) <= LONGEST else LONGEST_OF_ALL


def _why_unknown(workshop: Workshop, id: str) -> Reason:
    if not _is_known(workshop, id):
        return Reason.UNKNOWN
    found = UNIT_ID.fullmatch(id)
    assert found
    row = workshop.find(NOUNS[found[1]], found[2])
    return Reason.TURNED if row and getattr(row, found[3]).get(found[4]) else Reason.GONE


def _is_known(workshop: Workshop, id: str) -> bool:
    """Whether this is a text of the session, or was one."""
    found = UNIT_ID.fullmatch(id)
    row = workshop.named(found[1], found[2]) if found and found[1] in NOUNS else None
    return bool(found and row and found[3] in translated_fields(type(row)))


def _edit(label: str, workshop: Workshop, some: Iterable[Accepted]) -> Edit:
    changes: list[Change] = []
    texts = []
    for unit, words, state in some:
        text = unit.text
        kept = text.get(unit.target) if words == unit.words else words
        record = Written(kept, str(state), fingerprint(text.get(unit.source)))
        # A translation of these words: where those that were said first are gone, these are it.
        cy, en = (record, text.en) if unit.target is Language.CY else (text.cy, record)
        new = Text(cy, en, str(unit.source))
        row = workshop.find(NOUNS[unit.noun], unit.thing)
        assert row
        changes += updated(row, **{unit.field: new})
        texts.append(new)
    return Edit(label, tuple(changes), workshop.id, about(texts), origin=Origin.TRANSLATION)


def _loosely(words: str) -> str:
    """`words` but for how they are spaced, which tools change."""
    return " ".join(plain(tidy(words)).split())
