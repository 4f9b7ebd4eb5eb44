"""The line over the board that narrows it down, and says how many cards are found."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sources import known_sources, source_name
from gweithdy.ui.announce import AtRest
from gweithdy.ui.board.filter import Query
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.tips import tip_with_keys


class FilterBar(QWidget):
    """`changed` when something else is looked for, `left` when Esc is pressed in it."""

    changed = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.kind = QuietBox(9)
        self.source = QuietBox(11)
        self.untranslated = QCheckBox()
        self.found = label("quiet")
        self._sources: list[str] = []
        self._is_asked = False
        self._told = AtRest(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.kind)
        row.addWidget(self.source)
        row.addWidget(self.untranslated)
        row.addWidget(self.found)
        for _ in range(len(CardKind)):
            self.kind.addItem("")
        self.text.installEventFilter(self)
        self.text.returnPressed.connect(self.left)
        for asked in (
            self.text.textChanged,
            self.kind.currentIndexChanged,
            self.source.currentIndexChanged,
            self.untranslated.toggled,
        ):
            asked.connect(self._on_asked)
        self.show_sources(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.text.setPlaceholderText(tr("Find cards"))
        what = tr(COMMANDS["board.find"].text)
        self.text.setAccessibleName(what)
        tip_with_keys(self.text, self._words, what, "board.find")
        self.kind.call(tr("Kind of barrier"))
        self.source.call(tr("Where it was said"))
        self.untranslated.setText(tr("Translation needed"))
        self.kind.setItemText(0, tr("All kinds"))
        for row, kind in enumerate(CardKind):
            if row:
                self.kind.setItemText(row, tr(CARD_KIND_LABELS[kind]))
        self.source.setItemText(0, tr("Everywhere"))
        for row, source in enumerate(self._sources, 1):
            self.source.setItemText(row, source_name(self._words, source))

    def show_sources(self, workshop: Workshop | None) -> None:
        """Offer the sources of a session; what is looked for stays, if it is still there."""
        looked_for, self._sources = self.query().source, known_sources(workshop)
        with QSignalBlocker(self.source):
            self.source.clear()
            self.source.addItems([""] * (len(self._sources) + 1))
            if looked_for in self._sources:
                self.source.setCurrentIndex(self._sources.index(looked_for) + 1)
        self.retranslate()

    def offers(self, source: str) -> bool:
        """Whether cards from `source` can be looked for."""
        return not source or source in self._sources

    def query(self) -> Query:
        """What is looked for."""
        kind, source = self.kind.currentIndex(), self.source.currentIndex()
        return Query(
            self.text.text(),
            list(CardKind)[kind] if kind > 0 else None,
            self._sources[source - 1] if source > 0 else "",
            self.untranslated.isChecked(),
        )

    def clear(self) -> None:
        """Look for everything again."""
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self.source.setCurrentIndex(0)
        self.untranslated.setChecked(False)

    def show_found(self, found: int, total: int) -> None:
        """Say how many cards are found, or how many there are."""
        if self.query():
            many = self._words.ntr("{n} card found", "{n} cards found", found)
        else:
            many = self._words.ntr("{n} card", "{n} cards", total)
        self.found.setText(many)
        # Not what a card more or less on the board makes of it.
        if self._is_asked:
            self._told.say(many)

    def _on_asked(self) -> None:
        self._is_asked = True
        self.changed.emit()
        self._is_asked = False

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_key(event, "window.leave"):
                self.clear()
                self.left.emit()
                return True
            if is_key(event, "board.found"):
                self.left.emit()
                return True
        return False
