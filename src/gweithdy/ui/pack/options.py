"""What a pack can be: its languages, their order, whether names are printed, and whose it is."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, Language, both
from gweithdy.pack.contents import PackOptions
from gweithdy.ui.context import Context
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


LONGEST_HOUSE = 200
"""Characters of the name of an organisation."""


class OptionsPanel(QWidget):
    """`changed` when a person chose otherwise."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = words = context.words
        self._settings = context.settings
        self._caption = label("field")
        self.layout_choice = ChoiceBox(words, LAYOUT_LABELS)
        self.names = QCheckBox()
        self.names.setChecked(True)
        self._names_note = label("quiet", wrap=True)
        self._caption.setBuddy(self.layout_choice)
        self._house = label("field")
        self.organisation = {language: QLineEdit() for language in Language}
        row = QHBoxLayout()
        row.setSpacing(8)
        for language, line in self.organisation.items():
            line.setText(self._settings.get(f"organisation_{language}"))
            line.setMaxLength(LONGEST_HOUSE)
            line.setPlaceholderText(LANGUAGE_NAMES[language])
            line.textEdited.connect(self._on_organisation)
            row.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._caption, self.layout_choice, self.names, self._names_note):
            column.addWidget(widget)
        column.addWidget(self._house)
        column.addLayout(row)
        column.addStretch()
        self.layout_choice.chosen.connect(self.changed)
        self.names.clicked.connect(self.changed)

    def retranslate(self) -> None:
        tr = self._words.tr
        self._caption.setText(tr("Languages of the pack"))
        self.layout_choice.setAccessibleName(tr("Languages of the pack"))
        self.layout_choice.retranslate()
        self.names.setText(tr("Print names where people agreed"))
        self._names_note.setText(
            tr(
                "Other names on the People list, e-mail addresses and telephone numbers are looked "
                "for in all that is printed. Before it goes out, choose what becomes of each."
            )
        )
        self._house.setText(tr("Organisation that gives out the pack"))
        for language, line in self.organisation.items():
            line.setAccessibleName(f"{self._house.text()} · {LANGUAGE_NAMES[language]}")

    def options(self) -> PackOptions:
        """What is chosen now."""
        chosen = Layout(self.layout_choice.value())
        house = both(*(self.organisation[language].text() for language in Language))
        options = PackOptions(names=self.names.isChecked(), organisation=house)
        if chosen in (Layout.CY, Layout.EN):
            return replace(options, language=str(chosen))
        return replace(options, order=str(chosen))

    def _on_organisation(self) -> None:
        for language, line in self.organisation.items():
            self._settings.put(f"organisation_{language}", line.text())
        self.changed.emit()
