"""The panel at the side of the board: what is chosen, in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, NC_
from gweithdy.ui.board.card_details import CardDetails
from gweithdy.ui.board.heading_details import LaneDetails
from gweithdy.ui.board.theme_details import ThemeDetails
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.labels import button, label, panel
from gweithdy.ui.widgets.tips import tip_with_keys

_LABELS = {
    "cards.vote": NC_("button", "Vote"),
    "cards.group": NC_("button", "Group"),
    "cards.move": N_("Move to…"),
    "cards.also": N_("Also in…"),
    "cards.merge": N_("Merge"),
    "cards.history": N_("History"),
    "board.park": NC_("button", "Park"),
    "board.quote": N_("Quote"),
    "board.act": N_("Make an action of it"),
    "cards.aside": N_("Set aside"),
    "list.remove": N_("Remove"),
}


class DetailsPanel(ScrolledDown):
    """Shows a card, a theme, a lane, or that several cards are chosen. `left` on Esc.

    `asked` carries the id of the command of a button.
    """

    left = Signal()
    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        self._inside = panel()
        super().__init__(self._inside)
        self._context = context
        self._id: Id = ""
        self._chosen: list[Id] = []
        self.card = CardDetails(context)
        self.theme = ThemeDetails(context)
        self.lane = LaneDetails(context)
        self.nothing = QWidget()
        self._title = label("strong", wrap=True)
        self._close = button("quiet")
        self._close.clicked.connect(self.left)
        self.buttons = {id: button("plain") for id in _LABELS}
        for id, made in self.buttons.items():
            made.clicked.connect(lambda _=False, id=id: self.asked.emit(id))
        self._pages = (self.card, self.theme, self.lane, self.nothing)
        self._shown: QWidget = self.nothing
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self._close.setText(tr("Close"))
        for id, made in self.buttons.items():
            made.setText(tr(_LABELS[id]))
            tip_with_keys(made, self._context.words, tr(COMMANDS[id].text), id)
        for page in (self.card, self.theme, self.lane):
            page.retranslate()
        self.refresh()

    def show_chosen(self, current: Id, chosen: list[Id]) -> None:
        """Show what is chosen on the board, from its top if it is something else."""
        is_other = (current, chosen) != (self._id, self._chosen)
        self._id, self._chosen = current, chosen
        self.refresh()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the present values of what is chosen."""
        workshop, tr = self._context.desk.workshop, self._context.words.tr
        if workshop is None:
            return
        card, theme = workshop.find(Card, self._id), workshop.find(Theme, self._id)
        lane = workshop.find(Lane, self._id)
        if len(self._chosen) > 1:
            many = len(self._chosen)
            title = self._context.words.ntr("{n} card chosen", "{n} cards chosen", many)
            self._show(self.nothing, title)
        elif card:
            self.card.show_card(workshop, card)
            self._show(self.card, tr("Card"))
        elif theme:
            self.theme.show_theme(workshop, theme)
            self._show(self.theme, tr("Theme"))
        elif lane:
            self.lane.show_lane(lane)
            self._show(self.lane, tr("Lane"))
        else:
            self._show(self.nothing, tr("Nothing is chosen"))

    def focus_first(self) -> None:
        """Let the person type in the first field."""
        shown = self._shown
        field = self.lane.title
        if shown in (self.card, self.theme):
            field = self.card.text if shown is self.card else self.theme.title
        box = field.boxes[self._context.words.language]
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, page: QWidget, title: str) -> None:
        self._shown = page
        for each in self._pages:
            each.setVisible(each is page)
        self._title.setText(title)
        cards = page is self.card or len(self._chosen) > 1
        for id, made in self.buttons.items():
            made.setVisible((cards and id in self._for_cards()) or self._is_for_theme(id))

    def _for_cards(self) -> list[str]:
        """The commands of what is chosen: several cards are merged, and one has a history."""
        no_good = "cards.history" if len(self._chosen) > 1 else "cards.merge"
        return [id for id in _LABELS if id != no_good]

    def _is_for_theme(self, id: str) -> bool:
        return id in ("cards.vote", "cards.move", "cards.merge") and self._shown is self.theme

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        for page in self._pages:
            column.addWidget(page)
        column.addStretch()
        # One under the other: side by side, long Welsh words would not fit.
        for made in self.buttons.values():
            column.addWidget(made)
