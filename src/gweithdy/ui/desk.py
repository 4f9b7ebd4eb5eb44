"""The desk: the one door through which every change of the open library passes."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from gweithdy.domain.change import Edit
from gweithdy.domain.history import History
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.workshop import Catalogue, Rows, Workshop


class Library(Protocol):
    """What the desk needs of a library; `storage.library.Library` is one."""

    def catalogue(self) -> Catalogue: ...
    def workshop(self, session: Id) -> Workshop: ...
    def write(self, edit: Edit) -> None: ...


def utc_now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


class Desk(QObject):
    """The open library, the open session, and the history of what was done to them.

    `changed` carries the ids that have new values; every page redraws what it shows of them.
    `leaving` says that the open session is about to be put back, so that what is half typed still
    goes into it; `opened` that another session, or none, is open. `saved` carries the edit that is
    now on disk, `refused` the Problem of one that is not, `undone` one that was taken back.
    """

    leaving = Signal()
    changed = Signal(frozenset)
    opened = Signal()
    saved = Signal(object)
    undone = Signal(object)
    refused = Signal(object)

    def __init__(self, library: Library, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._library = library
        self.now = now
        self.catalogue = library.catalogue()
        self.workshop: Workshop | None = None
        self.history = History()

    def open(self, session: Id) -> None:
        """Take a session off the shelf. Raises Problem if it cannot be read."""
        self.leaving.emit()
        self.workshop = self._library.workshop(session)
        self.history.keep_only(session)
        self.opened.emit()

    def close(self) -> None:
        """Put the open session back."""
        self.leaving.emit()
        self.workshop = None
        self.history.keep_only("")
        self.opened.emit()

    def do(self, edit: Edit) -> bool:
        """Carry out `edit`; True once it is on disk. Otherwise nothing has changed."""
        if not edit:
            return True
        back = self._rows(edit).reverse(edit, self.catalogue)
        if not self._write(edit):
            return False
        self.history.add(edit, back)
        self._tell(edit)
        return True

    def undo(self) -> None:
        """Bring back what was before the last step."""
        step = self.history.next_undo
        if step and self._write(step.back):
            self.history.undone()
            self._tell(step.back)
            self.undone.emit(step.edit)

    def redo(self) -> None:
        """Do the step again that was last undone."""
        step = self.history.next_redo
        if step and self._write(step.again):
            self.history.redone()
            self._tell(step.again)

    def _rows(self, edit: Edit) -> Rows:
        if self.workshop and edit.session == self.workshop.id:
            return self.workshop
        return self.catalogue

    def _write(self, edit: Edit) -> bool:
        try:
            self._library.write(edit)
        except Problem as problem:
            self.refused.emit(problem)
            return False
        self.catalogue.take(edit)
        if self.workshop:
            self.workshop.take(edit)
        return True

    def _tell(self, edit: Edit) -> None:
        self.changed.emit(frozenset(change.id for change in edit.changes))
        self.saved.emit(edit)
