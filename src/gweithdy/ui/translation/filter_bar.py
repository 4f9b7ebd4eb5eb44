"""The row over the texts that narrows them down."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gweithdy.domain.worklist import Line
from gweithdy.ui.announce import AtRest
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.pages import PAGES
from gweithdy.ui.translation.filter import LACKING_LABELS, WHICH_LABELS, Query, page_of
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.tips import tip_with_keys
from gweithdy.ui.widgets.wrapping_row import WrappingRow

WIDTH = 140
"""Pixels at 100 % of the box for words: no other with words in it, so that the rest stays."""

LETTERS = 11
"""Of what is looked for, in sight."""


class FilterBar(QWidget):
    """`changed` when something else is looked for, `left` when the keyboard goes to the texts."""

    changed = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._theme = context.theme
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.which = ChoiceBox(context.words, WHICH_LABELS)
        self.lacking = ChoiceBox(context.words, LACKING_LABELS)
        self.place = QuietBox(LETTERS)
        for box in (self.which, self.lacking):
            # Not as wide as the longest of its choices: a row of them is to stay a row.
            box.setSizeAdjustPolicy(self.place.sizeAdjustPolicy())
            box.setMinimumContentsLength(LETTERS)
        self.found = label("quiet")
        self._places: list[tuple[str, bool]] = []
        self._is_asked = False
        self._told = AtRest(self)
        row = WrappingRow((self.text, self.which, self.lacking, self.place, self.found))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.text.installEventFilter(self)
        self.text.returnPressed.connect(self.left)
        for asked in (
            self.text.textChanged,
            self.which.currentIndexChanged,
            self.lacking.currentIndexChanged,
            self.place.currentIndexChanged,
        ):
            asked.connect(self._on_asked)
        context.theme.changed.connect(self._show_width)
        self._show_width()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        what = tr(COMMANDS["translation.find"].text)
        self.text.setPlaceholderText(tr("Find texts"))
        self.text.setAccessibleName(what)
        tip_with_keys(self.text, self._words, what, "translation.find")
        self.which.call(tr("Status"))
        self.lacking.call(tr("Language"))
        self.place.call(tr("Where"))
        with QSignalBlocker(self.which), QSignalBlocker(self.lacking):
            self.which.retranslate()
            self.lacking.retranslate()
        self._show_places()

    def show_places(self, lines: Iterable[Line]) -> None:
        """Offer the pages on which there are texts, and what they are called there."""
        found: dict[str, dict[str, None]] = {}
        for line in lines:
            found.setdefault(page_of(line), {})[line.declared.label] = None
        looked_for = self.query().place
        self._places = []
        for page, kinds in found.items():
            self._places += [(page, True), *((kind, False) for kind in kinds)]
        self._show_places(looked_for)

    def query(self) -> Query:
        """What is looked for."""
        at = self.place.currentIndex()
        place = self._places[at - 1][0] if at > 0 else ""
        return Query(self.text.text().strip(), self.which.value(), self.lacking.value(), place)

    def show_query(self, query: Query) -> None:
        """Look for something else; nobody asked for it here."""
        boxes = (self.text, self.which, self.lacking, self.place)
        blockers = [QSignalBlocker(box) for box in boxes]
        self.text.setText(query.words)
        self.which.show_value(query.which)
        self.lacking.show_value(query.lacking)
        self._choose(query.place)
        del blockers
        self.changed.emit()

    def show_found(self, shown: int) -> None:
        """Say how many texts are shown."""
        many = self._words.ntr("{n} text shown", "{n} texts shown", shown)
        self.found.setText(many if self.query() else "")
        # Not what a text more or less in the session makes of it.
        if self._is_asked:
            self._told.say(many)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_key(event, "window.leave"):
                self.text.clear()
                self.left.emit()
                return True
            if is_key(event, "translation.found"):
                self.left.emit()
                return True
        return False

    def _show_places(self, looked_for: str = "") -> None:
        tr = self._words.tr
        looked_for = looked_for or self.query().place
        with QSignalBlocker(self.place):
            self.place.clear()
            self.place.addItem(tr("Everywhere"))
            for place, is_page in self._places:
                self.place.addItem(tr(PAGES[place].title) if is_page else f"   {tr(place)}")
            self._choose(looked_for)

    def _choose(self, place: str) -> None:
        known = [each for each, _ in self._places]
        self.place.setCurrentIndex(known.index(place) + 1 if place in known else 0)

    def _show_width(self) -> None:
        self.text.setFixedWidth(self._theme.px(WIDTH))

    def _on_asked(self) -> None:
        self._is_asked = True
        self.changed.emit()
        self._is_asked = False
