"""Where new cards go, and what holds for all of them: lane, kind of barrier, source."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.board import Board, CardKind, Lane, LaneKind
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.kind_box import KindBox
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.source_box import QuietBox, SourceBox
from gweithdy.ui.widgets.wrapping_row import WrappingRow


class PlaceBoxes(QWidget):
    """One choice each for all cards of an import."""

    def __init__(self, context: Context, workshop: Workshop, lane: Id) -> None:
        super().__init__()
        words, tr = context.words, context.words.tr
        self._lanes = [each for board in workshop.of(Board) for each in workshop.of(Lane)
                       if each.board == board.id]  # fmt: skip
        self.lane = QuietBox(26)
        self.kind = KindBox(context)
        self.source = SourceBox(context)
        self.source.show_sources(workshop)
        # "Before the session" is longer than any table.
        self.source.setMinimumContentsLength(17)
        titles = [each.title.best(words.language)[0] or tr("Untitled") for each in self._lanes]
        self.lane.addItems(titles or [tr("What would good look like?")])
        speak_choices(self.lane, [each.title.spoken(words.language) for each in self._lanes])
        ids = [each.id for each in self._lanes]
        self.lane.setCurrentIndex(ids.index(lane) if lane in ids else 0)
        self.lane.currentIndexChanged.connect(self._show_kind)
        self._kind_field = _captioned(tr("Kind of barrier"), self.kind)
        row = WrappingRow(
            [
                _captioned(tr("Where it goes"), self.lane),
                self._kind_field,
                _captioned(tr("Where it was said"), self.source),
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        line = self.source.lineEdit()
        assert line
        line.setAccessibleName(tr("Where it was said"))
        self._show_kind()

    def lane_id(self) -> Id:
        """The lane that was chosen; "" where there is no board yet."""
        return self._lanes[self.lane.currentIndex()].id if self._lanes else ""

    def chosen_kinds(self) -> tuple[CardKind, ...]:
        """The kinds of all cards; none outside the lane of barriers."""
        return tuple(self.kind.kinds()) if self._has_kinds() else ()

    def _has_kinds(self) -> bool:
        place = self.lane.currentIndex()
        return bool(self._lanes) and self._lanes[place].kind is LaneKind.BARRIERS

    def _show_kind(self) -> None:
        self._kind_field.setVisible(self._has_kinds())


def _captioned(name: str, box: QWidget) -> QWidget:
    field, caption = QWidget(), label("field")
    caption.setText(name)
    caption.setBuddy(box)
    box.setAccessibleName(name)
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(caption)
    column.addWidget(box)
    return field
