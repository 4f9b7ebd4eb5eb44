"""Similar cards as a list of pairs with the words they share; a person decides about each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.naming import as_named
from gweithdy.domain.problem import N_, NC_
from gweithdy.domain.released import is_released
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.board_similar import into_one_theme, needs_name
from gweithdy.language.similar import Alike, alike
from gweithdy.language.sources import source_name
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.settings import Settings
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.name_field import NameField
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.tips import tip_with_keys

_DEEDS = {
    "cards.merge": N_("Merge into one card"),
    "cards.group": N_("Put in one theme"),
    "list.remove": N_("Not similar"),
}
"""What can be done with a pair, by the key that does the same on the board or in a list."""


class SimilarView(QWidget):
    """Looks when it is shown, off the thread of the window; nothing is done by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._words = context.words
        self._pairs: list[Alike] = []
        self._position = -1
        self._session: Id = ""
        self._job: Job | None = None
        self._asked = 0
        self._looking = False
        self.pairs = Pairs(context.settings)
        self.empty = EmptyState(context.theme, "copy")
        self.name = NameField(context)
        self.told = label("quiet", wrap=True)
        self.again = button("quiet")
        self.buttons = {id: button("plain") for id in _DEEDS}
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.pairs.setAccessibleName(tr(N_("Similar cards")))
        self.told.setText(
            tr(N_("Cards that may say the same, likeliest first. Nothing changes by itself."))
        )
        self.again.setText(tr(N_("Look again")))
        for id, made in self.buttons.items():
            made.setText(tr(_DEEDS[id]))
            tip_with_keys(made, self._words, tr(_DEEDS[id]), id)
        self.name.retranslate()
        self._show_empty()
        self._show_pairs()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._position != self._desk.seen or self._is_other_session():
            self.look()

    def show_rows(self) -> None:
        """Let what is gone or merged by now go from the list; the others stay where they are."""
        if self._is_other_session():
            self._pairs, self._session = [], ""
            if self.isVisible():
                self.look()
        self._show_pairs()

    def look(self) -> None:
        """Look for similar cards among those of now."""
        workshop = self._desk.workshop
        if workshop is None:
            return
        if self._job:
            self._job.cancel()
        self._position, self._session = self._desk.seen, workshop.id
        cards = _in_sight(workshop)
        self._asked, self._looking = self._asked + 1, True
        answers = Answers(
            self._desk.refused.emit,
            done=partial(self._take, self._asked),
            ended=partial(self._end, self._asked),
        )
        self._job = self._context.jobs.start(self, lambda job: alike(cards, job.cancelled), answers)
        self._show_empty()

    def pair(self) -> Alike | None:
        """The pair where the keyboard is."""
        row = self.pairs.currentRow()
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def press(self, id: str) -> None:
        """Do with this pair what the key or the button says."""
        pair, workshop = self.pair(), self._desk.workshop
        if pair is None or workshop is None:
            return
        ids = [pair.one, pair.other]
        if id == "cards.merge":
            self._do(lambda workshop: board.merge_cards(workshop, ids))
        elif id == "list.remove":
            self._do(lambda workshop: board.not_similar(workshop, ids))
        elif needs_name(workshop, *ids):
            tr = self._words
            caption, verb = (
                tr.ntr("Theme for {n} card", "Theme for {n} cards", 2),
                NC_("button", "Group"),
            )
            self.name.ask(caption, tr.ctr("button", verb), lambda name: self._group(pair, name))
        else:
            self._group(pair, Text())

    def _group(self, pair: Alike, name: Text) -> bool:
        return self._do(lambda workshop: into_one_theme(workshop, pair.one, pair.other, name))

    def _do(self, make: Callable[[Workshop], Edit]) -> bool:
        pair = self.pair()
        if alter(self._desk, make) is None:
            return False
        # What was decided goes at once, and the hand is on what comes after it.
        self._pairs = [each for each in self._pairs if each is not pair]
        self._show_pairs()
        self.pairs.setFocus()
        return True

    def _take(self, asked: int, pairs: list[Alike]) -> None:
        # Somebody may have asked again meanwhile.
        if asked == self._asked:
            self._pairs = pairs
            self._show_pairs()

    def _end(self, asked: int) -> None:
        if asked == self._asked:
            self._job, self._looking = None, False
            self._show_empty()

    def _show_pairs(self) -> None:
        workshop = self._desk.workshop
        there = {card.id: card for card in _in_sight(workshop)} if workshop else {}
        self._pairs = [p for p in self._pairs if p.one in there and p.other in there]
        texts = [self._said(pair, there[pair.one], there[pair.other]) for pair in self._pairs]
        row, rows = self.pairs.currentRow(), range(self.pairs.count())
        if texts != [self.pairs.item(place).text() for place in rows]:
            self.pairs.clear()
            for text in texts:
                self.pairs.addItem(QListWidgetItem(text))
            self.pairs.setCurrentRow(max(0, min(row, len(texts) - 1)))
        for made in self.buttons.values():
            made.setEnabled(bool(texts))
        self._stack.setCurrentIndex(1 if texts else 0)

    def _said(self, pair: Alike, one: Card, other: Card) -> str:
        shared = self._words.tr(N_("Shared words: {words}"), words=", ".join(pair.words))
        return "\n".join([self._line(one, pair), self._line(other, pair), shared])

    def _line(self, card: Card, pair: Alike) -> str:
        said = f"“{' '.join(card.text.get(pair.language).split())}”"
        where = source_name(self._words, card.source) if card.source else ""
        return f"{said}  ·  {where}" if where else said

    def _show_empty(self) -> None:
        tr = self._words.tr
        if self._looking:
            self.empty.say(tr(N_("Looking for similar cards…")))
        else:
            self.empty.say(tr(N_("No cards seem to say the same.")), tr(N_("Look again")))

    def _is_other_session(self) -> bool:
        workshop = self._desk.workshop
        return workshop is not None and workshop.id != self._session

    def _connect(self) -> None:
        self.pairs.asked.connect(self.press)
        self.again.clicked.connect(self.look)
        self.empty.asked.connect(self.look)
        self.name.closed.connect(self.pairs.setFocus)
        for id, made in self.buttons.items():
            made.clicked.connect(lambda _=False, id=id: self.press(id))

    def _lay_out(self) -> None:
        # A page that is not shown must not make the window taller than the screen.
        for each in (self, self.empty):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head, deeds = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.again)
        for made in self.buttons.values():
            deeds.addWidget(made)
        deeds.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.name)
        column.addWidget(self.pairs, 1)
        column.addLayout(deeds)
        # First: what a layout without a widget shows is a window, and takes the keyboard away.
        self.setLayout(self._stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inside)
        self._stack.setContentsMargins(0, 0, 0, 0)


def _in_sight(workshop: Workshop) -> list[Card]:
    """The cards as their boards show them: what waits or is set aside is not among them."""
    return [as_named(workshop, card) for card in seen(workshop) if is_released(card)]


class Pairs(QListWidget):
    """The list; `asked` carries the id of a command that was pressed."""

    asked = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setIconSize(QSize(0, 0))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, _ = pressed(event, "cards", "list", short=bool(self._settings.get("short_keys")))
        if id in _DEEDS:
            self.asked.emit(id)
        else:
            super().keyPressEvent(event)
