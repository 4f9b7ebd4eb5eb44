"""What is on now, in letters that the back of a room can read, and what comes next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, Block, Planned, clock_time
from gweithdy.domain.choice import labels
from gweithdy.domain.clock import ClockState, spent
from gweithdy.domain.day import Day
from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.run.ticker import Ticker
from gweithdy.ui.run.wording import dress, said
from gweithdy.ui.widgets.block_icons import BLOCK_ICONS
from gweithdy.ui.widgets.labels import label, rule

HEADINGS = labels(
    {
        ClockState.IDLE: N_("First"),
        ClockState.RUNNING: N_("Now"),
        ClockState.PAUSED: N_("Now · paused"),
        ClockState.FINISHED: N_("The day is finished"),
    }
)


class NowPanel(QFrame):
    """Titles in both languages: a hybrid room reads both, whatever the screen speaks."""

    def __init__(self, context: Context, ticker: Ticker) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._context = context
        self._ticker = ticker
        self.state = label("field")
        self._kind = QLabel()
        self.title = label(wrap=True)
        self.other = label(wrap=True)
        self._symbol = QLabel()
        self.figures = label()
        self.word = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.times = label("quiet")
        self.online = label("body", wrap=True)
        self._rule = rule()
        self.next = label("body", wrap=True)
        for made in (self.title, self.other, self.online, self.next):
            # Their height follows from the width they get; what they would like in a narrow
            # column would make the page too tall for a small screen.
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        # Before the day begins they leave their place free: what is below must not move then.
        for part in (self.figures, self.bar):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._lay_out()

    def show_day(self, day: Day) -> None:
        """Say which block is on, and which is next."""
        words = self._context.words
        self.state.setText(words.tr(HEADINGS[day.clock.state]))
        each = day.present if day.going else None
        if day.clock.state is ClockState.IDLE:
            each = day.times[0]
        self._show_block(each)
        if each is None and day.going:
            self.title.setText(words.tr("The block that was on has been deleted."))
        elif each is None:
            self.title.setText(words.tr(HEADINGS[day.clock.state]))
        finished = day.clock.state is ClockState.FINISHED
        self._rule.setVisible(not finished)
        self.next.setVisible(not finished)
        going = day.going and day.present is not None
        for part in (self._symbol, self.figures, self.word, self.bar):
            part.setVisible(going)
        self._show_next(day)
        self._dress()
        self.show_time(day)

    def show_time(self, day: Day) -> None:
        """Say how long is left, and when it will be over."""
        if not day.going or day.present is None:
            return
        words, theme = self._context.words, self._context.theme
        now = said(day, self._ticker, words)
        self.figures.setText(now.figures)
        self.word.setText(now.word)
        self.figures.setAccessibleName(now.line)
        dress(self.figures, theme, 84, now.role)
        dress(self.word, theme, 26, now.role)
        size = theme.px(40)
        self._symbol.setPixmap(theme.icon(now.icon, now.role, 40).pixmap(QSize(size, size)))
        whole = day.present.block.minutes * 60
        self.bar.setRange(0, whole)
        self.bar.setValue(min(whole, int(spent(day.clock, self._ticker.now))))
        self.bar.setAccessibleName(now.line)
        chunk = theme.color("over" if now.role == "over" else "accent").name()
        style = f"QProgressBar::chunk {{ background: {chunk}; }}"
        if self.bar.styleSheet() != style:
            self.bar.setStyleSheet(style)
        self._show_next(day)

    def _show_block(self, each: Planned | None) -> None:
        words, theme = self._context.words, self._context.theme
        block = each.block if each else None
        self.title.setText(self._titled(block) if block else "")
        self.state.setVisible(block is not None)
        shown = words.language if block is None else block.title.best(words.language)[1]
        other = block.title.get(shown.other) if block else ""
        self.other.setText(other)
        self.other.setVisible(bool(other))
        online = block.online.best(words.language)[0] if block else ""
        self.online.setText(words.tr("Online: {words}", words=online) if online else "")
        self.online.setVisible(bool(online))
        self.times.setVisible(each is not None)
        self._kind.setVisible(block is not None)
        if each:
            size = theme.px(20)
            icon = theme.icon(BLOCK_ICONS[each.block.kind], "quiet")
            self._kind.setPixmap(icon.pixmap(QSize(size, size)))
            self._kind.setToolTip(words.tr(BLOCK_KIND_LABELS[each.block.kind]))
            self.times.setText(
                words.tr(
                    "Planned: {start}–{end}",
                    start=clock_time(each.start),
                    end=clock_time(each.end),
                )
            )

    def _show_next(self, day: Day) -> None:
        words = self._context.words
        coming = day.expected(self._ticker.now)
        if day.clock.state is ClockState.IDLE:
            coming = coming[1:]
        if not coming:
            self.next.setText(words.tr("Next: the end of the day"))
            return
        each, at = coming[0]
        self.next.setText(
            words.tr(
                "Next, at {time}: {title}",
                time=clock_time(int(at)),
                title=self._titled(each.block),
            )
        )

    def _titled(self, block: Block) -> str:
        words = self._context.words
        return block.title.best(words.language)[0] or words.tr(BLOCK_KIND_LABELS[block.kind])

    def _dress(self) -> None:
        theme = self._context.theme
        dress(self.title, theme, 34)
        dress(self.figures, theme, 84)
        dress(self.other, theme, 22, "quiet", 400)
        dress(self.next, theme, 18, "ink", 400)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self.state)
        head.addStretch()
        head.addWidget(self.times)
        clock = QHBoxLayout()
        clock.setSpacing(16)
        clock.addWidget(self._symbol, alignment=Qt.AlignmentFlag.AlignVCenter)
        clock.addWidget(self.figures)
        clock.addWidget(self.word, alignment=Qt.AlignmentFlag.AlignVCenter)
        clock.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.other)
        column.addStretch(1)
        column.addLayout(clock)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(self.online)
        column.addWidget(self._rule)
        column.addWidget(self.next)
