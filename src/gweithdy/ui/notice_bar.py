"""The quiet bar at the bottom: what was saved, undo, and problems with what to do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.problem import N_, Damaged, Problem
from gweithdy.domain.session import Session
from gweithdy.language.dates import clock
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import Scrolling
from gweithdy.ui.steps_in_words import step_words, stepped_words
from gweithdy.ui.widgets.labels import button, label, show_state

LINES = 2
"""Of a notice that are in sight without scrolling."""

Telling = Callable[[], str]
"""What says a notice in the language of now."""


def _nothing() -> str:
    return ""


class NoticeBar(QFrame):
    """Shows one notice at a time. `undo_asked` when the person wants the last step back.

    `left` when the button that has the keyboard is about to go.

    What was undone or done again is said with its page; `place_asked` carries the session, the page
    and the thing, for a person who wants to see it, and "" for the field.

    The bar is as high without a notice as with the longest one, which is scrolled: nothing on the
    page moves when notices come and go, and no notice lies over what somebody types.
    """

    undo_asked = Signal()
    left = Signal()
    place_asked = Signal(str, str, str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._notice: Edit | Problem | Telling = _nothing
        self._is_undone = self._is_left = self._is_stepped = False
        self.setProperty("role", "bar")
        self._text = label("quiet", wrap=True)
        # As wide as there is room: the name of a file is one long word.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._room = Scrolling(self._text)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.verticalScrollBar().rangeChanged.connect(self._on_length)
        self._at = context.desk.now()
        self._undo, self._close, self._place = (_kept_button() for _ in range(3))
        self._undo.clicked.connect(self.undo_asked)
        self._place.clicked.connect(self._on_place)
        self._close.clicked.connect(self._on_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 12, 0)
        row.addWidget(self._room, 1)
        for each in (self._place, self._close, self._undo):
            row.addWidget(each)
        context.theme.changed.connect(self._reserve)
        self._reserve()
        context.desk.saved.connect(self._on_saved)
        context.desk.undone.connect(self._on_undone)
        context.desk.redone.connect(self._on_redone)
        context.desk.refused.connect(self._on_refused)
        context.desk.mended.connect(self._on_mended)
        context.desk.opened.connect(self._on_close)
        context.desk.forgotten.connect(self._on_forgotten)
        self.retranslate()

    def retranslate(self) -> None:
        words = self._context.words
        self._place.setText(words.tr("Show where"))
        self._undo.setText(words.tr("Undo"))
        self._close.setText(words.tr("Close"))
        self._show()

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong, until the person closes it or something is saved."""
        self._on_refused(problem)
        announce(self, self.text(), assertive=True)

    def say(self, telling: Telling = _nothing) -> None:
        """Show what `telling` says, in the language of the screen also after a switch."""
        self._notice = telling
        self._show()
        announce(self, self.text())

    def text(self) -> str:
        """What the bar says now."""
        return self._text.text()

    def _on_refused(self, problem: Problem) -> None:
        self._notice = problem
        self._show()

    def _on_mended(self, problem: Problem) -> None:
        if self._notice is problem:
            self._notice = _nothing
            self._show()

    def _on_saved(self, edit: Edit) -> None:
        self._say_done(edit, stepped=False)

    def _on_undone(self, edit: Edit, left: bool) -> None:  # noqa: FBT001 - a signal's
        self._say_done(edit, undone=True, left=left)

    def _on_redone(self, edit: Edit, left: bool) -> None:  # noqa: FBT001 - a signal's
        self._say_done(edit, left=left)

    def _say_done(
        self, edit: Edit, *, undone: bool = False, left: bool = False, stepped: bool = True
    ) -> None:
        self._notice, self._is_undone, self._is_left = edit, undone, left
        self._is_stepped = stepped
        self._at = self._context.desk.now()
        self._show()

    def _on_forgotten(self) -> None:
        """Of what has gone for good nothing is undone: the button would take an older step."""
        notice, catalogue = self._notice, self._context.desk.catalogue
        if isinstance(notice, Edit):
            named = [change.id for change in notice.changes if change.entity == "session"]
            about = {notice.session, *named} - {""}
            if any(catalogue.find(Session, id) is None for id in about):
                self.say()

    def _on_close(self) -> None:
        self.say()

    def _on_length(self, _least: int, most: int) -> None:
        """Only what does not fit is a stop for the Tab key: the arrows scroll it."""
        scrolls = Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus
        self._room.setFocusPolicy(scrolls)

    def _reserve(self) -> None:
        lines = LINES * QFontMetrics(self._context.theme.font()).lineSpacing()
        self.setFixedHeight(max(lines, self._undo.sizeHint().height()) + 3)

    def _show(self) -> None:
        words, notice = self._context.words, self._notice
        is_problem = isinstance(notice, Problem)
        if isinstance(notice, Problem):
            self._text.setText(words.problem(notice))
        elif isinstance(notice, Edit):
            self._text.setText(self._saved_words(notice))
        else:
            self._text.setText(notice())
        show_state(self, "problem" if is_problem else "bar")
        show_state(self._text, "body" if is_problem else "quiet")
        can_undo = (
            isinstance(notice, Edit)
            # What happened is not undone; the button would take back an older step.
            and not notice.fact
            and not self._is_undone
            and self._context.desk.history.next_undo is not None
        )
        is_somewhere = isinstance(notice, Damaged) or self._thing() is not None
        self._offer({self._undo: can_undo, self._close: is_problem, self._place: is_somewhere})
        self._room.setAccessibleName(self._text.text())
        self._room.verticalScrollBar().setValue(0)

    def _offer(self, wanted: Mapping[QPushButton, bool]) -> None:
        if any(each.hasFocus() and not is_wanted for each, is_wanted in wanted.items()):
            # Qt would look for a place for the keyboard itself, at the top of the window.
            self.left.emit()
        for each, is_wanted in wanted.items():
            each.setVisible(is_wanted)

    def _thing(self) -> Entity | None:
        """What was undone or done again, if it is there to be shown."""
        if not isinstance(self._notice, Edit) or not self._is_stepped:
            return None
        desk = self._context.desk
        for change in self._notice.changes:
            entity = desk.named(change.entity, change.id)
            if entity and not entity.deleted and entity.noun.page:
                return entity
        return None

    def _on_place(self) -> None:
        thing, desk = self._thing(), self._context.desk
        if isinstance(self._notice, Damaged):
            self.place_asked.emit("", "settings", "", "")
        elif thing:
            session = desk.workshop.id if desk.workshop else ""
            # A session that is not open is a row of the library.
            is_shelved = isinstance(thing, Session) and thing.id != session
            page = "library" if is_shelved else thing.noun.page
            self.place_asked.emit(session, page, thing.id, "")

    def _saved_words(self, edit: Edit) -> str:
        words = self._context.words
        at = clock(self._at.astimezone())
        what = stepped_words(words, edit) if self._is_stepped else step_words(words, edit)
        if self._is_left:
            message = (
                N_("Undone at {time}, but not what somebody else has since changed · {what}")
                if self._is_undone
                else N_("Redone at {time}, but not what somebody else has since changed · {what}")
            )
            return words.tr(message, time=at, what=what)
        if self._is_undone:
            return words.tr(N_("Undone at {time} · {what}"), time=at, what=what)
        return words.tr(N_("Saved at {time} · {what}"), time=at, what=what)


def _kept_button() -> QPushButton:
    """A button whose place stays empty while it is hidden: no other one comes under the mouse."""
    made = button("quiet")
    kept = made.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    made.setSizePolicy(kept)
    return made
