"""Change and Edit: the one shape in which everything that happens flows through the program."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text


class Place(NamedTuple):
    """One field of one thing: what a Change gives a value to."""

    entity: str
    id: Id
    field: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one thing gets a value.

    `entity` is the noun's name ("card"), `field` a path as in `entity.fields` ("text.cy.words").
    """

    entity: str
    id: Id
    field: str
    value: Value

    @property
    def place(self) -> Place:
        return Place(self.entity, self.id, self.field)


class Origin(StrEnum):
    """Through what an edit came. Each window has its own desk; a desk knows its own edits."""

    WINDOW = "window"
    PHONE = "phone"
    BUNDLE = "bundle"
    IMPORT = "import"
    TRANSLATION = "translation"


class Turn(StrEnum):
    """What an edit is in the history of the person who did it; the log keeps it.

    SET is no step of anybody at this window: an import by command, a phone, what came before
    histories were kept. MORE goes on with the step before it: typing on in the same field.
    """

    SET = "set"
    STEP = "step"
    MORE = "more"
    UNDO = "undo"
    REDO = "redo"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Edit:
    """What one action of a person does: all of its changes or none.

    `label` is a catalogue text that names the action in the undo history; `about` is the person's
    own words that it concerns, shown after a colon in the language of the screen. `session` is the
    session that it belongs to, "" for the library itself. `fact` marks what happened (the clock was
    started): it is recorded but not undoable. `typing` is a name for one visit to a text field:
    edits that carry the same name are one step of undo. `turn` is given by the desk.

    `author` did it ("" if nobody gave a name) and `origin` is what it came through. `seen` is the
    position in the log that was on the author's screen: what was written after it was written
    beside this edit, not before it. None means all that there is when it is written. Undo and redo
    are `strict`: refused with `Overtaken` where something was in their own places. `files` are the
    bytes of files that its changes attach; those that are known already can be left out. The log
    keeps no author of a `nameless` one.
    """

    label: str
    changes: tuple[Change, ...]
    session: Id = ""
    about: Text | str = ""
    fact: bool = False
    typing: str = ""
    author: str = ""
    origin: Origin = Origin.WINDOW
    seen: int | None = None
    turn: Turn = Turn.SET
    files: tuple[bytes, ...] = ()
    nameless: bool = False

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def strict(self) -> bool:
        return self.turn in (Turn.UNDO, Turn.REDO)


class Overtaken(Problem):
    """Somebody else wrote in the meantime; nothing was written of a strict edit."""

    def __init__(self) -> None:
        super().__init__(N_("Somebody else has just changed this. Look again, then go on."))


@dataclass(frozen=True, slots=True)
class Committed:
    """An edit that is on disk. `number` is its place in the log of this library, from 1."""

    edit: Edit
    number: int
