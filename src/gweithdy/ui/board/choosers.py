"""The small lists of the capture bar: where it goes, what kind it is, where it was said."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.ui.board.kinds import kind_icon
from gweithdy.ui.board.places import Place, Shelf, places
from gweithdy.ui.board.sources import known_sources, read_source, source_name
from gweithdy.ui.context import Context


class QuietBox(QComboBox):
    """A list that does not turn when a page is scrolled over it, and elides long names."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(letters)

    def minimumSizeHint(self) -> QSize:
        # In a narrow window a list gives way; what is chosen is then cut, not the window.
        return QSize(64, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        box = QStyle.ComplexControl.CC_ComboBox
        painter.drawComplexControl(box, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, field, self).width() - 8
        room -= 0 if option.currentIcon.isNull() else self.iconSize().width() + 4
        end = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, end, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class WhereBox(QuietBox):
    """The places where words can be kept; `changed` carries the Place."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(18)
        self._places: list[Place] = []
        self.currentIndexChanged.connect(lambda: self.changed.emit(self.place()))

    def place(self) -> Place:
        """The chosen place."""
        return self._places[max(0, self.currentIndex())]

    def show_places(self, workshop: Workshop | None, words: Words) -> None:
        """Show the places of a session; the chosen one stays chosen if it is still there."""
        found = places(workshop, words)
        if found == self._places:
            return
        key = self.place().key if self._places else None
        with QSignalBlocker(self):
            self._places = found
            self.clear()
            for row, place in enumerate(found):
                self.addItem(place.name)
                self.setItemData(row, place.name, Qt.ItemDataRole.ToolTipRole)
            keys = [place.key for place in found]
            self.setCurrentIndex(keys.index(key) if key in keys else 0)
        self.changed.emit(self.place())

    def choose_lane(self, index: int) -> None:
        """Choose the lane with this number, counted from 0."""
        lanes = [place for place in self._places if place.shelf is Shelf.CARD]
        if index < len(lanes):
            self.choose(lanes[index].key)

    def choose(self, key: tuple[Shelf, Id]) -> None:
        """Choose the place with this key."""
        self.setCurrentIndex([place.key for place in self._places].index(key))


class KindBox(QuietBox):
    """The kinds of barrier, each with its symbol and word; `chosen` comes from a person."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(9)
        self._context = context
        for kind in CardKind:
            self.addItem("", kind)
        context.theme.changed.connect(self._show_icons)
        self.activated.connect(lambda: self.chosen.emit(self.kind()))
        self.retranslate()
        self._show_icons()

    def retranslate(self) -> None:
        """Words in the language of now."""
        for row, kind in enumerate(CardKind):
            self.setItemText(row, self._context.words.tr(CARD_KIND_LABELS[kind]))

    def kind(self) -> CardKind:
        """The chosen kind."""
        return list(CardKind)[self.currentIndex()]

    def show_kind(self, kind: CardKind) -> None:
        """Show `kind` as chosen."""
        self.setCurrentIndex(list(CardKind).index(kind))

    def _show_icons(self) -> None:
        theme = self._context.theme
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        for row, kind in enumerate(CardKind):
            if row:
                self.setItemIcon(row, kind_icon(theme, kind))


class SourceBox(QuietBox):
    """Where it was said: room, online or a table; another name can be typed."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(7)
        self._words = context.words
        self._settings = context.settings
        self._source: str = context.settings.get("capture_source") or "room"
        self._sources: list[str] = []
        self._line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.activated.connect(self._on_chosen)
        self._line.editingFinished.connect(self._on_typed)
        self.show_sources(None)

    def source(self) -> str:
        """The source as it is kept: "room", "online", "3"."""
        return self._source

    def show_sources(self, workshop: Workshop | None) -> None:
        """Offer the sources of a session."""
        self._sources = known_sources(workshop)
        self.retranslate()

    def show_source(self, source: str) -> None:
        """Show `source` as chosen."""
        self._source = source
        self.setEditText(source_name(self._words, source))
        self._line.setCursorPosition(0)

    def retranslate(self) -> None:
        """Names in the language of now."""
        with QSignalBlocker(self):
            self.clear()
            self.addItems([source_name(self._words, source) for source in self._sources])
        self.show_source(self._source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._line.selectAll()

    def _on_chosen(self, row: int) -> None:
        self._take(self._sources[row])

    def _on_typed(self) -> None:
        typed = self.currentText().strip()
        if typed != source_name(self._words, self._source):
            self._take(read_source(self._words, typed))

    def _take(self, source: str) -> None:
        self.show_source(source)
        self.chosen.emit(source)
