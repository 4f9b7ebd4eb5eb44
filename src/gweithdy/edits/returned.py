"""Judging what came back from a translator, line by line: taken, refused with a reason, or left."""

import re
from enum import StrEnum
from typing import NamedTuple

from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Translation, fingerprint, tidy
from gweithdy.domain.translating import (
    DONE,
    STAMP,
    UNIT_ID,
    Returned,
    Unit,
    translated_fields,
    unit_of,
    writable,
)
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.checks import room_for

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
    MACHINE = "machine"


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
    Reason.MACHINE: N_("A person wrote what stands here, and this is from a machine."),
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


def judged(workshop: Workshop, row: Returned, *, is_twice: bool) -> Accepted | Refused | None:
    """What becomes of a line; None if it changes nothing."""
    unit = unit_of(workshop, row.id)
    if not row.words or (unit and row.words == unit.words and not _promotes(row, unit)):
        return None
    if unit is None:
        return Refused(row, _why_unknown(workshop, row.id), None)
    wrong = Reason.TWICE if is_twice else _wrong_line(row, unit) or _wrong_words(row, unit)
    if wrong:
        return Refused(row, wrong, unit)
    if row.state is Translation.DRAFT and loosely(row.words) == loosely(unit.original):
        # A tool filled in the original for the translator to write over.
        return None
    return Accepted(unit, row.words, _state(row, unit))


def overruled(workshop: Workshop, row: Returned) -> Accepted:
    """What becomes of a refused line that a person takes all the same.

    Where it may belong to other words than those that stand there, it is a draft of these.
    Problem if it has no place here, or is too long to keep.
    """
    unit = unit_of(workshop, row.id)
    if unit is None:
        raise Problem(REASONS[_why_unknown(workshop, row.id)])
    if len(row.words) > room_for(unit.text):
        raise Problem(REASONS[Reason.LONG])
    is_sure = not _wrong_line(row, unit) and not _has_lost_letters(row, unit)
    is_sure = is_sure or row.state is Translation.MACHINE
    return Accepted(unit, row.words, _state(row, unit) if is_sure else Translation.DRAFT)


def waits(workshop: Workshop, refused: Refused) -> bool:
    """Whether a person has still to look at a refused line: its words do not stand there yet."""
    unit = unit_of(workshop, refused.row.id)
    return unit is None or unit.words != refused.row.words or unit.state is Translation.STALE


def _wrong_line(row: Returned, unit: Unit) -> Reason | None:
    """Why this may not be the translation of what stands there now."""
    basis, _ = _stamp(row)
    if basis and basis != unit.basis:
        return Reason.CHANGED
    if row.original is not None and loosely(row.original) != loosely(unit.original):
        return Reason.OTHER if basis else Reason.CHANGED
    if not basis and row.original is None:
        return Reason.OTHER
    return Reason.BROKEN if UNIT_ID.search(row.words) else None


def _wrong_words(row: Returned, unit: Unit) -> Reason | None:
    """Why a person should look at the words before they are taken."""
    if row.words != unit.words and not _may_go(row, unit):
        return Reason.TYPED
    if row.state is Translation.MACHINE and unit.words and unit.state is not Translation.MACHINE:
        return Reason.MACHINE
    is_copy = loosely(row.words) == loosely(unit.original)
    if is_copy and row.state not in (*DONE, Translation.DRAFT):
        return Reason.SAME
    if len(row.words) > room_for(unit.text):
        return Reason.LONG
    return Reason.LETTERS if _has_lost_letters(row, unit) else None


def _has_lost_letters(row: Returned, unit: Unit) -> bool:
    return bool(_LOST.search(row.words) and not _LOST.search(unit.original))


def _stamp(row: Returned) -> tuple[str, str]:
    """The fingerprints of original and translation when the line was written; "" if lost."""
    found = STAMP.fullmatch(row.stamp)
    return (found[1], found[2]) if found else ("", "")


def _may_go(row: Returned, unit: Unit) -> bool:
    """Whether the words that stand there may be replaced: nobody has written them since."""
    _, before = _stamp(row)
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


def _why_unknown(workshop: Workshop, id: str) -> Reason:
    if not is_known(workshop, id):
        return Reason.UNKNOWN
    found = UNIT_ID.fullmatch(id)
    assert found
    row = workshop.find(NOUNS[found[1]], found[2])
    return Reason.TURNED if row and getattr(row, found[3]).get(found[4]) else Reason.GONE


def is_known(workshop: Workshop, id: str) -> bool:
    """Whether this is a text of the session, or was one."""
    found = UNIT_ID.fullmatch(id)
    row = workshop.named(found[1], found[2]) if found and found[1] in NOUNS else None
    return bool(found and row and found[3] in translated_fields(type(row)))


def loosely(words: str) -> str:
    """`words` but for how they are spaced, which tools change."""
    return " ".join(writable(tidy(words)).split())
