"""Standing: what would become of each message: a new card, one that is there, or none."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, tidy
from gweithdy.edits.arrived import Line
from gweithdy.edits.checks import LONGEST
from gweithdy.exchange.incoming.messages import LEFT_LABELS, Form, Left, Message
from gweithdy.language.detection import guess


class Standing(StrEnum):
    """Whether a message would become a card."""

    NEW = "new"
    KNOWN = "known"
    LEFT = "left"


STANDING_LABELS = {
    Standing.NEW: N_("New"),
    Standing.KNOWN: N_("Already there"),
    Standing.LEFT: N_("Left out"),
}


SOURCES = {Form.FORMS: "before", Form.TABLE: "imported", Form.LINES: "imported"}


def source_of(form: Form) -> str:
    """Where what is in such a file was probably said, until a person says otherwise."""
    return SOURCES.get(form, "online")


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with its `mark`, by which it is known again, and what it would become."""

    message: Message
    mark: str
    standing: Standing
    left: Left | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether a person may want it all the same."""
        return self.left in (None, Left.AROUND, Left.REACTION)

    @property
    def why(self) -> str:
        """Why it is no new card, as a catalogue text; "" for one that is."""
        if self.left:
            return LEFT_LABELS[self.left]
        return "" if self.standing is Standing.NEW else STANDING_LABELS[self.standing]


def judged(messages: Iterable[Message], known: Collection[str]) -> list[Judged]:
    """What each message would become, where those with the marks `known` are there already."""
    times: Counter[str] = Counter()
    found: list[Judged] = []
    for message in messages:
        base = mark_of(message)
        times[base] += 1
        mark = base if times[base] == 1 else f"{base}-{times[base]}"
        left = _left(message)
        there = Standing.KNOWN if mark in known else Standing.NEW
        found.append(Judged(message, mark, Standing.LEFT if left else there, left))
    return found


def mark_of(message: Message) -> str:
    """The same for the same message in each copy of its file; who wrote it does not count.

    Where its source has a number for it, that is all that counts. The second of two that are the
    same in one file is told apart by `judged`.
    """
    stamp = " ".join(message.stamp.casefold().split())
    key = ("id", message.id) if message.id else ("words", stamp, message.words)
    told = unicodedata.normalize("NFC", "\n".join(" ".join(part.split()) for part in key))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:24]


def lines_of(some: Sequence[Judged], fallback: Language, *, named: bool) -> list[Line]:
    """What the verb takes in: each in its own language, or in that of the one before."""
    return list(_lines(some, fallback, named=named))


def _lines(some: Sequence[Judged], language: Language, *, named: bool) -> Iterator[Line]:
    for each in some:
        message = each.message
        language = guess(message.words) or language
        author = message.author if named else ""
        yield Line(
            message.words, language, each.mark, message.line(named=named), author, message.at
        )


def _left(message: Message) -> Left | None:
    if message.left:
        return message.left
    words = tidy(message.words)
    if not any(map(str.isalnum, words)):
        return Left.WORDLESS
    return Left.LONG if len(words) > LONGEST else None
