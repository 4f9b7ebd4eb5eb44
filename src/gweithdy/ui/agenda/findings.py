"""What to look at before the day, said quietly under the plan."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from gweithdy.domain.agenda import AgendaFinding
from gweithdy.domain.problem import N_
from gweithdy.language.durations import duration
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button


class FindingsList(QWidget):
    """A button a finding; pressed again and again it goes through its blocks.

    `asked` carries the block and the field of it that is meant.
    """

    asked = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: list[AgendaFinding] = []
        self._step: dict[str, int] = {}
        self.buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._columns = 2
        # Long words must not make the plan wide and its details narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_findings(self, found: Sequence[AgendaFinding]) -> None:
        """Show these; buttons that are there already are used again, so focus stays."""
        self._shown = list(found)
        while len(self.buttons) < len(found):
            self._add_button()
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(found))
            if place < len(found):
                size = self._context.theme.px(16)
                made.setIcon(self._context.theme.icon("triangle-alert", "late", 16))
                made.setIconSize(QSize(size, size))
                made.setText(self._said(found[place]))
                made.setToolTip(self._said(found[place]))
                # Not once more what it says.
                made.setAccessibleDescription(self._context.words.tr(N_("Goes to the block")))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two findings side by side where there is room."""
        widest = max((made.sizeHint().width() for made in self.buttons), default=0)
        columns = 2 if 2 * widest <= self.width() else 1
        if columns != self._columns:
            self._columns = columns
            for place, made in enumerate(self.buttons):
                self._put(place, made)

    def _said(self, finding: AgendaFinding) -> str:
        words = self._context.words
        long = duration(finding.count, words)
        return words.tr(finding.message, count=finding.count, long=long)

    def _add_button(self) -> None:
        made = button("link")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        place = len(self.buttons)
        made.clicked.connect(lambda: self._go(place))
        self.buttons.append(made)
        self._put(place, made)

    def _put(self, place: int, made: QPushButton) -> None:
        row, column = divmod(place, self._columns)
        self._grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignLeft)

    def _go(self, place: int) -> None:
        # A screen reader can press what is not in sight any more.
        finding = self._shown[place] if place < len(self._shown) else None
        if finding and finding.blocks:
            step = self._step.get(finding.message, -1) + 1
            self._step[finding.message] = step
            self.asked.emit(finding.blocks[step % len(finding.blocks)].id, finding.field)
