"""Re-planning the rest of the day: what would change is shown before anything does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.agenda import Block, clock_time, length
from gweithdy.domain.day import Day
from gweithdy.domain.problem import N_
from gweithdy.domain.replanning import Replan, Way
from gweithdy.language.blocks import title_of
from gweithdy.language.durations import duration
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.run.wording import lateness
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.ticker import Ticker
from gweithdy.ui.widgets.labels import button, label, panel
from gweithdy.ui.widgets.one_of import OneOf

WIDTH = 560
"""Pixels at 100 %."""

WAYS = {
    Way.SHORTEN: N_("Shorten the blocks"),
    Way.LEAVE_OUT: N_("Leave out what may be"),
    Way.BOTH: N_("Both"),
}


class ReplanSheet(QDialog):
    """`chosen` carries the Replan that the person wants. What is shown is what is done."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, context: Context, ticker: Ticker, day: Day) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = context.words
        self._day = day
        # As of now, and not of each second while somebody thinks about it.
        self._late = day.late(ticker.now)
        self._offers = {way: day.replanned(ticker.now, way) for way in Way}
        self._blocks = {each.block.id: each.block for each in day.times}
        self.wanted = Replan()
        self.ways = {way: button("switch") for way in Way}
        self._switch = OneOf(self)
        self.told = label("section", wrap=True)
        self.changes = label(wrap=True)
        self.outcome = label("section", wrap=True)
        self.do = button("primary")
        self.leave = button()
        self._lay_out(context)
        self._switch.chosen.connect(self._show)
        self.do.clicked.connect(self._on_do)
        self.leave.clicked.connect(self.reject)
        self._switch.show(self._usual())
        self._show()
        self.setFixedWidth(min(context.theme.px(WIDTH), window.width() - 48))

    def _usual(self) -> Way:
        """The mildest way that is enough; else the one that comes nearest."""
        return min(Way, key=lambda way: (self._offers[way].late, list(Way).index(way)))

    def _show(self) -> None:
        way = self._switch.value
        assert isinstance(way, Way)
        self.wanted = self._offers[way]
        self.changes.setText("\n".join(self._said(self.wanted)))
        self.outcome.setText(result(self.wanted, self._words))
        self.do.setEnabled(bool(self.wanted))

    def _said(self, wanted: Replan) -> list[str]:
        tr = self._words.tr
        if not wanted:
            return [tr(N_("Nothing can be taken from what is still to come."))]
        said = []
        for id, block in self._blocks.items():
            if id in wanted.left_out:
                said.append(tr(N_("Left out: {title}"), title=title_of(block, self._words)))
            elif id in wanted.lengths:
                said.append(shortened(block, wanted.lengths[id], self._words))
        return said

    def _on_do(self) -> None:
        self.chosen.emit(self.wanted)
        self.accept()

    def _lay_out(self, context: Context) -> None:
        tr = self._words.tr
        self.setWindowTitle(tr(N_("Re-plan the rest of the day")))
        if self._late > 0:
            how, _, _ = lateness(self._late, self._words)
            planned = clock_time(self._day.planned_end())
            self.told.setText(
                tr(
                    N_("As it goes, the day ends {how}. It was to end at {time}."),
                    how=how,
                    time=planned,
                )
            )
        else:
            self.told.setText(tr(N_("As it goes, the day ends in time.")))
        self.do.setText(tr(N_("Re-plan")))
        self.leave.setText(tr(N_("Leave it as it is")))
        self.changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.changes.setAccessibleName(tr(N_("What changes")))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        ways, buttons = QHBoxLayout(), QHBoxLayout()
        column.addLayout(ways)
        for way, made in self.ways.items():
            made.setText(tr(WAYS[way]))
            self._switch.take(made, way)
            ways.addWidget(made)
        ways.addStretch()
        inside = panel()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.addWidget(self.changes)
        lines.addStretch()
        column.addWidget(ScrolledDown(inside), 1)
        column.addWidget(self.outcome)
        column.addLayout(buttons)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.do)
        self.setMinimumHeight(context.theme.px(320))


def shortened(block: Block, minutes: int, words: Words) -> str:
    """A block with the minutes that it has now and those that it would have."""
    before, after = duration(length(block), words), duration(minutes, words)
    return f"{title_of(block, words)}: {before} → {after}"


def result(wanted: Replan, words: Words) -> str:
    """When the day would end, and plainly so where that is too late."""
    time = clock_time(int(wanted.end))
    if not wanted.late:
        return words.tr(N_("Then it ends at {time}, as planned."), time=time)
    how, _, _ = lateness(wanted.late, words)
    return words.tr(
        N_("That is not enough: it still ends at {time}, {how}. Tell people, or end earlier."),
        time=time,
        how=how,
    )
