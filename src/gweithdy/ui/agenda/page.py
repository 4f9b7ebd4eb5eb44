"""The Plan page: about the session, the blocks of the day, and the selected one beside them."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.agenda import (
    RESTS,
    Block,
    clock_time,
    findings,
    of_the_day,
    planned,
    rest_minutes,
    total_minutes,
)
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.edits import agenda
from gweithdy.edits.sessions import change_session
from gweithdy.language.durations import duration
from gweithdy.ui.agenda.details import BlockDetails
from gweithdy.ui.agenda.findings import FindingsList
from gweithdy.ui.agenda.session_panel import SessionPanel
from gweithdy.ui.agenda.table import AgendaTable
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.elided import Elided
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.side_pane import SidePane

DAY = 360
"""Of the height at 100 %: what the fields about the session leave to a few blocks of the day."""


class AgendaPage(Page):
    """Blocks in a table; Alt and the arrows or the mouse move them."""

    titled = QSize(0, 420)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._opened: Id = ""
        self.sum = Elided()
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.session = SessionPanel(context)
        self.table = AgendaTable(context)
        self.details = BlockDetails(context)
        self.findings = FindingsList(context)
        self.empty = EmptyState(context.theme, "calendar-days")
        self.usual = button()
        self.add = button("primary")
        self.duplicate = button()
        self.remove = button()
        self.stack = CurrentStack()
        self._gone_to: QWidget = self.session
        self._lay_out()
        self._connect()
        self.retranslate()

    def first(self) -> QWidget | None:
        if self.workshop and self.workshop.of(Block):
            return self.table
        return self.session.unwritten() if self.session.is_open else None

    def can(self, when: When) -> bool:
        if when is When.CHOSEN:
            return self.table.planned(self.table.current()) is not None
        return super().can(when)

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Plan"))
        self.session.retranslate()
        self.table.setAccessibleName(tr("Blocks of the day"))
        self.table.retranslate()
        self.details.retranslate()
        self.around.retranslate(tr("Details of the block"))
        self.bound.retranslate()
        self.empty.say(
            tr("The day has no blocks yet. Start with one, or take a usual day and change it."),
            tr("Add the first block"),
        )
        self.usual.setText(tr("Take the usual day"))

    def write_in(self, field: str, language: str) -> None:
        # The session and a block both have a title.
        if self._gone_to is self.details:
            self.around.open()
        elif box := self.session.box(field):
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().write_in(field, language)

    def fields_in(self) -> QWidget:
        return self._gone_to

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        has_blocks = self.workshop is not None and bool(self.workshop.of(Block))
        self.session.give_room(self.height() - self.theme.px(DAY) if has_blocks else None)

    def go_to(self, thing: Id) -> None:
        is_block = self.workshop is not None and self.workshop.find(Block, thing) is not None
        self._gone_to = self.details if is_block else self.session
        if is_block:
            self.table.select(thing)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.session.set_open(True)

    def reveal(self, ids: Collection[Id]) -> None:
        self.table.reveal(ids)

    def show_all(self) -> None:
        if self.workshop is None:
            return
        is_other = self._opened != self.workshop.id
        is_new = is_other and not self.workshop.of(Block)
        if is_other:
            self._opened = self.workshop.id
            self.session.set_open(is_new)
        self.session.show_session(self.workshop.session)
        if is_new:
            self.session.start_writing()
        self._show_blocks(self.workshop)

    def show_changes(self, taken: Taken) -> None:
        if self.workshop is None:
            return
        if self.workshop.id in taken:
            self.show_all()
        elif touches(taken, Block):
            self._show_blocks(self.workshop)

    def is_held(self) -> bool:
        return self.table.is_held()

    def _show_blocks(self, workshop: Workshop) -> None:
        times = planned(of_the_day(workshop.of(Block)), workshop.session.start)
        self.table.show_times(times)
        place, start = (0, self.table) if times else (1, self.usual)
        self.stack.turn_to(place, start)
        self.findings.show_findings(findings(times))
        self._share_height()
        blocks = [each.block for each in times]
        self.sum.setVisible(bool(times))
        if times:
            self.sum.say(
                self.words.tr(
                    "{start}–{end} · {total} · {breaks}",
                    start=clock_time(times[0].start),
                    end=clock_time(times[-1].end),
                    total=duration(total_minutes(blocks), self.words),
                    breaks=self._breaks(blocks),
                )
            )
        self._show_details()

    def _breaks(self, blocks: Sequence[Block]) -> str:
        many = sum(block.kind in RESTS for block in blocks)
        if not many:
            return self.words.tr("no breaks")
        long = duration(rest_minutes(blocks), self.words)
        return self.words.ntr("{n} break, {long}", "{n} breaks, {long}", many, long=long)

    def _show_details(self) -> None:
        each = self.table.planned(self.table.current())
        self.bound.refresh()
        if each:
            self.details.show_block(each.block, each.start)

    def _do(self, make: Callable[[Workshop], Edit], visit: Visit = NO_VISIT) -> Edit | None:
        edit = alter(self.desk, make, visit)
        if edit is None:
            # What was refused must not stay in its field. Not at once: what is being left would
            # give its words again, for ever; and if the disk is full, they wait for it first.
            QTimer.singleShot(0, self, self.show_all)
        return edit

    def _on_add(self) -> None:
        current = self.table.current()
        edit = self._do(lambda workshop: agenda.add(workshop, current))
        if edit:
            self.table.select(edit.changes[0].id)
            self.around.open()
            self.details.focus_title()

    def _on_usual(self) -> None:
        edit = self._do(agenda.add_usual_day)
        if edit:
            self.session.set_open(False)
            self.table.select(edit.changes[0].id)
            self.table.setFocus()

    def _on_duplicate(self) -> None:
        current = self.table.current()
        edit = self._do(lambda workshop: agenda.duplicate(workshop, current)) if current else None
        if edit:
            self.table.select(edit.changes[0].id)

    def _on_remove(self) -> None:
        current, row = self.table.current(), self.table.currentIndex().row()
        if current and self._do(lambda workshop: agenda.remove(workshop, current)):
            rows = self.table.source.rows
            if rows:
                self.table.select(rows[min(row, len(rows) - 1)].id)

    def _on_moved(self, block: Id, step: int) -> None:
        rows = [row.id for row in self.table.source.rows]
        place = rows.index(block) + step
        if 0 <= place < len(rows):
            rows.remove(block)
            self._on_dropped(block, rows[place:])

    def _on_dropped(self, block: Id, following: list[Id]) -> None:
        workshop = self.workshop
        others = [each.id for each in workshop.of(Block)] if workshop else []
        if block in others:
            others.remove(block)
        places = [others.index(each) for each in following if each in others]
        self._put(block, places[0] if places else len(others))

    def _put(self, block: Id, place: int) -> None:
        if self._do(lambda workshop: agenda.move(workshop, block, place)):
            self.table.scrollTo(self.table.currentIndex())
            self._say_place(block)

    def _say_place(self, block: Id) -> None:
        each = self.table.planned(block)
        if each:
            place, many = self.table.source.row_of(block) + 1, len(self.table.source.rows)
            said = self.words.tr(
                N_("Now at {time}: {place} of {many}"),
                time=clock_time(each.start),
                place=place,
                many=many,
            )
            self.desk.told.emit(said)

    def _on_given(self, block: Id, field: str, value: object, visit: Visit = NO_VISIT) -> None:
        self._do(lambda workshop: agenda.change(workshop, block, **{field: value}), visit)

    def _on_session(self, field: str, value: object, visit: Visit) -> None:
        self._do(lambda workshop: change_session(workshop.session, **{field: value}), visit)

    def _go_to(self, block: Id, path: str) -> None:
        self.go_to(block)
        self.table.scrollTo(self.table.currentIndex())
        field, _, language = path.partition(".")
        if field:
            self.around.open()
        if field == "locked":
            self.details.locked.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field:
            self.write_in(field, language or self.words.language)

    def _connect(self) -> None:
        self.session.given.connect(self._on_session)
        self.details.given.connect(self._on_given)
        self.findings.asked.connect(self._go_to)
        self.empty.asked.connect(self._on_add)
        self.usual.clicked.connect(self._on_usual)
        table = self.table
        table.selected.connect(self._show_details)
        table.source.given.connect(self._on_given)
        table.moved.connect(self._on_moved)
        table.dropped.connect(self._on_dropped)
        table.delete_asked.connect(self._on_remove)
        self.bound.bind(
            {
                "agenda.add": self._on_add,
                "agenda.duplicate": self._on_duplicate,
                "list.remove": self._on_remove,
            }
        )
        self.bound.dress(self.add, "agenda.add", N_("Add a block"))
        self.bound.dress(self.duplicate, "agenda.duplicate")
        self.bound.dress(self.remove, "list.remove", N_("Delete"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title)
        head.addWidget(self.sum, 1)
        inside = self.empty.layout()
        assert isinstance(inside, QBoxLayout)
        inside.insertWidget(inside.count() - 1, self.usual, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack.addWidget(self._plan())
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.session)
        column.addWidget(self.stack, 1)

    def _plan(self) -> QWidget:
        left = QWidget()
        self.around = SidePane(self.context, left, self.details, least=860, sizes=(740, 370))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.add, self.duplicate, self.remove):
            buttons.addWidget(made)
        buttons.addStretch()
        buttons.addWidget(self.around.opener)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        # Over the table: what is found below comes and goes, and moves no button.
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        column.addWidget(self.findings)
        return self.around
