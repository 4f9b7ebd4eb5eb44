"""The ties of one stakeholder, in words; add one, remove one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import differences
from gweithdy.domain.stakeholders import TIE_LABELS, Stakeholder, Tie, TieKind
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.scrolling import bring_into_sight
from gweithdy.ui.stakeholders.wording import tie_in_words, tie_language
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.still import CLICK_OR_TAB, StillComboBox
from gweithdy.ui.widgets.tips import tip

_ID = Qt.ItemDataRole.UserRole

_Row = tuple[Id, str, Language | None]
"""A tie: its id, how it is said, and in which language."""


class TiesPanel(QWidget):
    """`tied` carries two stakeholders and the kind; `untied` the id of a tie."""

    tied = Signal(str, str, object)
    untied = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._who: Id = ""
        self._caption = label("field")
        self.items = TieList()
        self.items.currentRowChanged.connect(self._show_cut)
        self.items.delete_asked.connect(self._on_cut)
        self.kind = ChoiceBox(words, TIE_LABELS)
        self.other = StillComboBox()
        for box in (self.kind, self.other):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.setMinimumContentsLength(8)
        self.add = button()
        self.add.clicked.connect(self._on_add)
        self.cut = button("quiet")
        self.cut.clicked.connect(self._on_cut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._caption, self.items, self.cut, self.kind, self.other, self.add):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self._caption.setText(tr("Ties"))
        self.items.setAccessibleName(tr("Ties"))
        self.kind.retranslate()
        self.kind.call(tr("Kind of tie"))
        self.other.call(tr("The other stakeholder"))
        self.add.setText(tr("Add a tie"))
        self.cut.setText(tr("Remove the tie"))

    def show_ties(self, who: Id, ties: Sequence[Tie], everybody: Sequence[Stakeholder]) -> None:
        """Show the ties of `who`, and everybody else to tie it to."""
        self._who = who
        known = {each.id: each for each in everybody}
        self._show_items([t for t in ties if t.start in known and t.end in known], known)
        del known[who]
        self._show_others(known)
        self.add.setEnabled(bool(known))

    def _show_others(self, others: dict[Id, Stakeholder]) -> None:
        """Offer these; what was offered before stays as it is, and so does what is chosen."""
        box, chosen, wanted = self.other, self.other.currentData(), list(others)
        language = self._words.language
        names = {id: who.name.best(language)[0] for id, who in others.items()}
        out, into = differences([box.itemData(place) for place in range(box.count())], wanted)
        for place in out:
            box.removeItem(place)
        for place in into:
            box.insertItem(place, names[wanted[place]], wanted[place])
        for place, name in enumerate(names.values()):
            if box.itemText(place) != name:
                box.setItemText(place, name)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        speak_choices(box, [who.name.best(language)[1] for who in others.values()])

    def _show_items(self, ties: Sequence[Tie], known: dict[Id, Stakeholder]) -> None:
        shown = [self._row(tie, known[tie.start], known[tie.end]) for tie in ties]
        if shown != [(i.data(_ID), i.text(), i.data(LANGUAGE)) for i in self._rows()]:
            self._put_items(shown)
        self.items.setVisible(bool(ties))
        self._show_cut()

    def _put_items(self, shown: Sequence[_Row]) -> None:
        row = self.items.currentRow()
        current = self.items.item(row).data(_ID) if row >= 0 else ""
        with QSignalBlocker(self.items):
            self.items.clear()
            for id, words, language in shown:
                item = QListWidgetItem(words)
                item.setData(LANGUAGE, language)
                item.setData(_ID, id)
                item.setToolTip(tip(words))
                self.items.addItem(item)
            places, last = [id for id, *_ in shown], len(shown) - 1
            # After one is removed the next one is at hand, for the Delete key too.
            self.items.setCurrentRow(places.index(current) if current in places else min(row, last))
        self.items.doItemsLayout()

    def _row(self, tie: Tie, start: Stakeholder, end: Stakeholder) -> _Row:
        said = tie_in_words(start, end, tie, self._words)
        return tie.id, said, tie_language((start, end), self._words)

    def _rows(self) -> list[QListWidgetItem]:
        return [self.items.item(row) for row in range(self.items.count())]

    def _show_cut(self) -> None:
        self.cut.setVisible(self.items.count() > 0)
        self.cut.setEnabled(self.items.currentRow() >= 0)

    def _on_add(self) -> None:
        if self.other.currentData():
            self.tied.emit(self._who, self.other.currentData(), TieKind(self.kind.value()))
            # The list above grows, and the next tie is added with the same button.
            QTimer.singleShot(0, self, lambda: bring_into_sight(self.add))

    def _on_cut(self) -> None:
        item = self.items.currentItem()
        if item is not None:
            self.untied.emit(item.data(_ID))


class TieList(QListWidget):
    """`delete_asked` by the Delete key."""

    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        cells_speak(self)
        self.setFocusPolicy(CLICK_OR_TAB)
        # As tall as its rows: the details scroll, and one bar is enough.
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Not when it is painted: what is below would move then.
            self.doItemsLayout()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(max(0, self.contentsSize().height() + frame))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "stakeholders.untie"):
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
