"""One person in detail, or what several chosen people have in common."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.choice import ByChoice, C
from gweithdy.domain.ids import Id
from gweithdy.domain.people import (
    LANGUAGE_CHOICE_LABELS,
    MODE_LABELS,
    SECTOR_LABELS,
    LanguageChoice,
    Participant,
    Sector,
)
from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_line import OneLine

QUIET = (Sector.UNKNOWN, LanguageChoice.NOT_ASKED)
"""What nobody has said yet: an empty place says it better than words."""


class Details(QWidget):
    """`given` carries a field and the value that a person gave, for all who are shown."""

    given = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._people: Sequence[Participant] = ()
        self.name = label("strong", wrap=True)
        self.organisation = BilingualField(context, "organisation", beside=False, is_name=True)
        self.boxes = {
            "sector": QuietChoice(context, SECTOR_LABELS),
            "mode": QuietChoice(context, MODE_LABELS),
            "language": QuietChoice(context, LANGUAGE_CHOICE_LABELS),
        }
        self.table = OneLine(context)
        self.table.setMaxLength(100)
        self.named = QCheckBox()
        self.remove = button("quiet")
        self._captions = {name: label("field") for name in ("sector", "mode", "table", "language")}
        for name, box in self.boxes.items():
            box.chosen.connect(lambda value, name=name: self.given.emit(name, value))
        self.table.given.connect(lambda table: self.given.emit("table", table))
        self.named.clicked.connect(lambda: self.given.emit("named", self.named.isChecked()))
        self._lay_out()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.organisation.set_label(N_("Organisation"))
        for name, text in (
            ("sector", tr("Sector")),
            ("mode", tr("Takes part")),
            ("table", self._words.ctr("where people sit", "Table")),
            ("language", tr("Language")),
        ):
            self._captions[name].setText(text)
            (self.boxes.get(name) or self.table).setAccessibleName(text)
        for box in self.boxes.values():
            box.retranslate()
        self.named.setText(tr("May be named"))
        self._show_name()

    def ids(self) -> list[Id]:
        """Who is shown."""
        return [person.id for person in self._people]

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show these people: what they differ in is left empty."""
        if self.ids() != [person.id for person in people]:
            # Words still waiting to be saved belong to those that were shown.
            self.commit()
        self._people = people
        if not people:
            return
        first = people[0]
        self._show_name()
        self.organisation.setVisible(len(people) == 1)
        self.organisation.show_text(first.organisation, first.id)
        for name, box in self.boxes.items():
            values = {getattr(person, name) for person in people}
            box.show_common(values.pop() if len(values) == 1 else None)
        tables = {each.table for each in people}
        # None, so that emptied it gives all of them none, and looked at only nothing.
        self.table.show_value(tables.pop() if len(tables) == 1 else None, "+".join(self.ids()))
        self._show_named({person.named for person in people})

    def commit(self) -> None:
        """Save what was typed, now."""
        self.organisation.commit()
        self.table.commit()

    def _show_name(self) -> None:
        if len(self._people) == 1:
            self.name.setText(self._people[0].name or self._words.tr("Without a name"))
        else:
            many = len(self._people)
            self.name.setText(self._words.ntr("{n} person chosen", "{n} people chosen", many))

    def _show_named(self, values: set[bool]) -> None:
        mixed = len(values) > 1
        self.named.setTristate(mixed)
        state = Qt.CheckState.Checked if True in values else Qt.CheckState.Unchecked
        self.named.setCheckState(Qt.CheckState.PartiallyChecked if mixed else state)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 4, 8)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.organisation)
        fields: dict[str, QWidget] = {**self.boxes, "table": self.table}
        for name, caption in self._captions.items():
            caption.setBuddy(fields[name])
            column.addSpacing(6)
            column.addWidget(caption)
            column.addWidget(fields[name])
        column.addSpacing(6)
        column.addWidget(self.named)
        column.addWidget(self.remove)
        column.addStretch()


class QuietChoice(ChoiceBox):
    """A list that shows nothing where nothing is known, or where several people differ."""

    def __init__(self, context: Context, labels: ByChoice[C, str]) -> None:
        super().__init__(context.words, labels)
        policy = ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(8)

    def show_common(self, value: StrEnum | None) -> None:
        """Show what all of them have; None if they differ."""
        if value is None:
            self.setCurrentIndex(-1)
        else:
            self.show_value(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.currentIndex() < 0 or self.value() not in QUIET:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
