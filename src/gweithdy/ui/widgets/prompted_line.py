"""A line whose prompt is never cut."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

WITHIN = 4
"""Pixels that Qt keeps free beside the words of a line."""


class PromptedLine(QLineEdit):
    """Shows its prompt where there is room for all of it, and else its name."""

    _prompt = ""

    def call(self, name: str, prompt: str) -> None:
        """What the line is, and what to do in it, in the language of now."""
        self.setAccessibleName(name)
        self._prompt = prompt
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._prompt) <= self._room().width()
        self.setPlaceholderText(self._prompt if fits else self.accessibleName())
        self.setToolTip("" if fits else self._prompt)

    def _room(self) -> QSize:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).size() - QSize(WITHIN, 0)
