"""One stakeholder in detail: name in both languages, group, support, roles, place and ties."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from gweithdy.domain.entity import Value
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import (
    GROUP_LABELS,
    ROLE_LABELS,
    SUPPORT_LABELS,
    Role,
    Stakeholder,
)
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.stakeholders import ties_of
from gweithdy.language.words import Words
from gweithdy.ui.stakeholders.ties import TiesPanel
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label


class Details(QWidget):
    """`given` carries a field and the value that a person gave."""

    given = Signal(str, object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.name = BilingualField(words, beside=False)
        self.name.committed.connect(lambda text: self.given.emit("name", text))
        self._captions = {
            name: label("field") for name in ("group", "support", "power", "interest")
        }
        self._roles_caption = label("field")
        self.group = ChoiceBox(words, GROUP_LABELS)
        self.support = ChoiceBox(words, SUPPORT_LABELS)
        self.power = _scale()
        self.interest = _scale()
        self.group.chosen.connect(lambda value: self.given.emit("group", value))
        self.support.chosen.connect(lambda value: self.given.emit("support", value))
        self.power.editingFinished.connect(lambda: self._on_scale("power", self.power))
        self.interest.editingFinished.connect(lambda: self._on_scale("interest", self.interest))
        self.roles = {role: QCheckBox() for role in Role}
        for tick in self.roles.values():
            tick.clicked.connect(self._on_role)
        self.ties = TiesPanel(words)
        self._shown: Stakeholder | None = None
        self._lay_out()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.name.set_label(N_("Name"))
        for name, text in (
            ("group", N_("Group")),
            ("support", N_("Support")),
            ("power", N_("Power")),
            ("interest", N_("Interest")),
        ):
            self._captions[name].setText(tr(text))
            getattr(self, name).setAccessibleName(tr(text))
        self._roles_caption.setText(tr("Roles"))
        for role, tick in self.roles.items():
            tick.setText(tr(ROLE_LABELS[role]))
        self.group.retranslate()
        self.support.retranslate()
        self.ties.retranslate()

    def show_stakeholder(self, workshop: Workshop, who: Stakeholder) -> None:
        """Show `who`."""
        if self._shown is not None and self._shown.id != who.id:
            # Words still waiting to be saved belong to the one that was shown.
            self.name.commit()
        self._shown = who
        self.name.show_text(who.name)
        self.group.show_value(who.group)
        self.support.show_value(who.support)
        for box, value in ((self.power, who.power), (self.interest, who.interest)):
            if not box.hasFocus():
                box.setValue(value)
        for role, tick in self.roles.items():
            tick.setChecked(role in who.roles)
        everybody = workshop.of(Stakeholder)
        self.ties.show_ties(who.id, ties_of(workshop, who.id), everybody)

    def _on_scale(self, field: str, box: QSpinBox) -> None:
        if self._shown is not None and getattr(self._shown, field) != box.value():
            self.given.emit(field, box.value())

    def _on_role(self) -> None:
        value: Value = tuple(role for role, box in self.roles.items() if box.isChecked())
        self.given.emit("roles", value)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.name)
        choices = QGridLayout()
        choices.setVerticalSpacing(4)
        choices.setHorizontalSpacing(12)
        for name, row, place, across in (
            ("group", 0, 0, 2),
            ("support", 2, 0, 2),
            ("power", 4, 0, 1),
            ("interest", 4, 1, 1),
        ):
            self._captions[name].setBuddy(getattr(self, name))
            choices.addWidget(self._captions[name], row, place, 1, across)
            choices.addWidget(getattr(self, name), row + 1, place, 1, across)
        column.addLayout(choices)
        roles = QGridLayout()
        roles.setVerticalSpacing(0)
        roles.addWidget(self._roles_caption, 0, 0)
        for place, box in enumerate(self.roles.values()):
            roles.addWidget(box, 1 + place, 0)
        column.addLayout(roles)
        column.addWidget(self.ties)
        column.addStretch()


def _scale() -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSingleStep(5)
    return box
