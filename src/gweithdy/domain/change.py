"""Change and Edit: the one shape in which everything that happens flows through the program."""

from dataclasses import dataclass

from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one thing gets a value.

    `entity` is the noun's name ("card"), `field` a path as in `entity.fields` ("text.cy").
    """

    entity: str
    id: Id
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Edit:
    """What one action of a person does: all of its changes or none.

    `label` is a catalogue text that names the action in the undo history; `about` is the person's
    own words that it concerns, shown after a colon. `session` is the session that it belongs to,
    "" for the library itself. `fact` marks what happened (the clock was started): it is recorded
    but not undoable. `typing` is a name for one visit to a text field: edits that carry the same
    name are one step of undo.
    """

    label: str
    changes: tuple[Change, ...]
    session: Id = ""
    about: str = ""
    fact: bool = False
    typing: str = ""

    def __bool__(self) -> bool:
        return bool(self.changes)
