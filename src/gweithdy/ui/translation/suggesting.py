"""What was translated before, looked up in a thread of its own for the line that is chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text
from gweithdy.domain.translating import DONE, writable
from gweithdy.domain.worklist import Line
from gweithdy.domain.workshop import Taken
from gweithdy.exchange.memories import pairs_elsewhere
from gweithdy.exchange.translations.tmx import read_tmx
from gweithdy.language.memory import Match, Memories, Pair, both_ways, pairs_in
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job

REST = 60
"""Milliseconds on a line after which it is looked up: not while a key goes through the list."""

Texts = Callable[[], list[Text]]


class Suggesting(QObject):
    """`found` carries the id of a line and its matches; `known` when there is more to look in.

    `texts` gives those of the open session as they are now. What was translated in it is learnt
    anew when a line is looked up after something was written.
    """

    found = Signal(str, object)
    known = Signal()

    def __init__(self, parent: QObject, context: Context, texts: Texts) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = texts
        self._memories = Memories()
        self.file: Path | None = None
        self.in_file: tuple[Pair, ...] = ()
        self._session: Id = ""
        self._is_learnt = self._is_gathered = False
        self._line: Line | None = None
        self._gathering: Job | None = None
        self._looking: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._look)
        desk = context.desk
        desk.changed.connect(self._on_changed)
        desk.opened.connect(self._on_opened)
        desk.forgotten.connect(self._forget_elsewhere)

    def begin(self, session: Id) -> None:
        """Look things up for this session, which is open."""
        if session != self._session:
            self._session, self._memories, self._line = session, Memories(), None
            self._is_learnt = self._is_gathered = False

    def take_file(self, path: Path | None) -> None:
        """Look in the memory at `path` too, until another one is taken, or none."""

        def done(pairs: tuple[Pair, ...]) -> None:
            self.file, self.in_file = path, pairs
            self._forget_elsewhere()

        answers = Answers(failed=self._context.desk.refused.emit, done=done)
        read = (lambda _job: tuple(read_tmx(path))) if path else (lambda _job: ())
        self._context.jobs.start(self, read, answers)

    def ask(self, line: Line) -> bool:
        """Look up `line` once somebody rests on it; False if that was done for the same words."""
        is_other = self._line is None or _sought(line) != _sought(self._line)
        if is_other:
            self._line = line
            self._rest.start()
        return is_other

    def everything(self) -> Callable[[], Memories]:
        """Gives all that is known now, also in another thread."""
        texts, elsewhere = self._texts(), self._memories.elsewhere
        return lambda: Memories(both_ways(pairs_in(texts)), elsewhere)

    def _on_opened(self) -> None:
        # What was translated in the one before is among the others by now.
        self._line, self._is_learnt, self._is_gathered = None, False, False

    def _on_changed(self, taken: Taken) -> None:
        self._is_learnt = False
        if any(isinstance(now, Session) and id != self._session for id, (_, now) in taken.items()):
            self._forget_elsewhere()

    def _forget_elsewhere(self) -> None:
        self._is_gathered = False
        self._rest.start()

    def _gather(self) -> None:
        """Learn what people translated in the other sessions, and what is in the file."""
        self._is_gathered = True
        if self._gathering:
            self._gathering.cancel()
        library, session, in_file = self._context.library, self._session, self.in_file

        def work(job: Job) -> Memories:
            pairs = pairs_elsewhere(library, session, job.cancelled)
            return Memories(elsewhere=both_ways([*pairs, *in_file]))

        def done(gathered: Memories) -> None:
            if session == self._session:
                self._memories = Memories(self._memories.here, gathered.elsewhere)
                self._rest.start()
                self.known.emit()

        answers = Answers(failed=self._context.desk.refused.emit, done=done)
        self._gathering = self._context.jobs.start(self, work, answers)

    def _look(self) -> None:
        line, session, before = self._line, self._session, self._memories
        if line is not None and not self._is_gathered:
            self._gather()
        if line is None or self._looking:
            # The answer of what is under way looks again.
            return
        texts = None if self._is_learnt else self._texts()
        self._is_learnt = True

        def work(_job: Job) -> tuple[Memories, list[Match]]:
            here = before.here if texts is None else both_ways(pairs_in(texts))
            now = Memories(here, before.elsewhere)
            return now, _matches(now, line)

        def done(found: tuple[Memories, list[Match]]) -> None:
            is_same = self._memories is before and self._line is line
            if self._session == session:
                self._memories = Memories(found[0].here, self._memories.elsewhere)
            if is_same:
                self.found.emit(line.id, found[1])
            else:
                # Somebody went on meanwhile, or more was learnt.
                self._rest.start()

        def ended() -> None:
            self._looking = None

        answers = Answers(failed=self._context.desk.refused.emit, done=done, ended=ended)
        self._looking = self._context.jobs.start(self, work, answers)


def _matches(memories: Memories, line: Line) -> list[Match]:
    """How the words of `line`, or words like them, were translated otherwise than there.

    What is done already only shows where the very same words were translated in another way.
    """
    now = writable(line.text.get(line.target))
    found = memories.find(writable(line.text.get(line.target.other)), line.target.other)
    least = 1.0 if line.state in DONE else 0.0
    return [each for each in found if each.words != now and each.score >= least]


def _sought(line: Line) -> tuple[object, ...]:
    return line.id, line.target, line.text.get(line.target.other)
