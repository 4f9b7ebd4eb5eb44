"""What is kept back from a pack: names without consent, e-mail addresses and telephone numbers.

They are looked for in every word of a person's that a pack prints, wherever it stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.addresses import EMAIL, PHONE, UNSEEN
from gweithdy.pack.names import Names, Span
from gweithdy.pack.runs import Run, Thing, Voice
from gweithdy.pack.walking import with_runs

T = TypeVar("T")


class Private(StrEnum):
    """The kinds of what is kept back."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"


PRIVATE_LABELS = {
    Private.NAME: N_("Name without consent"),
    Private.EMAIL: N_("E-mail address"),
    Private.PHONE: N_("Telephone number"),
}
MARKS = {
    Private.NAME: N_("[name not printed]"),
    Private.EMAIL: N_("[e-mail address not printed]"),
    Private.PHONE: N_("[telephone number not printed]"),
}


class Choice(StrEnum):
    """What becomes of something that was found."""

    MARK = "mark"
    LEAVE_OUT = "leave-out"
    PRINT = "print"


CHOICE_LABELS = {
    Choice.MARK: N_("Print a mark in its place"),
    Choice.LEAVE_OUT: N_("Leave out"),
    Choice.PRINT: N_("Print"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something private: `words`, the `text` in which they stand, and what that belongs to.

    The same words in the same text are found once, however often a pack prints that text.
    """

    kind: Private
    words: str
    text: str
    thing: Thing | None = None
    language: Language | None = None
    """Of the `text`."""

    @property
    def key(self) -> tuple[str, str]:
        """What a person chooses about."""
        return self.words, self.text

    @property
    def where(self) -> str:
        """What the text is, as a catalogue text; "" where that has no name."""
        return NOUNS[self.thing.noun].noun.label if self.thing else ""


Choose = Callable[[Found], Choice]


def marked(_found: Found) -> Choice:
    """What becomes of everything unless somebody chose otherwise."""
    return Choice.MARK


class KeptBack:
    """Takes what is private out of pieces of a document, and remembers what it found."""

    def __init__(self, names: Names, choose: Choose) -> None:
        self._names = names
        self._choose = choose
        self._found: dict[tuple[str, str], Found] = {}

    @property
    def found(self) -> tuple[Found, ...]:
        """What was found so far, each once, also what is to be printed."""
        return tuple(self._found.values())

    def out_of(self, piece: T, thing: Thing | None = None) -> T:
        """`piece` as it may be printed; `thing` is what it belongs to, if it does not say so."""
        return with_runs(piece, self._run, thing)

    def _run(self, run: Run, thing: Thing | None) -> Run:
        if run.voice is Voice.OURS:
            return run
        kept: list[str] = []
        place = 0
        for kind, (start, end) in self._spans(run):
            found = Found(kind, run.text[start:end], run.text, thing, run.language)
            found = self._found.setdefault(found.key, found)
            kept.append(run.text[place:start])
            place = end
            match self._choose(found):
                case Choice.MARK:
                    kept.append(Words(run.language).tr(MARKS[kind]))
                case Choice.PRINT:
                    kept.append(found.words)
                case Choice.LEAVE_OUT:
                    # No two spaces where the words stood, and none before a full stop.
                    after = run.text[place : place + 1]
                    place += after == " "
                    if not after.isalnum() and after != " ":
                        kept[-1] = kept[-1].rstrip(" ")
        return replace(run, text="".join((*kept, run.text[place:]))) if kept else run

    def _spans(self, run: Run) -> list[tuple[Private, Span]]:
        found = sorted(self._all_spans(run), key=lambda each: each[1][0])
        return [
            each
            for place, each in enumerate(found)
            # The name in an address goes with the address.
            if all(before[1][1] <= each[1][0] for before in found[:place])
        ]

    def _all_spans(self, run: Run) -> Iterator[tuple[Private, Span]]:
        if not UNSEEN.search(run.text):
            yield from self._spans_seen(run)
            return
        # What nobody sees is passed over: a soft hyphen hides no name from whoever reads it.
        places = [n for n, letter in enumerate(run.text) if not UNSEEN.match(letter)]
        seen = "".join(run.text[n] for n in places)
        for kind, (start, end) in self._spans_seen(replace(run, text=seen)):
            yield kind, (places[start], places[end - 1] + 1)

    def _spans_seen(self, run: Run) -> Iterator[tuple[Private, Span]]:
        yield from ((Private.EMAIL, match.span()) for match in EMAIL.finditer(run.text))
        yield from ((Private.PHONE, match.span()) for match in PHONE.finditer(run.text))
        naming = run.voice is Voice.NAMING
        spans = self._names.found(run.text, Language(run.language), naming=naming)
        yield from ((Private.NAME, span) for span in spans)
