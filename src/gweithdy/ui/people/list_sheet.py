"""The sheet that shows a pasted list of people before anybody is added."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.people import LANGUAGE_CHOICE_LABELS, MODE_LABELS, SECTOR_LABELS, Participant
from gweithdy.domain.problem import Problem
from gweithdy.exchange.people_list import (
    CHOICES,
    STANDING_LABELS,
    Listed,
    PeopleList,
    Standing,
    people_in,
    standings,
)
from gweithdy.exchange.people_words import MEANING_LABELS, Meaning, choice
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label

LABELS: dict[Meaning, Mapping[Any, str]] = {
    Meaning.MODE: MODE_LABELS,
    Meaning.LANGUAGE: LANGUAGE_CHOICE_LABELS,
    Meaning.SECTOR: SECTOR_LABELS,
}


class ListSheet(QDialog):
    """What each column means can be changed; `agreed` carries who is to be added.

    Whoever writes them closes the sheet then.
    """

    agreed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        listed: PeopleList,
        known: Sequence[Participant],
        file: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._listed = listed
        self._known = known
        self._file = file
        self._room = parent.window().size()
        self.table = QTableWidget(len(listed.rows) + 1, len(listed.meanings) + 1)
        self.columns = [ChoiceBox(context.words, MEANING_LABELS) for _ in listed.meanings]
        self.others = QCheckBox()
        self.told = label("quiet", wrap=True)
        self.add = button("primary")
        self.leave = button()
        self._fill()
        self._lay_out()
        tr = context.words.tr
        title = (
            tr("People from a file: {name}", name=file) if file else tr("Paste a list of people")
        )
        self.setWindowTitle(title)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        self.others.toggled.connect(self._show)
        context.desk.refused.connect(self._on_refused)
        self._show()
        # Qt would take the first one that is laid out, and Enter on a choice would add nobody.
        self.add.setDefault(True)
        self.add.setFocus()

    def people(self) -> list[Listed]:
        """Those who would be added now."""
        wanted = {Standing.NEW}
        if self.others.isChecked():
            wanted |= {Standing.THERE, Standing.TWICE}
        return [who for who, how in zip(*self._standing(), strict=True) if how in wanted]

    def _standing(self) -> tuple[list[Listed], list[Standing]]:
        people = people_in(self._listed.rows, self._meanings())
        return people, standings(people, self._known)

    def _meanings(self) -> list[Meaning]:
        return [Meaning(box.value()) for box in self.columns]

    def _fill(self) -> None:
        tr = self._context.words.tr
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.setAccessibleName(tr("People in the list"))
        for place, (box, meaning) in enumerate(
            zip(self.columns, self._listed.meanings, strict=True), 1
        ):
            box.show_value(meaning)
            box.call(tr("What column {number} says", number=place))
            box.chosen.connect(self._show)
            table.setCellWidget(0, place, box)

    def _show(self) -> None:
        words, tr = self._context.words, self._context.words.tr
        _, found = self._standing()
        meanings = self._meanings()
        for place, (row, how) in enumerate(zip(self._listed.rows, found, strict=True), 1):
            texts = [tr(STANDING_LABELS[how]) if how is not Standing.NEW else ""]
            texts += [self._said(m, cell) for m, cell in zip(meanings, row, strict=True)]
            for column, text in enumerate(texts):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self._show_sizes()
        again = sum(how in (Standing.THERE, Standing.TWICE) for how in found)
        self.others.setVisible(bool(again))
        self.others.setText(tr("Add those who are there already too: {count}", count=again))
        count = len(self.people())
        self.add.setText(words.ntr("Add {n} person", "Add {n} people", count))
        self.add.setEnabled(bool(count))

    def showEvent(self, event: QShowEvent) -> None:
        # Only now do the lists know how wide the theme makes them.
        super().showEvent(event)
        self._show_sizes()

    def _show_sizes(self) -> None:
        self.table.resizeColumnsToContents()
        for place, box in enumerate(self.columns, 1):
            # In a table a list has margins that its own hint does not count.
            wide = box.sizeHint().width() + self._context.theme.px(32)
            width = max(self.table.columnWidth(place), wide)
            self.table.setColumnWidth(place, width)
        self.table.resizeRowsToContents()

    def _said(self, meaning: Meaning, cell: str) -> str:
        """A cell as it would be taken; with a question mark what is not understood."""
        if meaning not in CHOICES or not cell:
            return cell
        meant = choice(meaning, cell)
        return self._context.words.tr(LABELS[meaning][meant]) if meant else f"{cell} ?"

    def _on_add(self) -> None:
        self.agreed.emit(self.people())

    def _on_refused(self, problem: Problem) -> None:
        """Told here too: the sheet lies over the words in the window. It stays as it was set."""
        self.told.setText(self._context.words.problem(problem))

    def _lay_out(self) -> None:
        tr, px = self._context.words.tr, self._context.theme.px
        pasted, file = tr("Paste a list of people"), self._file
        self.setWindowTitle(tr("People from a file: {name}", name=file) if file else pasted)
        self.told.setText(
            tr(
                "Nothing has been added yet. Say above each column what it holds. "
                "Words with a question mark are not understood, and left out."
            )
        )
        self.leave.setText(tr("Add nobody"))
        row = QHBoxLayout()
        row.addWidget(self.others, 1)
        row.addWidget(self.leave)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        room = self._room
        self.resize(min(px(1100), room.width() - 48), min(px(520), room.height() - 48))
