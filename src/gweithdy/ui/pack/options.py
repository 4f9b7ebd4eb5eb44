"""What a pack can be: its languages, their order and whether names are printed."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.pack.contents import PackOptions
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label


class Layout(StrEnum):
    """The forms of a pack, as one choice."""

    CY_EN = "cy-en"
    EN_CY = "en-cy"
    CY = "cy"
    EN = "en"


LAYOUT_LABELS = {
    Layout.CY_EN: N_("Welsh first, then English"),
    Layout.EN_CY: N_("English first, then Welsh"),
    Layout.CY: N_("Welsh only"),
    Layout.EN: N_("English only"),
}


class OptionsPanel(QWidget):
    """`changed` when a person chose otherwise."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._caption = label("field")
        self.layout_choice = ChoiceBox(words, LAYOUT_LABELS)
        self.names = QCheckBox()
        self.names.setChecked(True)
        self._names_note = label("quiet", wrap=True)
        self._caption.setBuddy(self.layout_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._caption, self.layout_choice, self.names, self._names_note):
            column.addWidget(widget)
        self.layout_choice.chosen.connect(self.changed)
        self.names.clicked.connect(self.changed)

    def retranslate(self) -> None:
        tr = self._words.tr
        self._caption.setText(tr("Languages of the pack"))
        self.layout_choice.setAccessibleName(tr("Languages of the pack"))
        self.layout_choice.retranslate()
        self.names.setText(tr("Print names where people agreed"))
        self._names_note.setText(tr("Nobody else is named. Everyone is counted."))

    def options(self) -> PackOptions:
        """What is chosen now."""
        chosen = Layout(self.layout_choice.value())
        names = self.names.isChecked()
        if chosen in (Layout.CY, Layout.EN):
            return PackOptions(language=str(chosen), names=names)
        return PackOptions(order=str(chosen), names=names)
