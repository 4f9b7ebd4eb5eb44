"""The desk: the one door through which every change of the open library passes."""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gweithdy.domain.agenda import Block
from gweithdy.domain.change import Committed, Edit, Overtaken, Turn
from gweithdy.domain.clock import Clock, utc_now
from gweithdy.domain.entity import Entity, known_by
from gweithdy.domain.history import Earlier, History, remembered
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session, Status
from gweithdy.domain.workshop import Catalogue, Rows, Taken, Workshop


class Library(Protocol):
    """What the desk needs of a library; one in `storage.library`, or a `storage.glance` at it."""

    def catalogue(self) -> Catalogue: ...
    def workshop(self, session: Id, nouns: Sequence[type[Entity]] = OWNED) -> Workshop: ...
    def past(self, session: Id, upto: int) -> list[Earlier]: ...
    def write(self, edit: Edit) -> int: ...
    def follow(self, follower: Callable[[Committed], None]) -> Callable[[], None]: ...


IN_SIGHT = 50
"""Milliseconds after which a session that was opened is in sight, and its history is read."""

Remember = Callable[[Edit, Edit], None]
"""What the history does with an edit that is on disk, and the one that brings back what was."""


class Desk(QObject):
    """The open library, the open session, and the history of what this person did to them.

    Everybody's edits arrive the same way, in the order of the log: this desk's own, those of
    another window, of phones and of imports.

    `changed` carries what was `Taken`, and the `Origin` of who changed it, None for this desk;
    every page redraws what it shows of it. `settling` asks for what is half typed,
    `leaving` too, because the open session is about to be put back; `opened` says that another
    session, or none, is open, `remembered` that its history is there, which comes after it at the
    start. `forgotten` says that deleted sessions have gone for good. `saved` carries this desk's
    edit that is now on disk, `told` words that say more of it than its label does; `refused` the
    Problem of one that is not, or of what could not be read, `mended` such a Problem once the
    person has mended or given up what it was about.
    `undone` and `redone` carry the edit that was taken back or done again, and whether a part
    of it was left because somebody else has changed it since.

    `failures` counts the edits that did not reach the disk. `doing` is the edit that is on its way
    there: when `refused` is told of it, who listens can ask what it was.
    """

    settling = Signal()
    leaving = Signal()
    changed = Signal(object, object)
    opened = Signal()
    remembered = Signal()
    forgotten = Signal()
    saved = Signal(object)
    told = Signal(str)
    undone = Signal(object, bool)
    redone = Signal(object, bool)
    refused = Signal(object)
    mended = Signal(object)
    _arrived = Signal()

    def __init__(self, library: Library, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._inbox: deque[Committed] = deque()
        self._mine: list[tuple[Edit, Remember]] = []
        self.failures = 0
        self.doing: Edit | None = None
        self.now = now
        self.author = ""
        self.workshop: Workshop | None = None
        self._history: History | None = None
        self._opened_at = 0
        self._recalling = QTimer(self, singleShot=True, interval=IN_SIGHT)
        self._recalling.timeout.connect(self._recall)
        self._arrived.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
        self._read(library)

    @property
    def seen(self) -> int:
        """The position in the log that is on this person's screen: up to it, all was told here."""
        return self.catalogue.position

    @property
    def history(self) -> History:
        """What this person can undo and redo."""
        if self._history is None:
            self._history = self._past()
        return self._history

    @property
    def is_undoable(self) -> bool:
        """Whether there is a step to undo, as far as the history has been read."""
        return self._history is not None and self._history.next_undo is not None

    @property
    def is_redoable(self) -> bool:
        """Whether there is a step to do again, as far as the history has been read."""
        return self._history is not None and self._history.next_redo is not None

    def go_on(self, library: Library) -> None:
        """Go on with the library of which there was a glance; only what is other is read anew.

        Raises Problem if the open session cannot be read.
        """
        seen = self.seen
        self._read(library)
        if self.seen != seen and self.workshop:
            still_there = self.catalogue.find(Session, self.workshop.id)
            self.workshop = library.workshop(self.workshop.id) if still_there else None
        self._begin_history()
        if self.seen != seen:
            self.opened.emit()

    def open(self, session: Id) -> None:
        """Take a session off the shelf. Raises Problem if it cannot be read."""
        self.leaving.emit()
        # What comes along with the session has then been told here too, and so was seen.
        self._take_in()
        self.workshop = self._library.workshop(session)
        self._begin_history()
        self.opened.emit()

    def close(self) -> None:
        """Put the open session back."""
        self.leaving.emit()
        self.workshop = None
        self.history.keep_only("")
        self.opened.emit()

    def named(self, noun: str, id: Id) -> Entity | None:
        """What this noun's name and id mean in the open session or the library, deleted or not."""
        inside = self.workshop.named(noun, id) if self.workshop else None
        return inside or self.catalogue.named(noun, id)

    def do(self, edit: Edit) -> bool:
        """Carry out `edit`; True once it is on disk. Otherwise nothing has changed."""
        return not edit or self._write(edit, self.history.add)

    def undo(self) -> None:
        """Bring back what was before this person's last step; what is others' by now stays."""
        self.settling.emit()
        self._up_to_date(self._undo)

    def redo(self) -> None:
        """Do the step again that was last undone."""
        self.settling.emit()
        self._up_to_date(self._redo)

    def running_elsewhere(self) -> Iterator[Workshop]:
        """Other sessions whose day has been started: their blocks and clocks, and nothing else."""
        for session in self.catalogue.of(Session):
            is_open = self.workshop is not None and session.id == self.workshop.id
            if session.status is Status.RUNNING and not is_open:
                with suppress(Problem):
                    yield self._library.workshop(session.id, (Block, Clock))

    def forget(self, sessions: Collection[Id]) -> None:
        """Deleted `sessions` have gone for good: nothing of them is undone or restored."""
        self.catalogue.forget(Session, sessions)
        self.history.forget_about(sessions)
        self.remembered.emit()
        self.forgotten.emit()

    def receive(self, committed: Committed) -> None:
        """Take in what somebody else did. It is no step of this person's undo."""
        taken = self._take(committed)
        self.history.beside(committed.edit)
        self.changed.emit(taken, committed.edit.origin)

    def _read(self, library: Library) -> None:
        self._library = library
        # Before the catalogue is read: what is written in between is then in one of the two.
        self.leave_library = library.follow(self._on_committed)
        self.catalogue = library.catalogue()

    def _begin_history(self) -> None:
        # Once the session is in sight, or when it is first asked for.
        self._history = None
        self._opened_at = self.seen
        self._recalling.start()

    def _recall(self) -> None:
        if self._history is None:
            self._history = self._past()
        self.remembered.emit()

    def _past(self) -> History:
        """The history of the open session as the log tells it: it survives a restart."""
        session = self.workshop.id if self.workshop else ""
        try:
            told = self._library.past(session, self._opened_at)
        except Problem as problem:
            # Without its past a session can be worked on all the same.
            self.refused.emit(problem)
            return History()
        history = remembered(map(self._named, told))
        history.keep_only(session)
        return history

    def _named(self, earlier: Earlier) -> Earlier:
        """With the words of the thing that it was about: the log keeps none beside the label."""
        first = earlier.edit.changes[0]
        entity = self.named(first.entity, first.id)
        about = known_by(entity) if entity else ""
        edit, before = (replace(each, about=about) for each in (earlier.edit, earlier.before))
        return replace(earlier, edit=edit, before=before)

    def _up_to_date(self, work: Callable[[], None]) -> None:
        """Do `work` once all that others wrote is taken in, and again if they just wrote more."""
        while True:
            self._take_in()
            with suppress(Overtaken):
                return work()

    def _undo(self) -> None:
        step = self.history.next_undo
        if step is None:
            return
        if not step.back:
            self.history.given_up()
            self.undone.emit(step.edit, True)
        elif self._write(step.back, lambda _edit, _back: self.history.undone(), Turn.UNDO):
            self.undone.emit(step.edit, len(step.back.changes) < len(step.before.changes))

    def _redo(self) -> None:
        step = self.history.next_redo
        if step is None:
            return
        if not step.again:
            self.history.given_up(redo=True)
            self.redone.emit(step.edit, True)
        elif self._write(step.again, lambda _edit, _back: self.history.redone(), Turn.REDO):
            self.redone.emit(step.edit, len(step.again.changes) < len(step.edit.changes))

    def _rows(self, edit: Edit) -> Rows:
        if self.workshop and edit.session == self.workshop.id:
            return self.workshop
        return self.catalogue

    def _besides(self, edit: Edit) -> Rows | None:
        """Where else there are rows of `edit`: one of the library may be about this session too."""
        return self.workshop if self._rows(edit) is self.catalogue else self.catalogue

    def _write(self, edit: Edit, remember: Remember, turn: Turn = Turn.STEP) -> bool:
        if turn is Turn.STEP and self.history.goes_on(edit):
            turn = Turn.MORE
        edit = replace(
            edit,
            turn=Turn.FACT if edit.fact else turn,
            author="" if edit.nameless else edit.author or self.author,
            seen=self.seen if edit.seen is None else edit.seen,
        )
        mine = (edit, remember)
        self._mine.append(mine)
        self.doing = edit
        # First, so that it is counted after a fault of ours too.
        self.failures += 1
        try:
            self._library.write(edit)
        except Overtaken:
            self.failures -= 1
            raise
        except Problem as problem:
            self.refused.emit(problem)
            return False
        finally:
            self.doing = None
            # Also after a fault of ours: what was not written is nobody's.
            if all(committed.edit is not edit for committed in tuple(self._inbox)):
                self._mine.remove(mine)
        self.failures -= 1
        self._take_in()
        return True

    def _on_committed(self, committed: Committed) -> None:
        """In the writer's thread: only a note is taken, and the desk's own thread looks at it."""
        self._inbox.append(committed)
        if all(edit is not committed.edit for edit, _ in self._mine):
            self._arrived.emit()

    def _take_in(self) -> None:
        while self._inbox:
            committed = self._inbox.popleft()
            mine = next((each for each in self._mine if each[0] is committed.edit), None)
            if mine is None:
                self.receive(committed)
                continue
            self._mine.remove(mine)
            edit, remember = mine
            # Only now: somebody else's edit that came before it is what undo goes back to.
            back = self._rows(edit).reverse(edit, self._besides(edit))
            taken = self._take(committed)
            remember(edit, back)
            self.changed.emit(taken, None)
            self.saved.emit(edit)

    def _take(self, committed: Committed) -> Taken:
        taken = self.catalogue.catch_up(committed)
        return taken | self.workshop.catch_up(committed) if self.workshop else taken
