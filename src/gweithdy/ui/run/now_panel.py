"""What is on now, in letters that the back of a room can read, and what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)

from gweithdy.domain.agenda import BLOCK_KIND_LABELS, Planned, clock_time, length
from gweithdy.domain.choice import labels
from gweithdy.domain.clock import ClockState, spent
from gweithdy.domain.day import Day
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.language.blocks import title_of
from gweithdy.ui.access.language import speak
from gweithdy.ui.context import Context
from gweithdy.ui.run.time_bar import TimeBar
from gweithdy.ui.run.wording import CLOCK, dress, said
from gweithdy.ui.ticker import Ticker
from gweithdy.ui.widgets.asked_name import AskedName
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


FLAT = 2.4
"""How many times wider than tall the panel is when the clock stands beside the titles."""

LARGEST, SMALLEST, STEP = 240, 40, 4
"""Pixels of the figures of the clock; the smallest at 100 %."""


SLACK = 6
"""Pixels that a label takes besides its lines."""

APART = 16
"""Pixels between the figures and what stands beside them."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Of letters, in pixels."""

    clock: int
    title: int
    other: int
    small: int

    @classmethod
    def of(cls, clock: int, px: Callable[[float], int]) -> "Sizes":
        """What goes with figures of the height `clock`; nothing is smaller than other text."""
        clock = max(clock, px(SMALLEST))
        return cls(
            clock, max(px(17), clock * 2 // 5), max(px(15), clock // 4), max(px(15), clock // 5)
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
        self.bar = TimeBar()
        self._bar_name = AskedName(self.bar)
        self.times = label("quiet")
        self.online = label("body", wrap=True)
        self._rule = rule()
        self._role = "ink"
        self._sizes = Sizes.of(84, context.theme.px)
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
        self._show_block(each, day.plan())
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
        self._fit()
        self.show_time(day)

    def show_time(self, day: Day) -> None:
        """Say how long is left, and when it will be over."""
        if not day.going or day.present is None:
            return
        words, theme = self._context.words, self._context.theme
        now = said(day, self._ticker, words)
        is_wider = (len(now.figures), now.word) != (len(self.figures.text()), self.word.text())
        self.figures.setText(now.figures)
        self.word.setText(now.word)
        if is_wider:
            self._fit()
        # With a name of its own it does not tell each second; the bar has the time for who asks.
        self.figures.setAccessibleName(words.tr(CLOCK))
        self._role = now.role
        self._dress_clock()
        # Drawn for the size of text, shown at that of the clock.
        size = self._sizes.clock // 2
        self._symbol.setPixmap(theme.icon(now.icon, now.role, 40).pixmap(QSize(size, size)))
        self.bar.show_time(spent(day.clock, self._ticker.now), length(day.present.block))
        self._bar_name.say(words.tr(CLOCK), now.line)
        chunk = theme.color("over" if now.role == "over" else "accent").name()
        style = f"QProgressBar::chunk {{ background: {chunk}; }}"
        if self.bar.styleSheet() != style:
            self.bar.setStyleSheet(style)
        self._show_next(day)

    def _show_block(self, each: Planned | None, plan: Mapping[Id, tuple[int, int]]) -> None:
        words, theme = self._context.words, self._context.theme
        block = each.block if each else None
        self.title.setText(title_of(block, words) if block else "")
        self.state.setVisible(block is not None)
        shown = words.language if block is None else block.title.best(words.language)[1]
        other = block.title.get(shown.other) if block else ""
        self.other.setText(other)
        speak(self.title, block.title.spoken(words.language) if block else None)
        speak(self.other, shown.other)
        self.other.setVisible(bool(other))
        online = block.online.best(words.language)[0] if block else ""
        speak(self.online, block.online.spoken(words.language) if block else None)
        self.online.setText(words.tr("Online: {words}", words=online) if online else "")
        self.online.setVisible(bool(online))
        times = plan.get(block.id) if block else None
        self.times.setVisible(times is not None)
        self._kind.setVisible(block is not None)
        if each:
            size = theme.px(20)
            icon = theme.icon(BLOCK_ICONS[each.block.kind], "quiet")
            self._kind.setPixmap(icon.pixmap(QSize(size, size)))
            self._kind.setToolTip(words.tr(BLOCK_KIND_LABELS[each.block.kind]))
        if times:
            start, end = (clock_time(at) for at in times)
            self.times.setText(words.tr("Planned: {start}–{end}", start=start, end=end))

    def _show_next(self, day: Day) -> None:
        words = self._context.words
        coming = day.expected(self._ticker.now)
        if day.clock.state is ClockState.IDLE:
            coming = coming[1:]
        if not coming:
            speak(self.next, None)
            self.next.setText(words.tr("Next: the end of the day"))
            return
        each, at = coming[0]
        speak(self.next, each.block.title.spoken(words.language))
        self.next.setText(
            words.tr(
                "Next, at {time}: {title}",
                time=clock_time(int(at)),
                title=title_of(each.block, words),
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The letters follow the room, not the room the letters.
        px = self._context.theme.px
        return QSize(px(260), px(110))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _fit(self) -> None:
        """The largest letters with which all that is said has room."""
        inside = self.contentsRect().marginsRemoved(self._column.contentsMargins())
        flat = inside.width() > FLAT * inside.height()
        way = QBoxLayout.Direction
        self._middle.setDirection(way.LeftToRight if flat else way.TopToBottom)
        least = self._context.theme.px
        share = inside.width() // 2 if flat else inside.width()
        for clock in range(min(inside.height() // 3, share * 2 // 9, LARGEST), 0, -STEP):
            self._sizes = Sizes.of(clock, least)
            fits = self._wanted(inside.width(), flat) <= inside.height()
            if clock <= least(SMALLEST) or (fits and self._across() <= share):
                break
        self._dress()

    def _wanted(self, width: int, flat: bool) -> int:  # noqa: FBT001 - a yes or no is the matter
        """The height that all words need at the sizes of now."""
        sizes, gap = self._sizes, self._column.spacing()
        room = width // 2 if flat else width
        titles = _height(self.title, sizes.title, room) + _height(self.other, sizes.other, room)
        clock = round(sizes.clock * 1.3) + self.bar.sizeHint().height() + gap
        # Each has its share of what there is: by its height, or side by side half of the width.
        for place, height in enumerate((titles, clock)):
            self._middle.setStretch(place, 1 if flat else height)
        middle = max(titles, clock) if flat else titles + clock
        ends = _height(self.online, sizes.small, width) + _height(self.next, sizes.small, width)
        return self.state.sizeHint().height() + middle + ends + 7 * gap

    def _across(self) -> int:
        """The width that the symbol, the figures and the word need at the sizes of now."""
        sizes = self._sizes
        figures = _width(self.figures, sizes.clock)
        return sizes.clock // 2 + figures + _width(self.word, sizes.title) + 2 * APART

    def _dress(self) -> None:
        sizes, ink = self._sizes, self._context.theme.color("ink").name()
        dress(self.title, sizes.title, ink)
        dress(self.other, sizes.other, self._context.theme.color("quiet").name(), 400)
        dress(self.online, sizes.small, ink, 400)
        dress(self.next, sizes.small, ink, 400)
        self._dress_clock()

    def _dress_clock(self) -> None:
        color = self._context.theme.color(self._role).name()
        dress(self.figures, self._sizes.clock, color)
        dress(self.word, self._sizes.title, color)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self.state)
        head.addStretch()
        head.addWidget(self.times)
        clock = QHBoxLayout()
        clock.setSpacing(APART)
        clock.addWidget(self._symbol, alignment=Qt.AlignmentFlag.AlignVCenter)
        clock.addWidget(self.figures)
        clock.addWidget(self.word, alignment=Qt.AlignmentFlag.AlignVCenter)
        clock.addStretch()
        titles, time = QVBoxLayout(), QVBoxLayout()
        for part in (titles, time):
            part.setSpacing(4)
        titles.addWidget(self.title)
        titles.addWidget(self.other)
        time.addStretch(1)
        time.addLayout(clock)
        time.addWidget(self.bar)
        time.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(4)
        self._middle.addLayout(titles, 1)
        self._middle.addLayout(time, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._middle, 1)
        column.addWidget(self.online)
        column.addWidget(self._rule)
        column.addWidget(self.next)


def _width(made: QLabel, pixels: int) -> int:
    """The width of words on one line; 0 for those that are not shown."""
    if made.isHidden():
        return 0
    return QFontMetrics(_font(made, pixels)).horizontalAdvance(made.text()) + SLACK


def _font(made: QLabel, pixels: int) -> QFont:
    font = QFont(made.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _height(made: QLabel, pixels: int, width: int) -> int:
    """The height of words that are wrapped at `width`; 0 for those that are not shown."""
    if made.isHidden():
        return 0
    font = _font(made, pixels)
    room, wrap = QRect(0, 0, width - SLACK, 10000), Qt.TextFlag.TextWordWrap
    return QFontMetrics(font).boundingRect(room, wrap, made.text()).height() + SLACK
