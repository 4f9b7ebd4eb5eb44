"""The ties of one stakeholder, in words; add one, remove one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import TIE_LABELS, Stakeholder, Tie, TieKind
from gweithdy.language.words import Words
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label


class TiesPanel(QWidget):
    """`tied` carries the other stakeholder and the kind; `untied` the id of a tie."""

    tied = Signal(str, object)
    untied = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._caption = label("field")
        self.items = QListWidget()
        self.items.setMaximumHeight(110)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setWordWrap(True)
        self.kind = ChoiceBox(words, TIE_LABELS)
        self.other = QComboBox()
        self.other.setMinimumContentsLength(8)
        self.other.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.add = button()
        self.add.clicked.connect(self._on_add)
        self.cut = button("quiet")
        self.cut.clicked.connect(self._on_cut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.items)
        column.addWidget(self.kind)
        column.addWidget(self.other)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.cut)
        row.addStretch()
        column.addLayout(row)

    def retranslate(self) -> None:
        tr = self._words.tr
        self._caption.setText(tr("Ties"))
        self.items.setAccessibleName(tr("Ties"))
        self.kind.retranslate()
        self.kind.setAccessibleName(tr("Kind of tie"))
        self.other.setAccessibleName(tr("To whom"))
        self.add.setText(tr("Add a tie"))
        self.cut.setText(tr("Remove the tie"))

    def show_ties(self, who: Id, ties: Sequence[Tie], everybody: Sequence[Stakeholder]) -> None:
        """Show the ties of `who`, and everybody else to tie it to."""
        language = self._words.language
        names = {each.id: each.name.best(language)[0] for each in everybody}
        self.items.clear()
        for tie in ties:
            if tie.start not in names or tie.end not in names:
                continue
            kind = self._words.tr(TIE_LABELS[tie.kind])
            item = QListWidgetItem(f"{names[tie.start]} – {kind} – {names[tie.end]}")
            item.setData(Qt.ItemDataRole.UserRole, tie.id)
            item.setToolTip(item.text())
            self.items.addItem(item)
        chosen = self.other.currentData()
        self.other.clear()
        for id, name in names.items():
            if id != who:
                self.other.addItem(name, id)
        self.other.setCurrentIndex(max(0, self.other.findData(chosen)))
        self.cut.setEnabled(self.items.count() > 0)
        self.add.setEnabled(self.other.count() > 0)

    def _on_add(self) -> None:
        if self.other.currentData():
            self.tied.emit(self.other.currentData(), TieKind(self.kind.value()))

    def _on_cut(self) -> None:
        row = self.items.currentRow() if self.items.currentRow() >= 0 else self.items.count() - 1
        item = self.items.item(row) if row >= 0 else None
        if item is not None:
            self.untied.emit(item.data(Qt.ItemDataRole.UserRole))
