"""The details of a lane at the side: its question, and what can be done with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.board import LANE_LABELS, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.edits import board
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label


class LaneDetails(QWidget):
    """A lane's question in both languages and what it is about."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id: Id = ""
        self.title = BilingualField(context, "title", beside=False)
        self.title.set_label(N_("Question of the lane"), seen=False)
        self._caption = label("field")
        self.kind = ChoiceBox(context.words, LANE_LABELS)
        self._caption.setBuddy(self.kind)
        self.remove = button("danger")
        self.title.committed.connect(self._on_title)
        self.kind.chosen.connect(self._on_kind)
        self.remove.clicked.connect(self._on_remove)
        stack(self, self.title, self._caption, self.kind, self.remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self._caption.setText(tr("Kind of question"))
        self.kind.setAccessibleName(tr("Kind of question"))
        self.kind.retranslate()
        self.remove.setText(tr("Remove the lane"))
        self.remove.setToolTip(tr("The cards of the lane go too; Undo brings them back"))
        self.title.retranslate()

    def show_lane(self, lane: Lane) -> None:
        """Show `lane`; words that are being typed stay."""
        if lane.id != self._id:
            self.title.commit()
            self._id = lane.id
        self.title.show_text(lane.title, lane.id)
        self.kind.show_value(lane.kind)

    def _on_title(self, title: Text) -> None:
        id, visit = self._id, self.title.visit
        alter(
            self._context.desk,
            lambda workshop: board.change_lane(workshop, id, title=title),
            visit,
        )

    def _on_kind(self, kind: object) -> None:
        alter(
            self._context.desk,
            lambda workshop: board.change_lane(workshop, self._id, kind=kind),
        )

    def _on_remove(self) -> None:
        alter(self._context.desk, lambda workshop: board.remove_lane(workshop, self._id))


def stack(page: QWidget, *rows: QWidget) -> None:
    """One under the other, from the top."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for row in rows:
        column.addWidget(row)
    # Not aligned to the top: that gives them the height of lines that do not wrap, and squashes.
    column.addStretch()
