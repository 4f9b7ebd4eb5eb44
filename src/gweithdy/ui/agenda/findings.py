"""What to look at before the day, said quietly under the plan."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gweithdy.domain.agenda import AgendaFinding
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button


class FindingsList(QWidget):
    """A button a finding; pressed again and again it goes through its blocks: `asked`."""

    asked = Signal(str)

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
                made.setToolTip(self._context.words.tr("Go to the block"))

    def _said(self, finding: AgendaFinding) -> str:
        return self._context.words.tr(finding.message, count=finding.count)

    def _add_button(self) -> None:
        made = button("quiet")
        place = len(self.buttons)
        made.clicked.connect(lambda: self._go(place))
        self.buttons.append(made)
        self._grid.addWidget(made, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)

    def _go(self, place: int) -> None:
        finding = self._shown[place]
        if finding.blocks:
            step = self._step.get(finding.message, -1) + 1
            self._step[finding.message] = step
            self.asked.emit(finding.blocks[step % len(finding.blocks)].id)
