"""A list to choose from under its caption, with a quiet line about what is chosen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.language.words import Words
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label

C = TypeVar("C", bound=StrEnum)


class Captioned(QWidget):
    """`changed` when a person chose. Caption, labels and notes are catalogue texts."""

    changed = Signal()

    def __init__(
        self,
        words: Words,
        caption: str,
        labels: Mapping[C, str],
        notes: Mapping[C, str] | None = None,
    ) -> None:
        super().__init__()
        self._words, self._said = words, caption
        self._notes: dict[StrEnum, str] = {value: note for value, note in (notes or {}).items()}  # noqa: C416
        self._caption, self.note = label("field"), label("quiet", wrap=True)
        self.box = ChoiceBox(words, labels)
        self._caption.setBuddy(self.box)
        self.box.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self._caption, self.box, self.note):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._caption.setText(self._words.tr(self._said))
        self.box.setAccessibleName(self._caption.text())
        self.box.retranslate()
        self._show_note()

    def value(self) -> StrEnum:
        """What is chosen now."""
        return self.box.value()

    def offer(self, labels: Mapping[C, str], value: StrEnum) -> None:
        """Let these be chosen, with `value` shown."""
        self.box.offer(labels, value)
        self._show_note()

    def show_value(self, value: StrEnum) -> None:
        """Show `value` as chosen."""
        self.box.show_value(value)
        self._show_note()

    def _on_chosen(self) -> None:
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        note = self._words.tr(self._notes[self.value()]) if self.value() in self._notes else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.box.setAccessibleDescription(note)
