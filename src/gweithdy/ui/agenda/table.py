"""The blocks of the plan in a table: times, kind, title and minutes, edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, LONGEST_BLOCK, Block, Planned, clock_time
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.ui.agenda.drag import RowDrag
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.block_icons import BLOCK_ICONS
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows import Column, RowsDelegate, RowsTable

ROW, TALL_ROW = 40, 60
"""Heights in pixels at 100 %; tall where a fixed start leaves a gap or is missed."""

ONLINE = "monitor"
"""The symbol of a block with an online version."""

EDGE = 24
"""Pixels from the edge within which a pull scrolls the table."""


class AgendaTable(RowsTable):
    """`dropped` carries a block and those that are to follow it, the next one first."""

    dropped = Signal(str, list)

    def __init__(self, context: Context) -> None:
        self._times: dict[Id, Planned] = {}
        self._drag: RowDrag | None = None
        columns = (
            Column("order", N_("Time"), shown=self._time, editable=False, width=124, firm=True),
            Column("kind", N_("Kind"), BLOCK_KIND_LABELS, width=160),
            Column("title", N_("Title"), shown=self._title, width=200, stretch=1),
            Column("minutes", N_("Minutes"), span=(1, LONGEST_BLOCK), width=72, firm=True),
            Column("online", N_("Online"), shown=self._online, editable=False, width=68, firm=True),
        )
        super().__init__(context, columns, row_height=ROW)
        self.setItemDelegate(AgendaDelegate(self, context))
        # A long title is cut at the end of its line; the second line is for the fixed start.
        self.setWordWrap(False)

    def show_times(self, times: Sequence[Planned]) -> None:
        """Show the blocks with their computed times."""
        before, self._times = self._times, {each.block.id: each for each in times}
        with self.unmoved():
            self.show_rows([each.block for each in times])
            for place, each in enumerate(times):
                if before.get(each.block.id) != each:
                    self.source.row_changed(place)
            self._show_heights()

    def show_sizes(self) -> None:
        super().show_sizes()
        self._show_heights()

    def is_held(self) -> bool:
        """Whether somebody is pulling a block."""
        return self._drag is not None

    def planned(self, block: Id) -> Planned | None:
        """When a block is to happen."""
        return self._times.get(block)

    def _show_heights(self) -> None:
        px = self._context.theme.px
        for place, block in enumerate(self.source.rows):
            each = self._times.get(block.id)
            self.setRowHeight(place, px(TALL_ROW if each and each.gap else ROW))

    def _time(self, block: Block, _words: Words) -> str:
        each = self._times.get(block.id)
        return f"{clock_time(each.start)}–{clock_time(each.end)}" if each else ""

    def _title(self, block: Block, words: Words) -> str:
        title = block.title.best(words.language)[0] or words.tr("No title yet")
        note = gap_words(self._times.get(block.id), words)
        return f"{title}\n{note}" if note else title

    def _online(self, block: Block, words: Words) -> str:
        return words.tr("Yes") if block.online else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        row = self.rowAt(at.y())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self._drag = RowDrag(self.source.rows[row].id, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self._drag.moved_far_enough(at):
            self._drag.landing = landing = self._boundary(at)
            self._drag.following = [row.id for row in self.source.rows[landing:]]
            self._scroll_at_edge(at)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        self._end_drag()
        super().mouseReleaseEvent(event)
        if drag and drag.moving:
            # Qt chooses the row over which the button was let go.
            self.select(drag.id)
            self.dropped.emit(drag.id, drag.following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag and is_key(event, "window.leave"):
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A sheet or another page may be in front now: nothing lands behind it.
        self._end_drag()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is None or not self._drag.moving:
            return
        row = self._drag.landing
        last = len(self.source.rows)
        y = self.rowViewportPosition(row) if row < last else self._below()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._context.theme.color("accent")
        painter.setPen(QPen(color, 3))
        y = max(2, y)
        painter.drawLine(8, y, self.viewport().width() - 2, y)
        painter.setBrush(color)
        painter.drawEllipse(QPoint(6, y), 4, 4)
        painter.end()

    def _end_drag(self) -> None:
        self._drag = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _boundary(self, at: QPoint) -> int:
        """The row before which something let go at `at` lands."""
        row = self.rowAt(at.y())
        if row < 0:
            return 0 if at.y() < 0 else len(self.source.rows)
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row if at.y() < middle else row + 1

    def _below(self) -> int:
        last = len(self.source.rows) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) - 2

    def _scroll_at_edge(self, at: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at.y() < EDGE:
            bar.setValue(bar.value() - EDGE)
        elif at.y() > height - EDGE:
            bar.setValue(bar.value() + EDGE)


class AgendaDelegate(RowsDelegate):
    """Puts symbols before the words: of the kind, of a fixed start, of an online version."""

    def __init__(self, table: AgendaTable, context: Context) -> None:
        super().__init__(table, context.words)
        self._theme = context.theme
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        block: Block = self._table.source.rows[index.row()]
        icon, role = self._icon(block, self._table.source.columns[index.column()].field)
        if icon == ONLINE:
            # A symbol is enough; the tooltip and a screen reader say the word.
            option.text = ""
        if icon:
            size = self._theme.px(18)
            option.icon = self._theme.icon(icon, role, 18)
            option.decorationSize = QSize(size, size)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _icon(self, block: Block, field: str) -> tuple[str, str]:
        each = self._table.planned(block.id)
        match field:
            case "order" if block.locked:
                return "lock", "ink"
            case "kind":
                return BLOCK_ICONS[block.kind], "ink"
            case "title" if each and each.gap < 0:
                return "triangle-alert", "late"
            case "title" if each and each.gap > 0:
                return "clock", "quiet"
            case "online" if block.online:
                return ONLINE, "ink"
        return "", "ink"


def gap_words(each: Planned | None, words: Words) -> str:
    """What a fixed start does to the plan: free time before it, or an overrun."""
    if each is None or not each.gap:
        return ""
    if each.gap > 0:
        return words.ntr("{n} minute free before", "{n} minutes free before", each.gap)
    return words.ntr("Start missed by {n} minute", "Start missed by {n} minutes", -each.gap)
