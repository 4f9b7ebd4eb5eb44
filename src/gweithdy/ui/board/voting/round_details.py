"""The rules of a round at the side: its name, what people do, how many dots, which criteria."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.rounds import ROUND_KIND_LABELS, ROUND_ON_LABELS, Round, RoundKind
from gweithdy.edits import rounds
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.number_box import NumberBox

_CRITERIA = {
    "first": N_("First criterion"),
    "second": N_("Second criterion"),
    "third": N_("Third criterion"),
}


class RoundDetails(QWidget):
    """Shows one round and changes it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id: Id = ""
        self.title = BilingualField(context, "title", beside=False)
        self.title.set_label(N_("Name of the round"))
        self.kind = ChoiceBox(context.words, ROUND_KIND_LABELS)
        self.on = ChoiceBox(context.words, ROUND_ON_LABELS)
        self.budget = NumberBox(context, 0, 99)
        self.cap = NumberBox(context, 0, 99)
        self.seen = QCheckBox()
        self.criteria = {key: BilingualField(context, key, beside=False) for key in _CRITERIA}
        for key, field in self.criteria.items():
            field.set_label(_CRITERIA[key])
        self.remove = button("danger")
        self._captions: dict[QWidget, QLabel] = {
            box: label("field") for box in (self.kind, self.on, self.budget, self.cap)
        }
        self._any = label("quiet", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        names = {
            self.kind: tr("What people do"),
            self.on: tr("What is voted on"),
            self.budget: tr("Dots for each person"),
            self.cap: tr("Dots of one person for one thing"),
        }
        for box, name in names.items():
            self._captions[box].setText(name)
            box.setAccessibleName(name)
        self._any.setText(tr("0: any number. Counts that are more than people have are marked."))
        self.seen.setText(tr("Results are seen at once"))
        self.remove.setText(tr("Remove the round"))
        self.remove.setToolTip(tr("What was counted in it goes too; Undo brings it back"))
        self.title.retranslate()
        for field in self.criteria.values():
            field.retranslate()
        for choice in (self.kind, self.on):
            choice.retranslate()
        for number in (self.budget, self.cap):
            number.retranslate()

    def show_round(self, shown: Round) -> None:
        """Show `shown`; words that are being typed stay."""
        if shown.id != self._id:
            for field in (self.title, *self.criteria.values()):
                field.commit()
            self._id = shown.id
        self.title.show_text(shown.title, shown.id)
        for key, field in self.criteria.items():
            field.show_text(getattr(shown, key), shown.id)
        self.kind.show_value(shown.kind)
        self.on.show_value(shown.about)
        self.budget.show_value(shown.budget, shown.id)
        self.cap.show_value(shown.cap, shown.id)
        self.seen.setChecked(shown.seen)
        rates = shown.kind is RoundKind.RATING
        for box in (self.budget, self.cap):
            box.setVisible(not rates)
            self._captions[box].setVisible(not rates)
        self._any.setVisible(not rates)
        for field in self.criteria.values():
            field.setVisible(rates)

    def focus_first(self) -> None:
        """Put the keyboard to the name."""
        self.title.go_to(str(self._context.words.language))

    def _change(self, visit: Visit = NO_VISIT, **values: Value) -> None:
        id = self._id
        alter(
            self._context.desk,
            lambda workshop: rounds.change_round(workshop, id, **values),
            visit,
        )
        workshop = self._context.desk.workshop
        shown = workshop.find(Round, id) if workshop else None
        if shown:
            # What was refused must not stand here as if it were so.
            self.show_round(shown)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self._change(self.title.visit, title=text))
        for key, field in self.criteria.items():
            field.committed.connect(
                lambda text, key=key, field=field: self._change(field.visit, **{key: text})
            )
        self.kind.chosen.connect(lambda kind: self._change(kind=kind))
        self.on.chosen.connect(lambda on: self._change(about=on))
        self.budget.given.connect(lambda n: self._change(budget=n))
        self.cap.given.connect(lambda n: self._change(cap=n))
        for box in (self.budget, self.cap):
            box.refused.connect(self._context.desk.refused)
        self.seen.clicked.connect(lambda on: self._change(seen=bool(on)))
        self.remove.clicked.connect(self._on_remove)

    def _on_remove(self) -> None:
        id = self._id
        alter(self._context.desk, lambda workshop: rounds.remove_round(workshop, id))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.title)
        for box in (self.kind, self.on, self.budget, self.cap):
            column.addSpacing(8)
            self._captions[box].setBuddy(box)
            column.addWidget(self._captions[box])
            column.addWidget(box)
        column.addWidget(self._any)
        for field in self.criteria.values():
            column.addSpacing(8)
            column.addWidget(field)
        column.addSpacing(8)
        column.addWidget(self.seen)
        column.addSpacing(8)
        column.addWidget(self.remove)
