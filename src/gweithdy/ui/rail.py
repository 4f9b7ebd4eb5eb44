"""The rail on the left: the session's title and date, and the parts of the day in order."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
)

from gweithdy.domain.workshop import Taken
from gweithdy.language.dates import short_date
from gweithdy.ui.access.language import speak
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed, presses, sequences
from gweithdy.ui.pages import DAY, HOUSE, PAGES, PageSpec
from gweithdy.ui.widgets.labels import label, mark
from gweithdy.ui.widgets.one_of import OneOf

ROOMY = 1100
"""Pixels at 100 % of a window from which the names stand beside the symbols."""

FAR = {"rail.walk": 1, "rail.ends": len(PAGES)}
"""By how many entries the keys of the rail go."""

BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
UNDER = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
SYMBOLS = Qt.ToolButtonStyle.ToolButtonIconOnly


class RailButton(QToolButton):
    """A part of the day. Its key works at once and leaves the focus in the page.

    `walked` carries how many entries further the keyboard is to go; that opens none of them.
    """

    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        # A click leads into the page, and is no stop on the way there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(BESIDE)
        self.setProperty("names", "beside")

    def show_name(self, how: Qt.ToolButtonStyle) -> None:
        """Have the name beside the symbol, under it, or only where the mouse or the focus is."""
        if how is self.toolButtonStyle():
            return
        self.setToolButtonStyle(how)
        mark(self, "names", "beside" if how is BESIDE else "under")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.toolButtonStyle() is SYMBOLS:
            beside = self.mapToGlobal(QPoint(self.width(), 0))
            QToolTip.showText(beside, self.toolTip(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "rail")
        if id in FAR:
            # Of buttons that exclude each other Qt presses the one to which an arrow goes.
            self.walked.emit((-1, 1)[place] * FAR[id])
        elif presses(event):
            # As any other button; of this kind Qt takes no key but one.
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Qt would take the focus and click a tenth of a second later, after the next keys.
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class Rail(QFrame):
    """`asked` carries the key of the page that a person wants.

    Where words are large for the window, the rail gives way: the names go under the symbols, and
    into tooltips where all of them would be too tall.
    """

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "rail")
        self._title = label("strong", wrap=True)
        self._date = label("quiet")
        self._group = OneOf(self)
        self._group.chosen.connect(lambda key: self.asked.emit(str(key)))
        self.buttons: dict[str, RailButton] = {}
        self._window = QSize()
        self._how = BESIDE
        self._tall = 0
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._date)
        column.addSpacing(12)
        for spec in DAY:
            column.addWidget(self._button(spec))
        column.addStretch()
        for spec in HOUSE:
            column.addWidget(self._button(spec))
        context.desk.opened.connect(self.show_session)
        context.desk.changed.connect(self._on_changed)
        context.theme.changed.connect(self._on_look)
        self.retranslate()
        self._on_look()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        keys = (*sequences("window.page"), *sequences("window.settings"))
        for spec, key in zip((*DAY, *HOUSE), keys, strict=True):
            made = self.buttons[spec.key]
            made.setText(self._context.words.tr(spec.title))
            # Qt takes the shortcut of a button away when its text changes.
            made.setShortcut(key)
            made.setToolTip(f"{made.text()} ({key.toString()})")
            # A reader has said the name.
            made.setAccessibleDescription(key.toString())
        self.show_session()
        self._give_way()

    def fit(self, window: QSize) -> None:
        """Take no more room than a window of this size can spare."""
        self._window = window
        self._give_way()

    def show_page(self, key: str) -> None:
        """Mark the page that is on screen."""
        self._group.show(key)
        self._show_icons()

    def show_session(self) -> None:
        """Title and date of the open session; without one, the pages that need it rest."""
        workshop, words = self._context.desk.workshop, self._context.words
        if workshop:
            title, _ = workshop.session.title.best(words.language)
            speak(self._title, workshop.session.title.spoken(words.language))
            day = workshop.session.date
            self._title.setText(title or words.tr("Untitled"))
            self._date.setText(short_date(day, words.language) if day else "")
        else:
            speak(self._title, None)
            self._title.setText("gweithdy")
            self._date.setText(words.tr("No session is open"))
        for spec in DAY:
            self.buttons[spec.key].setEnabled(workshop is not None)

    def _on_changed(self, taken: Taken) -> None:
        workshop = self._context.desk.workshop
        if workshop and workshop.id in taken:
            self.show_session()

    def _button(self, spec: PageSpec) -> RailButton:
        made = RailButton()
        made.walked.connect(lambda by, made=made: self._walk(made, by))
        self._group.take(made, spec.key)
        self.buttons[spec.key] = made
        return made

    def _walk(self, start: RailButton, by: int) -> None:
        """Put the keyboard `by` entries further, and no further than the first or the last one."""
        there = [each for each in self.buttons.values() if each.isEnabled()]
        place = max(0, min(there.index(start) + by, len(there) - 1))
        there[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_icons(self) -> None:
        size = self._context.theme.px(20)
        # What is wider than the symbol keeps the name away from it.
        beside = self._context.theme.px(6) if self._how is BESIDE else 0
        for spec in (*DAY, *HOUSE):
            made = self.buttons[spec.key]
            role = "accent" if made.isChecked() else "quiet"
            made.setIcon(self._context.theme.icon(spec.icon, role))
            made.setIconSize(QSize(size + beside, size))

    def _on_look(self) -> None:
        self._show_icons()
        self._tall = 0
        self._give_way()

    def _give_way(self) -> None:
        px = self._context.theme.px
        if not self._window.isValid() or self._window.width() >= px(ROOMY):
            self._show_names(BESIDE)
            self.setFixedWidth(px(196))
            return
        if not self._tall:
            self._show_names(UNDER)
            self._tall = self.minimumSizeHint().height()
        self._show_names(UNDER if self._tall <= self._window.height() else SYMBOLS)
        widest = max(made.sizeHint().width() for made in self.buttons.values())
        margins = self._column.contentsMargins()
        self.setFixedWidth(widest + margins.left() + margins.right())

    def _show_names(self, how: Qt.ToolButtonStyle) -> None:
        if how is self._how:
            return
        self._how = how
        for shown in (self._title, self._date):
            shown.setVisible(how is BESIDE)
        if how is BESIDE:
            self._column.setContentsMargins(12, 16, 12, 12)
        else:
            self._column.setContentsMargins(4, 4, 4, 4)
        for made in self.buttons.values():
            made.show_name(how)
        self._show_icons()
