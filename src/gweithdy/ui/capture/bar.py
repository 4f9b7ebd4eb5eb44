"""The capture bar: one line in which everything that is said becomes a card, on every page."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Taken, Workshop, after, touches
from gweithdy.edits import board, quotes
from gweithdy.language.detection import guess
from gweithdy.ui.access.language import speak
from gweithdy.ui.announce import announce
from gweithdy.ui.attempt import alter
from gweithdy.ui.capture.box import KINDS, CaptureBox
from gweithdy.ui.capture.paste_notice import PasteNotice
from gweithdy.ui.capture.places import Place, Shelf
from gweithdy.ui.capture.where_box import WhereBox
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import tooltip
from gweithdy.ui.widgets.kind_box import KindBox
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.source_box import SourceBox
from gweithdy.ui.widgets.tips import tip_with_keys

PAUSE = 300
"""Milliseconds without a key after which half-typed words are kept."""

BRIEF, FOLDED = 900, 640
"""Pixels of width at 100 % below which words give way to a symbol, and one line to two."""


class CaptureBar(QFrame):
    """Type, Enter, next. The box is cleared only once the words are on disk.

    `kept` carries the ids of what was kept; `wants_board` asks the window to show where the words
    go, which it carries.
    """

    kept = Signal(list)
    wants_board = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._words = context.words
        self._by_hand: Language | None = None
        self._last: Language | None = None
        self._before: QWidget | None = None
        self.setProperty("role", "bar")
        self.where = WhereBox()
        self.kind = KindBox(context)
        self.source = SourceBox(context)
        self.box = CaptureBox()
        self.chip = button("chip")
        self.chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.to_board = button("quiet")
        self.pasted = PasteNotice(context)
        self._draft = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_session()
        self.box.setText(context.settings.get("draft"))

    def focus_box(self) -> None:
        """Let the person type now; Esc brings them back to where they were."""
        focused = QApplication.focusWidget()
        if focused is not self.box:
            self._before = focused
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def language(self) -> Language:
        """The language the words will be kept in."""
        return self._by_hand or guess(self.box.text()) or self._fallback()

    def retranslate(self) -> None:
        """Texts in the language of now; what is typed stays."""
        tr = self._words.tr
        self.where.call(tr("Where it goes"))
        tip_with_keys(
            self.where,
            self._words,
            tr("Where it goes"),
            "capture.lane",
            "capture.quote",
            "capture.parked",
        )
        self.kind.call(tr("Kind of barrier"))
        tip_with_keys(self.kind, self._words, tr("Kind of barrier"), *KINDS)
        self.source.call(tr("Where it was said"))
        self.source.setToolTip(tr("Where it was said: room, online or a table"))
        self.box.call(tr("What was said"), tr("What was said? Type it and press Enter"))
        self.box.setAccessibleDescription(tr(N_("Type it and press Enter")))
        self.chip.setToolTip(tooltip(self._words, "capture.language"))
        self.to_board.setToolTip(tr("Show the cards"))
        self.to_board.setAccessibleName(tr("Board"))
        self.pasted.retranslate()
        self.kind.retranslate()
        self.source.retranslate()
        self.where.show_places(self._desk.workshop, self._words)
        self._show_typed()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keep(self) -> bool:
        """Keep what is typed; several pasted lines become a card each."""
        return self._keep([line for line in self.box.text().splitlines() if line.strip()])

    def keep_whole(self) -> bool:
        """Keep what is typed as one card, however many lines it has."""
        return self._keep([self.box.text()] if self.box.text().strip() else [])

    def _keep(self, texts: list[str]) -> bool:
        if not texts:
            return False
        lines = [(words, self._by_hand or guess(words) or self._fallback()) for words in texts]
        edit = alter(self._desk, lambda workshop: self._edit(workshop, lines))
        if edit is None:
            return False
        self._last = lines[-1][1]
        self._by_hand = None
        # Not `clear`: that is a step of the box's own undo, and Ctrl+Z would write the words again.
        self.box.setText("")
        self._keep_draft()
        self.kept.emit(list(dict.fromkeys(change.id for change in edit.changes)))
        return True

    def _edit(self, workshop: Workshop, lines: list[tuple[str, Language]]) -> Edit:
        place = self.where.place()
        plain = [(words, str(language)) for words, language in lines]
        if place.shelf is Shelf.QUOTE:
            return quotes.add(workshop, Quote, plain)
        if place.shelf is Shelf.PARKED:
            return quotes.add(workshop, Parked, plain)
        kind = self.kind.kind() if place.has_kinds else CardKind.NONE
        source = self.source.source()
        return board.add_cards(workshop, plain, place.lane, kind, source, self._desk.now())

    def _fallback(self) -> Language:
        chosen = self._context.settings.get("capture_language")
        return Language(chosen) if chosen else self._last or self._words.language

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        for part in (self.where, self.kind, self.source, self.box, self.chip, self.to_board):
            self._row.addWidget(part)
        self._row.setStretchFactor(self.box, 1)
        for made in (self.chip, self.to_board):
            made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.pasted)
        column.addLayout(self._row)
        self._column = column

    def _fit(self) -> None:
        """In a narrow window, or at a large scale, words give way; then the box has its own line.

        Whether kinds can be chosen does not matter: another lane must not move the box.
        """
        theme, tr = self._context.theme, self._words.tr
        brief = self.width() < theme.px(BRIEF)
        self.box.setMinimumWidth(theme.px(150))
        self.to_board.setText("" if brief else tr("Board"))
        self.to_board.setIcon(theme.icon("columns-3") if brief else QIcon())
        self.to_board.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._fold(narrow=self.width() < theme.px(FOLDED))

    def _fold(self, *, narrow: bool) -> None:
        if narrow == (self._column.indexOf(self.box) >= 0):
            return
        had_focus = self.box.hasFocus()
        if narrow:
            self._row.removeWidget(self.box)
            self._column.addWidget(self.box)
        else:
            self._column.removeWidget(self.box)
            self._row.insertWidget(3, self.box, 1)
        if had_focus:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        box = self.box
        box.entered.connect(self.keep)
        box.whole.connect(self.keep_whole)
        box.left.connect(self._leave)
        box.lane_asked.connect(self.where.choose_lane)
        box.quote_asked.connect(lambda: self.where.choose((Shelf.QUOTE, "")))
        box.parking_asked.connect(lambda: self.where.choose((Shelf.PARKED, "")))
        # After they have changed what is beside the box, which keeps the focus.
        for asked in (box.lane_asked, box.quote_asked, box.parking_asked):
            asked.connect(lambda *_: announce(self, self.where.place().name))
        box.kind_asked.connect(self._on_kind_asked)
        box.language_asked.connect(self._switch_language)
        box.went.connect(self._keep_draft)
        box.textChanged.connect(self._on_typed)
        self.chip.clicked.connect(self._switch_language)
        self.pasted.lines.clicked.connect(self._on_paste_lines)
        self.pasted.whole.clicked.connect(self._on_paste_whole)
        self.to_board.clicked.connect(lambda: self.wants_board.emit(self.where.place().shelf))
        self.where.changed.connect(self._on_place)
        self.source.chosen.connect(lambda s: self._context.settings.put("capture_source", s))
        self._draft.timeout.connect(self._keep_draft)
        self._desk.opened.connect(self._show_session)
        self._desk.changed.connect(self._on_changed)
        self._context.theme.changed.connect(self._fit)

    def _on_typed(self) -> None:
        if not self.box.text():
            self._by_hand = None
        self._draft.start()
        self._show_typed()

    def _on_kind_asked(self, kind: CardKind) -> None:
        if self.where.place().has_kinds:
            self.kind.show_kind(kind)
            announce(self, self.kind.currentText())

    def _on_place(self, place: Place) -> None:
        self.kind.setVisible(place.has_kinds)

    def _on_paste_lines(self) -> None:
        self.keep()
        self.focus_box()

    def _on_paste_whole(self) -> None:
        self.keep_whole()
        self.focus_box()

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Board, Lane):
            self.where.show_places(self._desk.workshop, self._words)
        if not all(self.source.offers(card.source) for card in after(taken, Card)):
            self.source.show_sources(self._desk.workshop)

    def _show_session(self) -> None:
        self.where.show_places(self._desk.workshop, self._words)
        self.source.show_sources(self._desk.workshop)
        self._on_place(self.where.place())

    def _switch_language(self) -> None:
        self._by_hand = self.language().other
        self._last = self._by_hand
        self._show_typed()
        announce(self, self.chip.accessibleName())

    def _leave(self) -> None:
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.box.clearFocus()

    def _keep_draft(self) -> None:
        self._draft.stop()
        self._context.settings.put("draft", self.box.text())

    def _show_typed(self) -> None:
        """The language chip and, above the line, what will come of several lines."""
        text = self.box.text()
        known = self._by_hand or guess(text) or not text.strip()
        name = LANGUAGE_NAMES[self.language()]
        speak(self.box, self.language())
        self.chip.setText(name if known else f"{name} ?")
        spoken = self._words.tr("Language of these words: {name}", name=name)
        self.chip.setAccessibleName(spoken)
        self.pasted.show_count(sum(1 for line in text.splitlines() if line.strip()))
