"""A drop-down list over one of the domain's choices."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox

from gweithdy.domain.choice import OTHER
from gweithdy.language.words import Words
from gweithdy.ui.widgets.source_box import MARGIN, QuietBox

C = TypeVar("C", bound=StrEnum)


class ChoiceBox(QuietBox):
    """Shows catalogue labels and holds values; `chosen` comes only from a person."""

    chosen = Signal(object)

    def __init__(self, words: Words, labels: Mapping[C, str]) -> None:
        super().__init__(8)
        self._words = words
        self._labels: dict[StrEnum, str] = {value: text for value, text in labels.items()}  # noqa: C416
        self._known = len(labels)
        # Welsh labels are longer: the box grows with them at the switch.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value in labels:
            self.addItem("", value)
        self.retranslate()
        self.activated.connect(lambda: self.chosen.emit(self.value()))

    def sizeHint(self) -> QSize:
        # Where a name is drawn that gives way, it has a margin of its own.
        return super().sizeHint() + QSize(MARGIN, 0)

    def retranslate(self) -> None:
        """Labels in the language of now."""
        for row, text in enumerate(self._labels.values()):
            self.setItemText(row, self._words.tr(text))

    def offer(self, labels: Mapping[C, str], value: StrEnum) -> None:
        """Let these be chosen and no others, with `value` shown."""
        if list(labels) != list(self._labels):
            self.clear()
            self._labels = {each: text for each, text in labels.items()}  # noqa: C416
            self._known = len(labels)
            for each, text in labels.items():
                self.addItem(self._words.tr(text), each)
        self.show_value(value)

    def value(self) -> StrEnum:
        """The value that is chosen."""
        return list(self._labels)[self.currentIndex()]

    def show_value(self, value: StrEnum) -> None:
        """Show `value` as chosen; one that this version does not know stands last, as *other*."""
        while self.count() > self._known:
            self.removeItem(self._known)
            self._labels.popitem()
        if value not in self._labels:
            self._labels[value] = OTHER
            self.addItem(self._words.tr(OTHER), value)
        self.setCurrentIndex(list(self._labels).index(value))
