"""The line over the board that narrows it down and sorts it, and says how many cards are found."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.looks import SORTING_LABELS, Look, Sorting
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.announce import AtRest
from gweithdy.ui.board.filter import Query
from gweithdy.ui.board.looks import LooksMenu, query_of
from gweithdy.ui.board.lying_over import LyingOver
from gweithdy.ui.board.narrowing import Narrowing
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.tab_order import put_as_seen
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.name_field import NameField
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.tips import tip_with_keys

NARROW = 720
"""Pixels at 100 % below which the line has room for words and the filter alone."""

LOW = 700
"""Pixels at 100 % of a window in which the choices lie over the board rather than above it."""


class FilterBar(QWidget):
    """`changed` when something else is looked for or sorted, `left` when Esc is pressed in it.

    `name` is where the name of a view is asked.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, context: Context, name: NameField) -> None:
        super().__init__()
        self._words = context.words
        self._theme = context.theme
        self._is_narrow = False
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.narrowing = Narrowing(context.words)
        self.kind, self.source = self.narrowing.kind, self.narrowing.source
        self.untranslated = self.narrowing.untranslated
        self.more = button("chip")
        self.more.setCheckable(True)
        self.sorting = QuietBox(13)
        for sorting in Sorting:
            self.sorting.addItem("", sorting)
        self.name = name
        self.looks = LooksMenu(context, self.name, lambda: (self.query(), self.sorted_by()))
        self.everything = button("quiet")
        self.found = label("quiet")
        self._is_asked = False
        self.sheet = LyingOver(self.more, context.theme)
        self._told = AtRest(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.text.setPlaceholderText(tr("Find cards"))
        what = tr(COMMANDS["board.find"].text)
        self.text.setAccessibleName(what)
        tip_with_keys(self.text, self._words, what, "board.find")
        self.sorting.call(tr("Order of the cards"))
        for row, sorting in enumerate(Sorting):
            self.sorting.setItemText(row, tr(SORTING_LABELS[sorting]))
        self.narrowing.retranslate()
        self.looks.retranslate()
        self._show_more()

    def show_sources(self, workshop: Workshop | None) -> None:
        """Offer the sources of a session; what is looked for stays, if it is still there."""
        self.narrowing.show_sources(workshop)

    def show_places(self, lanes: Sequence[LaneContents]) -> None:
        """Offer the lanes and themes of a board."""
        self.narrowing.show_places(lanes)

    def offers(self, source: str) -> bool:
        """Whether cards from `source` can be looked for."""
        return self.narrowing.offers(source)

    def query(self) -> Query:
        """What is looked for."""
        return replace(self.narrowing.query(), words=self.text.text())

    def take(self, made: QWidget) -> None:
        """Have another button at the end of the line."""
        self._row.addWidget(made)

    def sorted_by(self) -> Sorting:
        """The order in which cards are shown."""
        return Sorting(self.sorting.currentData())

    def clear(self) -> None:
        """Look for everything again."""
        self._show(Query(), self.sorted_by())

    def show_look(self, look: Look) -> None:
        """Look for what a saved view looks for, in its order."""
        self._show(query_of(look), look.sorting)

    def show_found(self, found: int, total: int) -> None:
        """Say how many cards are found, or how many there are."""
        if self.query():
            many = self._words.ntr(
                "{found} of {n} card", "{found} of {n} cards", total, found=found
            )
        else:
            many = self._words.ntr("{n} card", "{n} cards", total)
        self.found.setText(many)
        # Not what a card more or less on the board makes of it.
        if self._is_asked:
            self._told.say(many)

    def _show(self, query: Query, sorting: Sorting) -> None:
        before = (self.query(), self.sorted_by())
        with QSignalBlocker(self.text), QSignalBlocker(self.narrowing):
            self.text.setText(query.words)
            self.narrowing.show_query(query)
        with QSignalBlocker(self.sorting):
            self.sorting.setCurrentIndex(max(0, self.sorting.findData(sorting)))
        if (self.query(), self.sorted_by()) != before:
            self._on_asked()

    def _show_sheet(self) -> None:
        """Show the choices under the line, or over the board where it has no room to give."""
        if not self.more.isChecked():
            self.sheet.hide()
        elif self.sheet.isVisible():
            return  # Whoever chooses in it goes on with that.
        elif self._is_low():
            self.sheet.show_over(self)
        else:
            self.sheet.show_in_place(self)

    def _is_low(self) -> bool:
        return self._is_narrow or self.window().height() < self._theme.px(LOW)

    def _on_asked(self) -> None:
        self._is_asked = True
        self._show_more()
        self.changed.emit()
        self._is_asked = False

    def _show_more(self) -> None:
        """What is narrowed down without being seen is said on the button that shows it."""
        narrowed, tr = self.narrowing.query().narrowed, self._words.tr
        said = tr(N_("Filter: {many}"), many=narrowed) if narrowed else tr(N_("Filter"))
        self.more.setText(said)
        self.sheet.setAccessibleName(tr(N_("Filter")))
        self._aside.setVisible(self._is_narrow)
        self._show_sheet()
        self.everything.setVisible(bool(self.query()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW)
        if is_narrow != self._is_narrow:
            # What does not fit beside the words comes with the choices that open under them.
            self._is_narrow = is_narrow
            aside = self._aside.layout()
            assert isinstance(aside, QHBoxLayout)
            for place, each in enumerate((self.sorting, self.looks)):
                if is_narrow:
                    aside.insertWidget(place, each)
                else:
                    self._row.insertWidget(2 + place, each)
                each.show()
            # Else what comes back is last for Tab and readers, after what was there all the time.
            put_as_seen(self)
            self._show_more()
        if self._is_low() and not self.sheet.isWindow():
            self.more.setChecked(False)

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

    def _connect(self) -> None:
        self.text.installEventFilter(self)
        self.text.returnPressed.connect(self.left)
        self.more.toggled.connect(self._show_more)
        self.looks.chosen.connect(self.show_look)
        # Over a sheet nobody could write the name that is asked for then.
        self.looks.choices.triggered.connect(self.sheet.let_through)
        for asked in (
            self.text.textChanged,
            self.narrowing.changed,
            self.sorting.currentIndexChanged,
        ):
            asked.connect(self._on_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        # Put in its place while it is empty. PySide keeps an entry for each thing in a row that is
        # put in its place filled, also after Qt freed it because its widget went elsewhere; what
        # is made at that address then brings the program down as it goes.
        column.addLayout(row)
        row.addWidget(self.text, 1)
        for each in (self.more, self.sorting, self.looks, self.everything, self.found):
            row.addWidget(each)
        self._aside = QWidget()
        aside = QHBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(8)
        aside.addStretch()
        # Its place is kept: what stands beside it stays where it is.
        policy = self.everything.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.everything.setSizePolicy(policy)
        # Its own place under the line is kept for it while it lies over the board.
        column.addWidget(self.sheet)
        inside = QVBoxLayout(self.sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._aside)
        inside.addWidget(self.narrowing)
