"""The small clock of the top bar: time left of the present block, on every page."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gweithdy.ui.context import Context
from gweithdy.ui.run.ticker import Ticker
from gweithdy.ui.run.wording import said
from gweithdy.ui.widgets.labels import label, show_state

_ROLES = {"ink": "clock", "late": "clock-late", "over": "clock-over"}


class ClockLabel(QWidget):
    """Hidden until the day is started and once it is finished."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ticker = Ticker.of(context.desk)
        self._symbol = QLabel()
        self.figures = label("clock")
        self.word = label("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._symbol, self.figures, self.word):
            row.addWidget(part)
        self._ticker.ticked.connect(self._show)
        self._ticker.turned.connect(self._show)
        context.theme.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        day, words = self._ticker.day, self._context.words
        going = day is not None and day.going and day.present is not None
        self.setVisible(going)
        if day is None or day.present is None or not going:
            return
        now, theme = said(day, self._ticker, words), self._context.theme
        self.figures.setText(now.figures)
        self.word.setText(now.word)
        show_state(self.figures, _ROLES[now.role])
        size = theme.px(18)
        self._symbol.setPixmap(theme.icon(now.icon, now.role, 18).pixmap(QSize(size, size)))
        title = day.present.block.title.best(words.language)[0]
        self.setToolTip(f"{title}: {now.line}" if title else now.line)
        self.setAccessibleName(self.toolTip())
