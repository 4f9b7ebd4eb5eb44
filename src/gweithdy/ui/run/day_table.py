"""The whole day at the side: what is done, what is on, and when the rest will be."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from gweithdy.domain.agenda import Block, actual_minutes, clock_time, length
from gweithdy.domain.day import MARK_LABELS, Day, Mark
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, NC_
from gweithdy.language.blocks import title_of
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows import Column, RowsDelegate, RowsTable

_ICONS = {
    Mark.DONE: ("check", "good"),
    Mark.NOW: ("play", "accent"),
    Mark.NEXT: ("chevron-right", "quiet"),
    Mark.LEFT_OUT: ("x", "quiet"),
}


class DayTable(RowsTable):
    """Planned, re-planned and as it was, side by side. Read: `jump_asked` on Enter."""

    jump_asked = Signal()

    def __init__(self, context: Context) -> None:
        self._day: Day | None = None
        self._begins: dict[Id, float] = {}
        self._plan: dict[Id, tuple[int, int]] = {}
        columns = (
            Column("id", N_("State"), shown=self._state, editable=False, width=140),
            Column(
                "order",
                NC_("heading of times", "Planned"),
                shown=self._planned,
                editable=False,
                width=64,
            ),
            Column("title", N_("Block"), shown=self._titled, editable=False, width=110, stretch=1),
            Column(
                "minutes",
                N_("Minutes"),
                shown=self._minutes,
                spoken=self._minutes_spoken,
                editable=False,
                width=72,
                span=(0, 0),
            ),
        )
        super().__init__(context, columns, row_height=52)
        self.setItemDelegate(MarksDelegate(self, context))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # A long title is cut at the end of its line; the second line is for the times.
        self.setWordWrap(False)

    def show_day(self, day: Day, now: datetime) -> None:
        """Show the blocks; the present one is kept in sight."""
        before = self._day.clock.block if self._day else ""
        self._day = day
        self._plan = day.plan()
        self._begins = _begins(day, now)
        self.show_rows([each.block for each in day.times])
        self.source.retranslate()
        if day.clock.block and day.clock.block != before:
            self.select(day.clock.block)
            self.scrollTo(self.currentIndex())

    def show_time(self, now: datetime) -> None:
        """Say anew when the blocks to come will begin."""
        if self._day is None:
            return
        begins = _begins(self._day, now)
        changed = [id for id, at in begins.items() if int(at) != int(self._begins.get(id, -1))]
        self._begins = begins
        for id in changed:
            self.source.row_changed(self.source.row_of(id))

    def mark(self, block: Id) -> Mark:
        """Where a block stands."""
        return self._day.mark(block) if self._day else Mark.LATER

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, "day")[0] == "day.jump":
            self.jump_asked.emit()
            return
        super().keyPressEvent(event)
        if pressed(event, "run", short=True)[0]:
            # Read, and nothing more: on the page the same key goes on with the day.
            event.accept()

    def _state(self, block: Block, words: Words) -> str:
        mark = self.mark(block.id)
        return "" if mark is Mark.LATER else words.tr(MARK_LABELS[mark])

    def _planned(self, block: Block, _words: Words) -> str:
        plan = self._plan.get(block.id)
        return clock_time(plan[0]) if plan else "–"

    def _minutes(self, block: Block, _words: Words) -> str:
        now = length(block)
        return str(now) if now == block.minutes else f"{block.minutes} → {now}"

    def _minutes_spoken(self, block: Block, words: Words) -> str:
        now = length(block)
        if now == block.minutes:
            return str(now)
        return words.tr(N_("planned {planned}, now {now}"), planned=block.minutes, now=now)

    def _titled(self, block: Block, words: Words) -> str:
        title = title_of(block, words)
        note = self._note(block, words)
        return f"{title}\n{note}" if note else title

    def _note(self, block: Block, words: Words) -> str:
        """When the block really was, or will be by now."""
        at, took = self._begins.get(block.id), actual_minutes(block)
        if at is None:
            return ""
        time = clock_time(int(at))
        if took is not None:
            lasted = words.ntr("{n} minute", "{n} minutes", round(took))
            return words.tr("from {time}: {lasted}", time=time, lasted=lasted)
        if block.began:
            return words.tr("since {time}", time=time)
        return words.tr("about {time}", time=time)


class MarksDelegate(RowsDelegate):
    """Puts a symbol before the word of the state."""

    def __init__(self, table: DayTable, context: Context) -> None:
        super().__init__(table, context.words)
        self._theme = context.theme
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        mark = self._table.mark(self._table.source.rows[index.row()].id)
        if index.column() == 0 and mark in _ICONS:
            size = self._theme.px(16)
            option.icon = self._theme.icon(*_ICONS[mark], 16)
            option.decorationSize = QSize(size, size)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if mark is Mark.NOW:
            option.font.setBold(True)


def _begins(day: Day, now: datetime) -> dict[Id, float]:
    """When blocks began, or will; nothing before the day is started."""
    begins = {
        each.block.id: day.minutes_at(each.block.began.astimezone(now.tzinfo))
        for each in day.times
        if each.block.began
    }
    if day.going:
        begins |= {each.block.id: at for each, at in day.expected(now)}
    return begins
