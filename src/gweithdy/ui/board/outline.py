"""The outline: the board as a tree of lanes, themes and cards, edited in place."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text, Typed
from gweithdy.edits import board
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.board.outline_model import OutlineModel
from gweithdy.ui.board.votes import votes_in
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.unmoved import rows_unmoved
from gweithdy.ui.widgets.half_typed import stays_open
from gweithdy.ui.widgets.rows import STEP, pick_row, widen_column
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.words_editor import ID, WordsEditor

DEEDS = (
    *("cards.move", "cards.group", "cards.ungroup", "cards.vote"),
    *("cards.also", "cards.merge", "cards.history"),
)
"""What can be done to what is chosen here as on the board, by the same keys."""


class OutlineView(QWidget):
    """The tree. `moved` asks to move what is chosen by that many places.

    `asked` carries the id of a command for what is chosen, `walked` that something else is.
    """

    moved = Signal(int)
    asked = Signal(str)
    walked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._closed: set[Id] = set()
        self._is_shown_anew = False
        self.model = OutlineModel(context)
        self.tree = Tree()
        self.tree.setModel(self.model)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        context.theme.changed.connect(self._share_width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        editor = WordsEditor(self.tree, context, self._text_of)
        editor.typed.connect(self._on_typed)
        self.tree.setItemDelegate(editor)
        self.tree.collapsed.connect(self._on_closed)
        self.tree.expanded.connect(self._on_opened)
        self.tree.delete_asked.connect(self._remove)
        self.tree.move_asked.connect(self.moved)
        self.tree.asked.connect(self.asked)
        chosen = self.tree.selectionModel()
        chosen.selectionChanged.connect(self._on_walked)
        chosen.currentChanged.connect(self._on_walked)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """The words have most of it, and never less than half."""
        header, px = self.tree.header(), self._context.theme.px
        votes = max(px(80), header.sectionSizeHint(2))
        header.resizeSection(1, max(0, min(px(300), self.width() // 2 - votes)))
        header.resizeSection(2, votes)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.tree.setAccessibleName(self._context.words.tr("Outline"))
        self.model.retranslate()

    def show_lanes(self, contents: Sequence[LaneContents], voted: Collection[Id] = ()) -> None:
        """Show `contents`; lanes and themes are open unless a person closed them.

        `voted` are the cards and themes whose votes are others than before.
        """
        workshop = self._context.desk.workshop
        if workshop is None:
            return
        current, chosen = self.current(), self.chosen()
        self._is_shown_anew = True
        with rows_unmoved(self.tree, lambda index: str(index.data(ID)), self.model.index_of):
            self.model.show_lanes(contents, votes_in(workshop), voted)
        for each in contents:
            self._open(each.lane.id)
            for group in each.groups:
                if group.theme:
                    self._open(group.theme.id)
        if current and self.current() != current and self.model.index_of(current).isValid():
            self.tree.setCurrentIndex(self.model.index_of(current))
            self.tree.select_all_of([self.model.index_of(id) for id in chosen])
        self._is_shown_anew = False
        self._on_walked()

    def go_to(self, current: Id, chosen: Collection[Id]) -> None:
        """Have the keyboard at `current`, in sight, and `chosen` selected."""
        index = self.model.index_of(current)
        if not index.isValid():
            return
        self._is_shown_anew = True
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        wanted = [self.model.index_of(id) for id in chosen]
        self.tree.select_all_of([each for each in wanted if each.isValid()])
        self._is_shown_anew = False

    def _on_walked(self) -> None:
        if not self._is_shown_anew and self.isVisible():
            self.walked.emit()

    def current(self) -> Id:
        """The id of the current row, "" if there is none."""
        return str(self.tree.currentIndex().siblingAtColumn(0).data(ID) or "")

    def chosen(self) -> list[Id]:
        """The ids of the selected rows."""
        return [index.data(ID) for index in self.tree.selectionModel().selectedRows()]

    def _open(self, id: Id) -> None:
        # Qt closes what comes back or moves, without a word; only a person's own wish is told.
        if id not in self._closed:
            self.tree.expand(self.model.index_of(id))

    def _on_closed(self, index: QModelIndex) -> None:
        self._closed.add(str(index.data(ID)))

    def _on_opened(self, index: QModelIndex) -> None:
        self._closed.discard(str(index.data(ID)))

    def _text_of(self, id: Id) -> Text:
        workshop = self._context.desk.workshop
        if workshop is None:
            return Text()
        card = workshop.find(Card, id)
        heading = workshop.find(Lane, id) or workshop.find(Theme, id)
        return card.text if card else heading.title if heading else Text()

    def _on_typed(self, id: Id, typed: Typed, visit: Visit) -> None:
        desk, workshop = self._context.desk, self._context.desk.workshop
        if workshop is None:
            return
        if workshop.find(Card, id):
            alter(desk, lambda workshop: board.change_card(workshop, id, text=typed), visit)
        elif workshop.find(Theme, id):
            alter(desk, lambda workshop: board.rename_theme(workshop, id, typed), visit)
        else:
            alter(desk, lambda workshop: board.change_lane(workshop, id, title=typed), visit)

    def _remove(self) -> None:
        desk, workshop, ids = self._context.desk, self._context.desk.workshop, self.chosen()
        if workshop is None:
            return
        cards = [id for id in ids if workshop.find(Card, id)]
        if cards:
            alter(desk, lambda workshop: board.remove_cards(workshop, cards))
        elif ids and workshop.find(Theme, ids[0]):
            alter(desk, lambda workshop: board.ungroup(workshop, ids[0]))


class Tree(QTreeView):
    """A tree with the keys of the house."""

    delete_asked = Signal()
    move_asked = Signal(int)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        cells_speak(self)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    def select_all_of(self, indexes: list[QModelIndex]) -> None:
        """Select these rows again."""
        flags = self.selectionModel().SelectionFlag
        for index in indexes:
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if not stays_open(self, editor, hint):
            super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "list", "table", "many")
        if not id:
            id, place = pressed(event, "cards")
        match id:
            case "list.remove":
                self.delete_asked.emit()
            case "list.move":
                self.move_asked.emit((-1, 1)[place])
            case _ if id in DEEDS:
                self.asked.emit(id)
            case "many.pick":
                pick_row(self)
            case "table.width":
                widen_column(self.header(), self.currentIndex(), (-STEP, STEP)[place])
            case "list.edit" if self.indexWidget(self._words()) is None:
                self.edit(self._words())
            case _:
                super().keyPressEvent(event)

    def _words(self) -> QModelIndex:
        return self.currentIndex().siblingAtColumn(0)
