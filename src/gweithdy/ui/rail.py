"""The rail on the left: the session's title and date, and the parts of the day in order."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from gweithdy.domain.workshop import Taken
from gweithdy.language.dates import short_date
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import sequences
from gweithdy.ui.pages import DAY, HOUSE, PageSpec
from gweithdy.ui.widgets.labels import label


class RailButton(QPushButton):
    """A part of the day. Its key works at once and leaves the focus in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAutoDefault(True)
        self.setCheckable(True)

    def event(self, event: QEvent) -> bool:
        # Qt would take the focus and click a tenth of a second later, after the next keys.
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class Rail(QFrame):
    """`asked` carries the key of the page that a person wants."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "rail")
        self._title = label("strong", wrap=True)
        self._date = label("quiet")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
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
        context.theme.changed.connect(self._show_icons)
        self.retranslate()
        self._show_icons()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        for spec, key in zip((*DAY, *HOUSE), sequences("window.page"), strict=True):
            made = self.buttons[spec.key]
            made.setText(self._context.words.tr(spec.title))
            # Qt takes the shortcut of a button away when its text changes.
            made.setShortcut(key)
            made.setToolTip(f"{made.text()} ({key.toString()})")
        self.show_session()

    def show_page(self, key: str) -> None:
        """Mark the page that is on screen."""
        self.buttons[key].setChecked(True)
        self._show_icons()

    def show_session(self) -> None:
        """Title and date of the open session; without one, the pages that need it rest."""
        workshop, words = self._context.desk.workshop, self._context.words
        if workshop:
            title, _ = workshop.session.title.best(words.language)
            day = workshop.session.date
            self._title.setText(title or words.tr("Untitled"))
            self._date.setText(short_date(day, words.language) if day else "")
        else:
            self._title.setText("gweithdy")
            self._date.setText(words.tr("No session is open"))
        for spec in DAY:
            self.buttons[spec.key].setEnabled(workshop is not None)

    def _on_changed(self, taken: Taken) -> None:
        workshop = self._context.desk.workshop
        if workshop and workshop.id in taken:
            self.show_session()

    def _button(self, spec: PageSpec) -> QPushButton:
        made = RailButton()
        made.clicked.connect(lambda _=False, key=spec.key: self.asked.emit(key))
        self._group.addButton(made)
        self.buttons[spec.key] = made
        return made

    def _show_icons(self) -> None:
        size = self._context.theme.px(20)
        for spec in (*DAY, *HOUSE):
            made = self.buttons[spec.key]
            role = "accent" if made.isChecked() else "quiet"
            made.setIcon(self._context.theme.icon(spec.icon, role))
            made.setIconSize(QSize(size, size))
        self.setFixedWidth(self._context.theme.px(196))
