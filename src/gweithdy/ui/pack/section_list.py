"""The sections of a pack: which are printed, and in which order."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.pack.options import Section
from gweithdy.ui.announce import announce
from gweithdy.ui.keystrokes import pressed, with_keys
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.tips import tip_with_keys
from gweithdy.ui.widgets.wrapping_row import WrappingRow

SECTION_LABELS = {
    Section.SUMMARY: N_("Summary"),
    Section.CHANGES: N_("Changed since an earlier version"),
    Section.PURPOSE: N_("Purpose"),
    Section.VOTES: N_("Votes"),
    Section.BOARDS: N_("Boards with all cards"),
    Section.STAKEHOLDERS: N_("Stakeholder map"),
    Section.MISSING: N_("Who is missing"),
    Section.QUOTES: N_("Quotes"),
    Section.PARKING: N_("Parking lot"),
    Section.DECISIONS: N_("Decisions"),
    Section.ACTIONS: N_("Actions"),
    Section.REFLECTIONS: N_("Reflections"),
    Section.NEXT: N_("What happens next"),
    Section.PEOPLE: N_("Who took part"),
    Section.AGENDA: N_("Agenda"),
    Section.PHOTOS: N_("Photos"),
    Section.READING: N_("About this pack"),
}
CHECK, VALUE = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.UserRole


class SectionList(QWidget):
    """Check boxes in the order of the pack; Alt with an arrow, or a button, moves the row.

    `changed` when a person chose or moved. `usually_out` are left out of the usual ones.
    """

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.usually_out: frozenset[Section] = frozenset()
        self._caption = label("field")
        self.rows = _Rows()
        self._caption.setBuddy(self.rows)
        self._keys = label("quiet", wrap=True)
        self.up, self.down, self.usual = button("plain"), button("plain"), button("quiet")
        self.rows.itemChanged.connect(lambda _: self.changed.emit())
        self.rows.currentRowChanged.connect(self._show_ends)
        self.rows.move_asked.connect(self.move_by)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.usual.clicked.connect(self._on_usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.rows)
        column.addWidget(self._keys)
        column.addWidget(WrappingRow((self.up, self.down, self.usual)))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self._caption.setText(tr("Sections, in this order"))
        self.rows.setAccessibleName(self._caption.text())
        self._keys.setText(with_keys(self._words, tr("Move up or down"), "list.move"))
        self.up.setText(tr("Up"))
        self.down.setText(tr("Down"))
        self.usual.setText(tr("Usual order, all sections"))
        for made, name in ((self.up, tr("Section up")), (self.down, tr("Section down"))):
            made.setAccessibleName(name)
            tip_with_keys(made, self._words, name, "list.move")
        with QSignalBlocker(self.rows):
            for item in self.rows.every():
                item.setText(tr(SECTION_LABELS[item.data(VALUE)]))
        self.rows.fit()

    def show_sections(self, order: Sequence[Section], left_out: Collection[Section]) -> None:
        """Show these, without telling anybody."""
        if (tuple(order), set(left_out)) == (self.order(), set(self.left_out())):
            return
        kept = max(0, self.rows.currentRow())
        with QSignalBlocker(self.rows):
            self.rows.clear()
            for each in order:
                item = QListWidgetItem(self._words.tr(SECTION_LABELS[each]))
                item.setData(VALUE, each)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_in = each not in left_out
                item.setData(CHECK, Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
                self.rows.addItem(item)
            self.rows.setCurrentRow(kept)
        self.rows.fit()
        self._show_ends()

    def order(self) -> tuple[Section, ...]:
        """All sections as they stand."""
        return tuple(Section(item.data(VALUE)) for item in self.rows.every())

    def left_out(self) -> tuple[Section, ...]:
        """Those that are not printed."""
        unchecked = Qt.CheckState.Unchecked
        rows = (item for item in self.rows.every() if item.checkState() is unchecked)
        return tuple(Section(item.data(VALUE)) for item in rows)

    def take_in(self, section: Section) -> None:
        """Let this one be printed; nobody is told."""
        with QSignalBlocker(self.rows):
            self.rows.item(self.order().index(section)).setCheckState(Qt.CheckState.Checked)

    def leave_out(self, sections: Collection[Section]) -> None:
        """Let these not be printed; nobody is told."""
        self.show_sections(self.order(), {*self.left_out(), *sections})

    def move_by(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        place = self.rows.currentRow()
        wanted = place + by
        if place < 0 or not 0 <= wanted < self.rows.count():
            return
        with QSignalBlocker(self.rows):
            item = self.rows.takeItem(place)
            self.rows.insertItem(wanted, item)
            self.rows.setCurrentRow(wanted)
        self._show_ends()
        where = {"number": wanted + 1, "count": self.rows.count()}
        said = self._words.tr("{number} of {count}", **where)
        announce(self, f"{item.text()}: {said}")
        self.changed.emit()

    def _show_ends(self) -> None:
        # A button that has the keyboard keeps it: at the end it does nothing.
        place, last = self.rows.currentRow(), self.rows.count() - 1
        for made, is_end in ((self.up, place <= 0), (self.down, place >= last)):
            made.setEnabled(not is_end or made.hasFocus())

    def _on_usual(self) -> None:
        self.show_sections(tuple(Section), self.usually_out)
        self.changed.emit()


class _Rows(QListWidget):
    """As high as all its rows: what is around it scrolls."""

    move_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def every(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + self.contentsMargins().top() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command, place = pressed(event, "list")
        if command == "list.move":
            self.move_asked.emit((-1, 1)[place])
        else:
            super().keyPressEvent(event)
