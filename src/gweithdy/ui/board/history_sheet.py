"""The history of a card as a list to read, from which its words and its place can be had back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.board import Card
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import all_as_named, as_named, may_name_author, naming_of
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board_history import back_to_place, back_to_words
from gweithdy.storage.story import Chapter
from gweithdy.ui.ask import lay_over
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.history_words import changes_of, head_of
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label

WIDTH, HEIGHT = 720, 520
"""Pixels at 100 %; never more than the window has."""


def show_history(parent: QWidget, context: Context, card: Id) -> None:
    """Lay the history of a card over the window."""
    lay_over(HistorySheet(parent.window(), context, card))


class HistorySheet(QDialog):
    """The newest first. What is had back is one more step, which Undo takes back."""

    def __init__(self, window: QWidget, context: Context, card: Id) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._id = card
        self._chapters: list[Chapter] = []
        self.rows = QListWidget()
        self.words_back = button("plain")
        self.place_back = button("plain")
        self.close_button = button("plain")
        self.told = label("quiet", wrap=True)
        self._lay_out()
        self.rows.currentRowChanged.connect(self._show_can)
        self.words_back.clicked.connect(self._on_words)
        self.place_back.clicked.connect(self._on_place)
        self.close_button.clicked.connect(self.close)
        context.desk.refused.connect(self._on_refused)
        self._show()
        room = window.size() - QSize(48, 48)
        px = context.theme.px
        self.resize(QSize(px(WIDTH), px(HEIGHT)).boundedTo(room))
        self.rows.setFocus()

    def _show(self) -> None:
        context, workshop = self._context, self._context.desk.workshop
        if workshop is None:
            return
        told = context.library.story("card", self._id)
        self._chapters = told[::-1]
        self.rows.clear()
        for chapter, before in zip(told[::-1], [*told[-2::-1], None], strict=True):
            assert isinstance(chapter.now, Card)
            was = self._seen(workshop, before.now if before else None)
            now = self._seen(workshop, chapter.now)
            assert now
            # Of a card that has left an anonymous board nobody is named who was at it there.
            places = (each for each in (chapter.now, self._now()) if isinstance(each, Card))
            named = all(may_name_author(workshop, each) for each in places)
            lines = changes_of(context.words, workshop, was, now)
            head = head_of(context.words, chapter, named=named)
            item = QListWidgetItem("\n".join([head, *lines]))
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        self._show_can()

    def _seen(self, workshop: Workshop, card: Entity | None) -> Card | None:
        """A card of then as the board of then and that of now let it be seen."""
        if not isinstance(card, Card):
            return None
        now = self._now() or card
        (shown,) = all_as_named((as_named(workshop, card),), naming_of(workshop, now.lane))
        return shown

    def _show_can(self) -> None:
        now, then = self._now(), self._then()
        words = now is not None and then is not None and bool(then.text) and then.text != now.text
        place = now and then and (then.lane, then.theme) != (now.lane, now.theme)
        self.words_back.setEnabled(words)
        self.place_back.setEnabled(bool(place))

    def _now(self) -> Card | None:
        workshop = self._context.desk.workshop
        return workshop.find(Card, self._id) if workshop else None

    def _then(self) -> Card | None:
        row = self.rows.currentRow()
        then = self._chapters[row].now if 0 <= row < len(self._chapters) else None
        return then if isinstance(then, Card) else None

    def _on_words(self) -> None:
        then = self._then()
        if then and alter(self._context.desk, lambda workshop: back_to_words(workshop, then)):
            self._go_on()

    def _on_place(self) -> None:
        then = self._then()
        if then and alter(self._context.desk, lambda workshop: back_to_place(workshop, then)):
            self._go_on()

    def _go_on(self) -> None:
        row, many = self.rows.currentRow(), len(self._chapters)
        self.told.setText(self._intro())
        self._show()
        # On the same step, which is one further down now: its place may be wanted back too.
        self.rows.setCurrentRow(row + len(self._chapters) - many)
        self.rows.setFocus()

    def _on_refused(self, problem: Problem) -> None:
        """Told here too: the sheet lies over the words in the window."""
        self.told.setText(self._context.words.problem(problem))

    def _intro(self) -> str:
        tr = self._context.words.tr
        return tr(N_("The newest is at the top. Nothing here is ever lost; Undo works as always."))

    def _lay_out(self) -> None:
        tr = self._context.words.tr
        self.setWindowTitle(tr(N_("What this card was before")))
        self.told.setText(self._intro())
        self.rows.setAccessibleName(tr(N_("What this card was before")))
        self.rows.setWordWrap(True)
        self.rows.setSpacing(4)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.words_back.setText(tr(N_("Back to these words")))
        self.place_back.setText(tr(N_("Back to this place")))
        self.close_button.setText(tr("Close"))
        row = QHBoxLayout()
        row.addWidget(self.words_back)
        row.addWidget(self.place_back)
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addLayout(row)
