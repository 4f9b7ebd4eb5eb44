"""One stakeholder in detail: name in both languages, group, support, roles, place and ties."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
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
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.scale import ScaleField
from gweithdy.ui.stakeholders.ties import TiesPanel
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label


class Details(QWidget):
    """`given` carries whose field it is, the field, and the value that a person gave."""

    given = Signal(str, str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._words = words
        self._shown: Id = ""
        self.name = BilingualField(context, "name", beside=False)
        self.name.committed.connect(lambda text: self._give("name", text))
        self.captions = {name: label("field") for name in ("group", "support", "power", "interest")}
        self.group = ChoiceBox(words, GROUP_LABELS)
        self.support = ChoiceBox(words, SUPPORT_LABELS)
        self.power = ScaleField(context, self.captions["power"])
        self.interest = ScaleField(context, self.captions["interest"])
        for scale in (self.power, self.interest):
            scale.refused.connect(context.desk.refused)
        self.group.chosen.connect(lambda value: self._give("group", value))
        self.support.chosen.connect(lambda value: self._give("support", value))
        self.power.given.connect(lambda value: self._give("power", value))
        self.interest.given.connect(lambda value: self._give("interest", value))
        self._roles_caption = label("field")
        self.roles = {role: QCheckBox() for role in Role}
        for tick in self.roles.values():
            tick.clicked.connect(self._on_role)
        self.ties = TiesPanel(words)
        self.remove = button("quiet")
        self._lay_out()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.name.set_label(N_("Name"))
        for box, name, text in (
            (self.group, "group", tr("Group")),
            (self.support, "support", tr("Support")),
        ):
            self.captions[name].setText(text)
            box.setAccessibleName(text)
            box.retranslate()
        self.power.say(tr("Power"))
        self.interest.say(tr("Interest"))
        self._roles_caption.setText(tr("Roles"))
        for role, tick in self.roles.items():
            tick.setText(tr(ROLE_LABELS[role]))
            tick.setAccessibleDescription(tr("Roles"))
        self.ties.retranslate()

    def show_stakeholder(self, workshop: Workshop, who: Stakeholder) -> None:
        """Show `who`."""
        if self._shown != who.id:
            # What still waits to be saved belongs to the one that was shown.
            self.name.commit()
            self.power.box.commit()
            self.interest.box.commit()
        self._shown = who.id
        self.name.show_text(who.name, who.id)
        self.group.show_value(who.group)
        self.support.show_value(who.support)
        self.power.show_value(who.power, who.id)
        self.interest.show_value(who.interest, who.id)
        for role, tick in self.roles.items():
            tick.setChecked(role in who.roles)
        self.ties.show_ties(who.id, ties_of(workshop, who.id), workshop.of(Stakeholder))

    def _give(self, field: str, value: Value) -> None:
        if self._shown:
            self.given.emit(self._shown, field, value)

    def _on_role(self) -> None:
        self._give("roles", tuple(role for role, tick in self.roles.items() if tick.isChecked()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(12)
        column.addWidget(self.name)
        choices = QGridLayout()
        choices.setVerticalSpacing(4)
        choices.setHorizontalSpacing(12)
        fields: dict[str, QWidget] = {
            "group": self.group,
            "support": self.support,
            "power": self.power,
            "interest": self.interest,
        }
        for row, name in enumerate(self.captions):
            field = fields[name]
            if isinstance(field, QComboBox):
                self.captions[name].setBuddy(field)
                narrow(field)
            choices.addWidget(self.captions[name], 2 * row, 0)
            choices.addWidget(field, 2 * row + 1, 0)
        column.addLayout(choices)
        roles = QVBoxLayout()
        roles.setSpacing(0)
        roles.addWidget(self._roles_caption)
        for tick in self.roles.values():
            roles.addWidget(tick)
        column.addLayout(roles)
        column.addWidget(self.ties)
        column.addWidget(self.remove)
        column.addStretch()


def narrow(box: QComboBox) -> None:
    """Let `box` be narrower than its longest choice: it stands in a narrow panel."""
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    box.setMinimumContentsLength(8)
