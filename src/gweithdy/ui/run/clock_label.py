"""The small clock of the top bar: time left of the present block, on every page."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from gweithdy.domain.day import Day, day_of
from gweithdy.ui.context import Context
from gweithdy.ui.run.wording import CLOCK, said
from gweithdy.ui.ticker import Ticker
from gweithdy.ui.widgets.asked_name import AskedName
from gweithdy.ui.widgets.labels import label, show_state

_ROLES = {"ink": "clock", "late": "clock-late", "over": "clock-over"}

LONGEST = 28
"""Characters of another session's title beside its clock."""


class ClockLabel(QPushButton):
    """Hidden until a day is started and once it is finished; in another session it stays in view.

    `asked` carries the session whose day it is, when it is pressed.
    """

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ticker = Ticker.of(context.desk)
        self.setProperty("role", "quiet")
        self.setAutoDefault(True)
        self._name = AskedName(self)
        self._symbol = QLabel()
        self.figures = label("clock")
        self.word = label("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for part in (self._symbol, self.figures, self.word):
            row.addWidget(part)
        self.clicked.connect(self._on_clicked)
        self._ticker.ticked.connect(self._show)
        self._ticker.turned.connect(self._show)
        context.theme.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        inside = self.layout()
        assert inside
        return inside.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        elsewhere, here = self._ticker.elsewhere, self._context.desk.workshop
        workshop = elsewhere or here
        if workshop:
            self.asked.emit(workshop.id)

    def _show(self) -> None:
        elsewhere, words = self._ticker.elsewhere, self._context.words
        day: Day | None = day_of(elsewhere) if elsewhere else self._ticker.day
        going = day is not None and day.going and day.present is not None
        self.setVisible(going)
        if day is None or day.present is None or not going:
            return
        now, theme = said(day, self._ticker, words), self._context.theme
        self.figures.setAccessibleName(words.tr(CLOCK))
        self.figures.setText(now.figures)
        self.word.setText(now.word)
        show_state(self.figures, _ROLES[now.role])
        size = theme.px(18)
        self._symbol.setPixmap(theme.icon(now.icon, now.role, 18).pixmap(QSize(size, size)))
        parts = [day.present.block.title.best(words.language)[0], now.line]
        if elsewhere:
            title = elsewhere.session.title.best(words.language)[0] or words.tr("Untitled")
            # Which day it is has to be seen, not only hovered over.
            self.word.setText(f"{now.word} · {self._cut(title)}")
            parts.insert(0, title)
        self.setToolTip(": ".join(part for part in parts if part))
        self._name.say(words.tr(CLOCK), self.toolTip())
        self.updateGeometry()

    def _cut(self, title: str) -> str:
        return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
