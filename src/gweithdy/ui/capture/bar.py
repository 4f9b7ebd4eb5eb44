"""The capture bar: one line in which everything that is said becomes a card, on every page."""

from PySide6.QtCore import Qt, Signal

from gweithdy.domain.text import Language
from gweithdy.language.dictionaries import dictionary
from gweithdy.ui.announce import announce
from gweithdy.ui.attempt import alter
from gweithdy.ui.capture.advice import Advice
from gweithdy.ui.capture.box import BREAK
from gweithdy.ui.capture.chords import Chords
from gweithdy.ui.capture.codes import Coded
from gweithdy.ui.capture.form import CaptureForm
from gweithdy.ui.capture.half_typed import HalfTyped
from gweithdy.ui.capture.said import Line, kept
from gweithdy.ui.capture.spoken import Spoken
from gweithdy.ui.capture.way_back import WayBack
from gweithdy.ui.context import Context
from gweithdy.ui.idle import Idle


class CaptureBar(CaptureForm):
    """Type, Enter, next. The box is cleared only once the words are on disk.

    `kept` carries the ids of what was kept; `wants_board` asks the window to show where the words
    go, which it carries; `left` to take the keyboard back, which was nowhere else before.
    `arrival_asked` carries what was pasted, to be looked at before it is kept, and the lane that is
    chosen.
    """

    kept = Signal(list)
    wants_board = Signal(str)
    arrival_asked = Signal(str, str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._desk = context.desk
        self._way_back = WayBack(self)
        self._typed = ""
        self._half_typed = HalfTyped(self.box, context.settings)
        self._spoken = Spoken(context)
        self._chords = Chords(self, context)
        self._advice = Advice(self, context)
        self._connect()
        self._show_session()
        self.retranslate()
        # Else the first word would wait for them.
        Idle(self).begin(None for language in Language if dictionary(language))

    def focus_box(self) -> None:
        """Let the person type now; Esc brings them back to where they were."""
        self._way_back.remember()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def language(self) -> Language:
        """The language the words will be kept in."""
        return self._spoken.of(self.coded())

    def retranslate(self) -> None:
        super().retranslate()
        self._advice.begin()
        self._show_typed()
        self._fit()

    def keep(self) -> bool:
        """Keep what is typed; several pasted lines become a card each.

        A chat or a table is looked at first: it holds names, and may hold private messages.
        """
        lines = [line for line in self.box.text().split("\n") if line.strip()]
        return self._keep(self.pasted.items(lines) if len(lines) > 1 else lines)

    def keep_whole(self) -> bool:
        """Keep what is typed as one card, however many lines it has; a chat as in `keep`."""
        return self._keep([self.box.text()] if self.box.text().strip() else [])

    def forget(self, text: str) -> None:
        """Empty the box if `text` is still in it: it has become cards."""
        if self.box.text() == text:
            self._clear()

    def _look(self) -> None:
        self.arrival_asked.emit(self.box.text(), self.where.place().lane)

    def _keep(self, texts: list[str]) -> bool:
        if self.pasted.is_from_elsewhere(self.box.text()):
            self._look()
            return False
        read = [self.read(text) for text in texts]
        lines = [self._line(coded) for coded in read if coded.words.strip()]
        if not lines:
            return self._set_out(read)
        now, author = self._desk.now(), self._desk.author
        edit = alter(self._desk, lambda workshop: kept(workshop, lines, now, author))
        if edit is None:
            return False
        self._spoken.go_on(lines[-1].language)
        self._clear()
        self._advice.doubt_last(lines[-1], [coded.stray for coded in read if coded.stray])
        self._show_under()
        self.kept.emit(list(dict.fromkeys(change.id for change in edit.changes)))
        return True

    def _set_out(self, read: list[Coded]) -> bool:
        """Codes without words hold from now on. Whether there were any."""
        if not any(read):
            return False
        for coded in read:
            self.choose(coded)
            self._spoken.go_on(coded.language)
        announce(self, ", ".join(self.meaning(read[-1])))
        self._clear()
        return True

    def _line(self, coded: Coded) -> Line:
        return Line(coded.words.replace(BREAK, "\n"), self._spoken.of(coded), self.said(coded))

    def _clear(self) -> None:
        self._advice.hush()
        self._spoken.begin()
        self._chords.begin()
        # Not `clear`: that is a step of the box's own undo, and Ctrl+Z would write the words again.
        self.box.setText("")
        self._half_typed.keep()

    def _connect(self) -> None:
        box = self.box
        box.asked.connect(self._on_asked)
        box.left.connect(self._leave)
        box.went.connect(self._show_under)
        box.came.connect(self._show_under)
        box.textChanged.connect(self._on_typed)
        box.cursorPositionChanged.connect(self._show_under)
        self.chip.clicked.connect(self._switch_language)
        for made, kept_so in ((self.pasted.lines, self.keep), (self.pasted.whole, self.keep_whole)):
            made.clicked.connect(kept_so)
            made.clicked.connect(self.focus_box)
        self.pasted.look.clicked.connect(self._look)
        self.to_board.clicked.connect(lambda: self.wants_board.emit(self.where.place().shelf))
        self.source.chosen.connect(lambda s: self._context.settings.put("capture_source", s))
        self.source.entered.connect(self.focus_box)
        self._half_typed.rested.connect(self._on_rest)
        self._desk.opened.connect(self._show_session)

    def _on_asked(self, command: str, place: int) -> None:
        match command:
            case "capture.keep":
                self.keep()
            case "capture.whole":
                self.keep_whole()
            case "capture.complete":
                self._advice.complete()
            case "capture.language":
                self._switch_language()
            case _:
                self._chords.choose(command, place)

    def _on_typed(self) -> None:
        # Marking a word that is misspelt is a change for Qt too.
        if self.box.text() == self._typed:
            return
        self._typed = self.box.text()
        if not self._typed:
            self._spoken.begin()
        self._advice.begin()
        self._half_typed.wait()
        self._show_typed()

    def _on_rest(self) -> None:
        coded = self.coded()
        if coded.words.strip():
            self._advice.rest(self._line(coded))
            self._show_under()

    def _show_session(self) -> None:
        workshop = self._desk.workshop
        self._half_typed.open(workshop.id if workshop else "")
        self.show_sources()
        self._show_typed()

    def _switch_language(self) -> None:
        self._spoken.switch(self.coded())
        self._show_typed()
        announce(self, self.chip.accessibleName())

    def _leave(self) -> None:
        if not self._way_back.go():
            self.box.clearFocus()
            self.left.emit()

    def _show_typed(self) -> None:
        """The language chip and, above the line, what will come of several lines."""
        coded = self.coded()
        is_sure = self._spoken.is_known(coded) or not coded.words.strip()
        self.show_language(self._spoken.of(coded), is_sure=is_sure)
        self.pasted.show_text(self.box.text())
        self._show_under()

    def _fit(self) -> None:
        super()._fit()
        self._show_under()

    def _show_naming(self) -> None:
        super()._show_naming()
        self._show_under()

    def _show_under(self) -> None:
        self._advice.show()
