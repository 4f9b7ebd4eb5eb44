"""A list that stays quiet when scrolled over, and the one of where something was said."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.language.sources import known_sources, read_source, source_name
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.still import StillComboBox

MARGIN = 12
"""Pixels beside the words of a list."""


class QuietBox(StillComboBox):
    """A list that does not turn when a page is scrolled over it, and elides long names."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(letters)

    def minimumSizeHint(self) -> QSize:
        # In a narrow window a list gives way; what is chosen is then cut, not the window.
        return QSize(64, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        # What is cut in the box is read in its list, as far as the window goes.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = self.view().sizeHintForColumn(0) + bar + 2 * MARGIN
        self.view().setMinimumWidth(min(wanted, self.window().width()))
        super().showPopup()

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


class SourceBox(QuietBox):
    """`chosen` carries where it was said: room, online or a table; another name can be typed.

    `entered` when that was ended with the key for it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(7)
        self._words = context.words
        self._sources: list[str] = []
        self._line = SourceLine(context)
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.activated.connect(self._on_chosen)
        self._line.given.connect(self.chosen)
        self._line.returnPressed.connect(self.entered)
        self._line.show_value(context.settings.get("capture_source") or "room")
        self.show_sources(None)

    def minimumSizeHint(self) -> QSize:
        # A line cannot say that it is cut, and what it says is short.
        return self.sizeHint()

    def call(self, name: str) -> None:
        super().call(name)
        # On the way in a reader is told of its line too.
        self._line.setAccessibleName(name)

    def source(self) -> str:
        """The source as it is kept: "room", "online", "3"."""
        return str(self._line.value())

    def show_sources(self, workshop: Workshop | None) -> None:
        """Offer the sources of a session."""
        self._sources = known_sources(workshop)
        self.retranslate()

    def sources(self) -> list[str]:
        """All that are offered."""
        return self._sources

    def offers(self, source: str) -> bool:
        """Whether `source` can be chosen."""
        return not source or source in self._sources

    def show_source(self, source: str, of: Id) -> None:
        """Show `source` as chosen, that of the thing `of`, unless another one is not kept yet."""
        self._line.show_value(source, of)
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def choose(self, source: str) -> None:
        """Choose `source` as if a person had typed it."""
        self._line.setText(source_name(self._words, source))
        self._line.setModified(True)
        self.commit()

    def commit(self) -> None:
        """Save what was typed, now."""
        self._line.commit()

    def retranslate(self) -> None:
        """Names in the language of now; what is typed stays."""
        typed, at = self._line.text(), self._line.cursorPosition()
        is_typed = self._line.isModified()
        with QSignalBlocker(self):
            self.clear()
            self.addItems([source_name(self._words, source) for source in self._sources])
        if is_typed:
            self._line.setText(typed)
            self._line.setCursorPosition(at)
            self._line.setModified(True)
        else:
            self._line.put(self.source())
            self._line.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._line.selectAll()

    def _on_chosen(self, row: int) -> None:
        self.choose(self._sources[row])


class SourceLine(OneLine):
    """The line of the list: a name, read as what it means."""

    def read(self, typed: str) -> str:
        return read_source(self._context.words, typed)

    def written(self, value: str) -> str:
        return source_name(self._context.words, value)
