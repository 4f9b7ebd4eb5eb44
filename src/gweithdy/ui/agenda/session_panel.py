"""The session's own fields over the plan: one line when folded."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import SESSION_LANGUAGE_LABELS, Session
from gweithdy.language.dates import clock, plain_date
from gweithdy.ui.agenda.details import captioned, show_beginning
from gweithdy.ui.agenda.fields import TimeBox
from gweithdy.ui.attempt import NO_VISIT, Visit
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import Scrolling
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.elided import Elided
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_line import OneLine

NARROW = 900
"""Pixels of width at 100 % below which place and date stand one under the other."""

_ROWS = (("title",), ("place", "day"), ("purpose",), ("next_steps",), ("how",))
_NARROW_ROWS = (("title",), ("place",), ("day",), ("purpose",), ("next_steps",), ("how",))

CLEAR = "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"


class SessionPanel(QFrame):
    """`given` carries the field, its new value, and the `Visit`."""

    given = Signal(str, object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words = context.words
        self.setProperty("role", "panel")
        self._visit = new_id()
        self._session: Session | None = None
        self.fold = button("quiet")
        self.is_open = False
        self.summary = Elided()
        self._texts = {
            "title": BilingualField(context, "title"),
            "place": BilingualField(context, "place"),
            "purpose": BilingualField(context, "purpose", lines=3),
            "next_steps": BilingualField(context, "next_steps", lines=3),
        }
        self.date = DateLine(context)
        self.start = TimeBox(context)
        self.languages = ChoiceBox(words, SESSION_LANGUAGE_LABELS)
        self.link = OneLine(context)
        self.link.setMaxLength(500)
        self._captions = {name: label("field") for name in ("date", "languages", "link")}
        self._is_narrow: bool | None = None
        self._lay_out()
        self._connect()

    def field(self, name: str) -> BilingualField:
        """The field of a text: "title", "purpose", "place" or "next_steps"."""
        return self._texts[name]

    def box(self, name: str) -> QWidget | None:
        """Where something about the session is entered that is no text; None if not here."""
        return {"date": self.date, "online_link": self.link}.get(name)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.fold.setText(tr("About the session"))
        for name, text in (
            ("title", N_("Title")),
            ("purpose", N_("Purpose")),
            ("place", N_("Place")),
            ("next_steps", N_("What happens next")),
        ):
            self._texts[name].set_label(text)
        self._captions["date"].setText(tr("Date"))
        self.date.setAccessibleName(tr("Date"))
        self.date.retranslate()
        self.start.say(tr("Starts at"))
        self._captions["languages"].setText(tr("Languages of the session"))
        self.languages.setAccessibleName(tr("Languages of the session"))
        self.languages.retranslate()
        self._captions["link"].setText(tr("Online link"))
        self.link.setAccessibleName(tr("Online link"))
        self._show_fold()

    def show_session(self, session: Session) -> None:
        """Show the fields of `session`."""
        if self._session is None or session.id != self._session.id:
            self._visit = new_id()
        self._session = session
        for name, field in self._texts.items():
            field.show_text(getattr(session, name), session.id)
            show_beginning(field)
        self.date.show_value(session.date, session.id)
        self.start.show_value(session.start, session.id)
        self.languages.show_value(session.languages)
        self.link.show_value(session.online_link, session.id)
        self._show_summary(session)

    def set_open(self, wanted: bool) -> None:  # noqa: FBT001 - a yes or no is the whole matter
        """Unfold or fold the fields."""
        self.is_open = wanted
        self._show_fold()

    def start_writing(self) -> None:
        """Ready to type in the first text that a new session has not yet."""
        self._unwritten().go_to(self._context.words.language)

    def unwritten(self) -> QWidget:
        """The box of the first text that a new session has not yet."""
        return self._unwritten().boxes[self._context.words.language]

    def _unwritten(self) -> BilingualField:
        empty = (field for field in self._texts.values() if field.is_empty)
        return next(empty, self._texts["title"])

    def _show_summary(self, session: Session) -> None:
        language = self._context.words.language
        parts = [
            session.title.best(language)[0],
            plain_date(session.date, language) if session.date else "",
            clock(session.start) if session.start else "",
            session.place.best(language)[0],
        ]
        self.summary.say(" · ".join(part for part in parts if part))

    def give_room(self, height: int | None) -> None:
        """Take up to `height` pixels before the fields scroll; without one, all they need.

        A day without blocks shares its height with no table: there the page alone scrolls.
        """
        needed = self._fields.minimumSizeHint().height()
        self.body.setMinimumHeight(needed if height is None else 0)
        room = needed if height is None else max(height, self._context.theme.px(90))
        self.body.setMaximumHeight(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_fields(narrow=self.width() < self._context.theme.px(NARROW))

    def _show_fold(self) -> None:
        icon = "chevron-down" if self.is_open else "chevron-right"
        theme, tr = self._context.theme, self._context.words.tr
        said = N_("About the session, open") if self.is_open else N_("About the session, closed")
        self.fold.setAccessibleName(tr(said))
        self.fold.setIcon(theme.icon(icon))
        self.fold.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.body.setVisible(self.is_open)

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.committed.connect(
                lambda text, name=name, field=field: self.given.emit(name, text, field.visit)
            )
        self.fold.clicked.connect(lambda: self.set_open(not self.is_open))
        self.date.given.connect(lambda day: self.given.emit("date", day, NO_VISIT))
        self.date.refused.connect(self._context.desk.refused)
        self.start.given.connect(self._on_start)
        self.start.refused.connect(self._context.desk.refused)
        self.languages.chosen.connect(lambda which: self.given.emit("languages", which, NO_VISIT))
        self.link.given.connect(lambda link: self.given.emit("online_link", link, NO_VISIT))
        self._context.theme.changed.connect(self._show_fold)

    def _on_start(self, at: object) -> None:
        self.given.emit("start", at, Visit(f"{self._visit}-start"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 2, 16, 2)
        head.setSpacing(8)
        head.addWidget(self.fold)
        head.addWidget(self.summary, 1)
        self._fields = fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(16, 4, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        day = QHBoxLayout()
        day.setSpacing(24)
        day.addLayout(captioned(self._captions["date"], self.date))
        day.addWidget(self.start, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        how = QHBoxLayout()
        how.setSpacing(12)
        how.addLayout(captioned(self._captions["languages"], self.languages), 1)
        how.addLayout(captioned(self._captions["link"], self.link), 2)
        self._parts: dict[str, QWidget] = {**self._texts, "day": _in_one(day), "how": _in_one(how)}
        self._put_fields(narrow=False)
        self.body = Scrolling(fields)
        self.body.setStyleSheet(CLEAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.body)

    def _put_fields(self, *, narrow: bool) -> None:
        """Short ones side by side where there is room; long ones always have the whole line."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for row, names in enumerate(_NARROW_ROWS if narrow else _ROWS):
            for column, name in enumerate(names):
                self._grid.addWidget(self._parts[name], row, column, 1, 3 - len(names))


def _in_one(row: QHBoxLayout) -> QWidget:
    whole = QWidget()
    row.setContentsMargins(0, 0, 0, 0)
    whole.setLayout(row)
    return whole
