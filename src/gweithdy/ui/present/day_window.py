"""The day on the screen for the room: what is on, how long it still lasts, and what comes next."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gweithdy.domain.agenda import Block, clock_time, length
from gweithdy.domain.clock import ClockState, shown, spent
from gweithdy.domain.day import Day
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text
from gweithdy.language.blocks import title_of
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.present.screen import ABOVE, SIDE, RoomScreen
from gweithdy.ui.ticker import Ticker

TITLE, FIGURES, NEXT = 1 / 8, 1 / 4, 1 / 20
"""Of the height of the screen: how high letters are at most. All are read from the back."""
TITLES, TIME, BAR, NEXT_AT = 0.46, 0.52, 0.80, 0.85
"""Of the height: where the titles end, and where the time, its bar and what is next begin."""
LEAST = 0.3
"""How much smaller the letters of long words get at most, before they are cut."""
PAUSED = "❙❙"
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown, in each of the languages: what is on, what comes next; and the time left."""

    now: tuple[str, ...]
    next: tuple[str, ...]
    figures: str = ""
    share: float = 0.0


class DayWindow(RoomScreen):
    """Calm: what runs over stands at nought, and nobody in the room is told how late it is."""

    def __init__(self, context: Context, *, is_alone: bool) -> None:
        super().__init__(context, is_alone=is_alone)
        # Welsh and English together, unless whoever leads asks for one.
        self.languages = "both"
        self._ticker = Ticker.of(context.desk)
        self._told = Told((), ())
        self._ticker.ticked.connect(self.refresh)
        self._ticker.turned.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where the day stands; drawn anew only where that is something else."""
        told = self._now()
        if told != self._told or not self.windowTitle():
            self._told = told
            self.describe()

    def words(self) -> str:
        lines = (" – ".join(self._told.now), self._told.figures, " – ".join(self._told.next))
        return "\n".join(filter(None, lines))

    def told(self) -> str:
        return clock_time(self._ticker.now.hour * 60 + self._ticker.now.minute)

    def paint(self, painter: QPainter) -> None:
        tall, side = self.height(), SIDE * self.height()
        above = QRectF(side, ABOVE * tall, 0, (TITLES - ABOVE) * tall)
        self._write(painter, self._told.now, above, TITLE, bold=True)
        if self._told.figures:
            self._write_time(painter)
        below = QRectF(side, NEXT_AT * tall, 0, (0.945 - NEXT_AT) * tall)
        self._write(painter, self._told.next, below, NEXT, bold=False)

    def _write(
        self, painter: QPainter, columns: tuple[str, ...], box: QRectF, share: float, *, bold: bool
    ) -> None:
        """The same in each language, side by side and equal in size."""
        side = SIDE * self.height()
        whole = self.width() - 2 * side
        wide = whole if len(columns) < 2 else self.columns()[0]
        room = QRectF(0, 0, wide, box.height())
        painter.setFont(self._fitting(columns, room, share, bold=bold))
        painter.setPen(self._context.theme.color("ink"))
        for place, words in enumerate(columns):
            left = side + place * (wide + side)
            painter.drawText(QRectF(left, box.top(), wide, box.height()), WRAPPED, words)

    def _fitting(
        self, columns: tuple[str, ...], room: QRectF, share: float, *, bold: bool
    ) -> QFont:
        """The largest letters with which the longest of the columns has room."""
        font = self.font_of(share, grows=False)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        most = font.pixelSize()
        endless = QRectF(0, 0, room.width(), 1_000_000)
        for size in range(most, max(9, int(most * LEAST)), -2):
            font.setPixelSize(size)
            metrics = QFontMetricsF(font)
            boxes = [metrics.boundingRect(endless, WRAPPED, words) for words in columns]
            if all(b.height() <= room.height() and b.width() <= room.width() for b in boxes):
                break
        return font

    def _write_time(self, painter: QPainter) -> None:
        theme, tall, side = self._context.theme, self.height(), SIDE * self.height()
        font = self.font_of(FIGURES, grows=False)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        across = self.width() - 2 * side
        box = QRectF(side, TIME * tall, across, (BAR - TIME) * tall)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(middle), self._told.figures)
        bar = QRectF(side, BAR * tall, across, 0.014 * tall)
        painter.fillRect(bar, theme.color("line"))
        bar.setWidth(across * self._told.share)
        painter.fillRect(bar, theme.color("accent"))

    def _now(self) -> Told:
        workshop, day = self._context.desk.workshop, self._ticker.day
        if workshop is None or day is None:
            return Told((), ())
        title = workshop.session.title
        match day.clock.state:
            case ClockState.RUNNING | ClockState.PAUSED if day.present:
                return self._going(day)
            case ClockState.FINISHED:
                return Told(self._each(title), self._said(N_("The day is finished")))
            case _ if day.times:
                start = clock_time(day.times[0].start)
                return Told(self._each(title), self._said(N_("We begin at {time}"), time=start))
        return Told(self._each(title), ())

    def _going(self, day: Day) -> Told:
        assert day.present
        block, now = day.present.block, self._ticker.now
        used = spent(day.clock, now) / (length(block) * 60)
        coming = day.expected(now)
        if coming:
            each, at = coming[0]
            titles, time = self._titles(each.block), clock_time(int(at))
            said = self._said(N_("Next, about {time}: {title}"), titles, time=time)
        else:
            said = self._said(N_("Next: the end of the day"))
        figures = shown(max(0.0, day.left(now)))
        if day.clock.state is ClockState.PAUSED:
            figures = f"{figures} {PAUSED}"
        return Told(self._titles(block), said, figures, min(1.0, used))

    def _wanted(self) -> list[Language]:
        return list(Language) if self.languages == "both" else [Language(self.languages)]

    def _each(self, text: Text) -> tuple[str, ...]:
        """A text in each language; once, where it is in one language alone."""
        found = [text.best(language)[0] for language in self._wanted()]
        return tuple(dict.fromkeys(" ".join(words.split()) for words in found))

    def _titles(self, block: Block) -> tuple[str, ...]:
        """What a block is called, or what kind it is."""
        if block.title:
            return self._each(block.title)
        return tuple(title_of(block, Words(language)) for language in self._wanted())

    def _said(
        self, message: str, titles: tuple[str, ...] = (), **values: object
    ) -> tuple[str, ...]:
        """What the program says, in each language, with the title that belongs there."""
        wanted = self._wanted()
        own = titles if len(titles) == len(wanted) else titles * len(wanted)
        return tuple(
            Words(language).tr(message, **values, **({"title": own[place]} if own else {}))
            for place, language in enumerate(wanted)
        )
