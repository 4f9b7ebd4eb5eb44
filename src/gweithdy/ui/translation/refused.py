"""What was refused of the files that came back, for as long as the window is open; and as text."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from gweithdy.domain.ids import Id
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.translating import UNIT_ID, Unit, unit_of
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.returned import REASONS, Refused, loosely, waits
from gweithdy.language.words import Words


class Kept(QObject):
    """The lines that were refused, by session, each once; `changed` when there are more."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._refused: dict[Id, dict[tuple[str, str], Refused]] = {}

    def add(self, session: Id, some: Iterable[Refused]) -> None:
        """Keep these of a session."""
        kept = self._refused.setdefault(session, {})
        kept.update({(each.row.id, each.row.words): each for each in some})
        self.changed.emit()

    def of(self, workshop: Workshop) -> list[Refused]:
        """Those of a session that nobody has taken, with the texts as they stand now."""
        kept = self._refused.get(workshop.id, {}).values()
        return [each for each in kept if waits(workshop, each)]


def language_of(id: str) -> Language:
    """The language that a line of a file is in."""
    found = UNIT_ID.fullmatch(id)
    return Language(found[4]) if found else Language.CY


def parts_of(words: Words, refused: Refused, now: Unit | None) -> list[tuple[str, str]]:
    """What a person has to know of a line, each with its name; `now` is its text as it stands."""
    into, tr = language_of(refused.row.id), words.tr
    source, target = f" ({LANGUAGE_NAMES[into.other]})", f" ({LANGUAGE_NAMES[into]})"
    sent = refused.row.original or ""
    original = now.original if now else sent
    parts = [
        (tr("Why"), tr(REASONS[refused.reason])),
        (tr("Original") + source, original),
        # What was translated, where that is not what stands there by now.
        (tr("Original in the file") + source, "" if loosely(sent) == loosely(original) else sent),
        (tr("What stands here") + target, now.words if now else ""),
        (tr("What came back") + target, refused.row.words),
    ]
    return [(name, said) for name, said in parts if said]


def as_text(words: Words, workshop: Workshop, some: Iterable[Refused]) -> str:
    """The list for a file: a paragraph for each line."""
    return "\n".join(_paragraph(words, workshop, each) for each in some)


def _paragraph(words: Words, workshop: Workshop, refused: Refused) -> str:
    unit = unit_of(workshop, refused.row.id)
    where = words.tr(unit.declared.label) if unit else refused.row.id
    lines = [f"{name}: {said}" for name, said in parts_of(words, refused, unit)]
    return "\n".join((where, *lines, ""))
