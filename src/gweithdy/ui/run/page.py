"""The Run page: now and next, the time left, and the few buttons of a day."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.agenda import Block, clock_time
from gweithdy.domain.change import Edit
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.clock import Clock, ClockState
from gweithdy.domain.day import Day
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.edits import agenda, running
from gweithdy.edits.carrying import waiting
from gweithdy.ui.ask import lay_over
from gweithdy.ui.attempt import alter
from gweithdy.ui.commands import COMMANDS, When
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.page import Page
from gweithdy.ui.run.day_pane import DayPane
from gweithdy.ui.run.now_panel import NowPanel
from gweithdy.ui.run.replan_sheet import ReplanSheet
from gweithdy.ui.run.wording import lateness
from gweithdy.ui.ticker import Ticker
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label, show_state
from gweithdy.ui.widgets.side_pane import SidePane
from gweithdy.ui.widgets.tips import tip_with_keys
from gweithdy.ui.widgets.wrapping_row import WrappingRow

Verb = Callable[[Workshop, datetime], Edit]

GO_WORDS = ByChoice(
    {ClockState.RUNNING: N_("Pause"), ClockState.PAUSED: N_("Continue")}, N_("Start the day")
)
GO_ICONS = ByChoice({ClockState.RUNNING: "pause"}, "play")

LOW = 420
"""Pixels of height at 100 % below which the page does without its title and its edges."""

SLACK = 6
"""Pixels by which a button may be wider than its words need."""


class RunPage(Page):
    """The keys of the day work everywhere on it; short ones on the buttons and the open page."""

    titled = QSize(0, LOW)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.ticker = Ticker.of(context.desk)
        self._late: int | None = None
        self.end = label("lateness", wrap=True)
        self.end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._end_symbol = QLabel()
        self.now = NowPanel(context, self.ticker)
        self.pane = DayPane(context)
        self.day = self.pane.table
        self.around = SidePane(context, self.now, self.pane, least=860, sizes=(560, 560))
        self.go, self.next, self.back = button(), button(), button()
        self.less, self.minute, self.minutes = button(), button(), button()
        self.replan, self.finish, self.clear = button(), button(), button()
        self.to_room = button("quiet")
        self.empty = EmptyState(context.theme, "calendar-days")
        self._lay_out()
        self._connect()
        self.retranslate()

    def first(self) -> QWidget | None:
        self.ticker.look()
        day = self.ticker.day
        is_finished = day is not None and day.clock.state is ClockState.FINISHED
        return self if is_finished else self.go

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Run"))
        self.setAccessibleName(tr("Run"))
        self.next.setText(tr("Next block"))
        # In large Welsh text a row of three times the same word would take a second line.
        self.less.setText("−1")
        self.minute.setText("+1")
        self.minutes.setText(self.words.ntr("+{n} minute", "+{n} minutes", 5))
        self.replan.setText(tr(N_("Re-plan the rest…")))
        for made, id in self._timed().items():
            made.setAccessibleName(tr(COMMANDS[id].text))
            tip_with_keys(made, self.words, tr(COMMANDS[id].text), id)
        self.to_room.setAccessibleName(tr(COMMANDS["run.present"].text))
        tip_with_keys(self.to_room, self.words, tr(COMMANDS["run.present"].text), "run.present")
        self.to_room.setIcon(self.theme.icon("monitor"))
        self.finish.setText(tr("Finish the day"))
        self.clear.setText(tr("Clear the times"))
        self.clear.setToolTip(tr("If this was only a trial run"))
        self.around.retranslate(tr("The whole day"))
        self.pane.retranslate()
        self.empty.say(
            tr("There is nothing to run yet: the plan of this session has no blocks."),
            tr("Go to the plan"),
        )

    def show_all(self) -> None:
        self.ticker.look()
        day = self.ticker.day
        if day is None:
            return
        self._pages.setCurrentIndex(0 if day.times else 1)
        if not day.times:
            return
        self.now.show_day(day)
        self.pane.show_day(day, self.ticker.now)
        self._show_buttons(day)
        self._keep_widths()
        self._late = None
        self._show_end(day)

    def show_changes(self, taken: Taken) -> None:
        if touches(taken, Session, Clock, Block):
            self.show_all()

    def can(self, when: When) -> bool:
        day = self.ticker.day
        match when:
            case When.GOING:
                return day is not None and day.going
            case When.PASSED if day:
                finished = day.clock.state is ClockState.FINISHED
                return finished or (day.going and day.before() is not None)
        return super().can(when)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.first()
        if first and self.focusWidget() is None:
            # Then Space works at once, and where it works can be seen.
            first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge = 2 if self.room().height() < self.theme.px(LOW) else 12
        self._outer.setContentsMargins(24, edge, 24, edge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = bool(self.context.settings.get("short_keys"))
        id, _ = pressed(event, "run", short=wanted)
        if not id:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.bound.run(id)

    def start_or_pause(self) -> None:
        """Start, pause or continue; a finished day stays as it is."""
        if self.ticker.day is None or not self.ticker.day.times:
            return
        match self.ticker.day.clock.state:
            case ClockState.IDLE:
                self.tell(running.start)
            case ClockState.RUNNING:
                self.tell(running.pause)
            case ClockState.PAUSED:
                self.tell(running.resume)

    def tell(self, verb: Verb) -> None:
        """Carry out something that happens now."""
        alter(self.desk, lambda workshop: verb(workshop, self.desk.now()))

    def _on_next(self) -> None:
        day = self.ticker.day
        if day is not None and day.going and not day.rest:
            self._on_finish()
        else:
            self.tell(running.next_block)

    def _on_finish(self) -> None:
        """End the day; first to the parking lot, where something waits in it."""
        workshop = self.workshop
        wait = waiting(workshop) if workshop else []
        if workshop and wait:
            # Before it is told why: going to another page would say something of its own.
            self.thing_asked.emit(workshop.id, "board", wait[0].id, "")
        self.tell(running.finish)

    def _on_back(self) -> None:
        self.tell(running.previous_block)

    def _on_replan(self) -> None:
        day = self.ticker.day
        if day is None or not day.going:
            return
        sheet = ReplanSheet(self.window(), self.context, self.ticker, day)
        sheet.chosen.connect(
            lambda wanted: self.tell(lambda workshop, _now: agenda.replan(workshop, wanted))
        )
        lay_over(sheet)

    def _on_leave(self, block: Id, out: bool) -> None:  # noqa: FBT001 - what the signal carries
        alter(self.desk, lambda workshop: agenda.leave_out(workshop, block, out=out))

    def _timed(self) -> dict[QPushButton, str]:
        """The buttons of the day's lengths, with their commands."""
        return {
            self.less: "run.shorter", self.minute: "run.longer", self.minutes: "run.longest",
            self.replan: "run.replan",
        }  # fmt: skip

    def _on_tick(self) -> None:
        day = self.ticker.day
        if day and day.times and self.isVisible():
            self.now.show_time(day)
            self.day.show_time(self.ticker.now)
            self._show_end(day)

    def _show_buttons(self, day: Day) -> None:
        state, tr = day.clock.state, self.words.tr
        # So is one in a state that only a newer version knows: it can be cleared.
        finished = not day.going and state is not ClockState.IDLE
        self.go.setText(tr(GO_WORDS[state]))
        self.go.setIcon(self.theme.icon(GO_ICONS[state], _ink(state)))
        of_the_day = (self.go, self.next, *self._timed(), self.finish)
        if finished and any(made.hasFocus() for made in of_the_day):
            # Without it the focus would be passed on, and Space must not press another button.
            self.setFocus()
        running_now = state is ClockState.RUNNING
        show_state(self.go, "plain" if running_now else "primary")
        self.clear.setVisible(finished)
        for made in (self.go, self.next):
            made.setIconSize(QSize(self.theme.px(18), self.theme.px(18)))
            made.setVisible(not finished)
        show_state(self.next, "primary" if running_now else "plain")
        self.next.setIcon(self.theme.icon("skip-forward", "on_accent" if running_now else "ink"))
        self.next.setText(tr("Next block") if day.rest or not day.going else tr("Finish the day"))
        self.back.setText(tr("Not finished yet") if finished else tr("Block before"))
        for made, id in ((self.go, "run.go"), (self.next, "run.next"), (self.back, "run.back")):
            tip_with_keys(made, self.words, tr(COMMANDS[id].text), id)
        self.back.setEnabled(self.can(When.PASSED))
        for made in (self.next, *self._timed(), self.finish):
            made.setEnabled(self.can(When.GOING))
        for made in self._timed():
            made.setVisible(not finished)
        self.finish.setVisible(bool(day.rest))

    def _keep_widths(self) -> None:
        """What a button says changes; where the next one stands does not, with a finger on it."""
        tr = self.words.tr
        for made, texts in (
            (self.go, [tr(text) for text in (*GO_WORDS.values(), GO_WORDS.other)]),
            (self.next, [tr("Next block"), tr("Finish the day")]),
        ):
            made.ensurePolished()
            now = made.fontMetrics().horizontalAdvance(made.text())
            widest = max(made.fontMetrics().horizontalAdvance(text) for text in texts)
            wide = made.sizeHint().width() - now + widest
            # Primary or plain makes a small difference, which nobody shall see.
            if abs(made.minimumWidth() - wide) > SLACK:
                made.setFixedWidth(wide + SLACK // 2)

    def _show_end(self, day: Day) -> None:
        late = day.late(self.ticker.now)
        if late == self._late:
            return
        self._late = late
        words, tr = self.words, self.words.tr
        planned, end = clock_time(day.planned_end()), day.expected_end(self.ticker.now)
        if day.clock.state is ClockState.IDLE:
            self.end.setText(tr("Planned end: {time}", time=planned))
            show_state(self.end, "lateness")
        else:
            how, icon, role = lateness(late, words)
            show_state(self.end, f"lateness-{role}")
            size = self.theme.px(18)
            self._end_symbol.setPixmap(self.theme.icon(icon, role, 18).pixmap(QSize(size, size)))
            template = tr("Ends at {time}: {how}") if day.going else tr("Ended at {time}: {how}")
            said = template.format(time=clock_time(int(end)), how=how)
            self.end.setText(f"{said} · {tr('Planned end: {time}', time=planned)}")
        self._end_symbol.setVisible(day.clock.state is not ClockState.IDLE)

    def _connect(self) -> None:
        self.empty.asked.connect(lambda: self.asked_for.emit("agenda"))
        self.ticker.ticked.connect(self._on_tick)
        self.go.clicked.connect(lambda: self.bound.run("run.go"))
        self.clear.clicked.connect(lambda: self.tell(_clear))
        self.next.clicked.connect(lambda: self.bound.run("run.next"))
        self.back.clicked.connect(lambda: self.bound.run("run.back"))
        for made, id in self._timed().items():
            made.clicked.connect(partial(self.bound.run, id))
        self.to_room.clicked.connect(partial(self.bound.run, "run.present"))
        self.pane.jump_asked.connect(lambda id: self.tell(partial(_jump, id)))
        self.pane.leave_asked.connect(self._on_leave)
        self.finish.clicked.connect(self._on_finish)
        self.bound.bind(
            {
                "run.go": self.start_or_pause,
                "run.next": self._on_next,
                "run.back": self._on_back,
                "run.longer": lambda: self.tell(_more(1)),
                "run.longest": lambda: self.tell(_more(5)),
                "run.shorter": lambda: self.tell(_more(-1)),
                "run.replan": self._on_replan,
                "run.present": lambda: self.present_asked.emit("", "", ""),
            }
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.end, 1)
        head.addWidget(self._end_symbol)
        # As of the other buttons: after a click Space must still pause.
        self.around.opener.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.around.opener)
        self.to_room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.to_room)
        whole = QWidget()
        self._outer = outer = QVBoxLayout(whole)
        outer.setContentsMargins(24, 12, 24, 12)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.around, 1)
        # Over the whole width, so that long words have room; what ends the day stands apart.
        outer.addWidget(_row((self.go, self.next, self.back), (self.clear,)))
        outer.addWidget(_row(tuple(self._timed()), (self.finish,)))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(whole)
        self._pages.addWidget(self.empty)


def _row(left: Sequence[QPushButton], right: Sequence[QPushButton] = ()) -> WrappingRow:
    for made in (*left, *right):
        # After a click, Space must still pause, and not press the clicked button again.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return WrappingRow(left, right)


def _more(minutes: int) -> Verb:
    return lambda workshop, _now: running.extend(workshop, minutes)


def _jump(block: Id, workshop: Workshop, now: datetime) -> Edit:
    return running.jump(workshop, block, now)


def _clear(workshop: Workshop, _now: datetime) -> Edit:
    return running.clear(workshop)


def _ink(state: ClockState) -> str:
    return "on_accent" if state in (ClockState.IDLE, ClockState.PAUSED) else "ink"
