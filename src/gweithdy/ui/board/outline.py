"""The outline: the board as a tree of lanes, themes and cards, edited in place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind, Lane, Theme, Vote, tally
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.ui.board.kinds import kind_icon
from gweithdy.ui.board.sources import source_name
from gweithdy.ui.context import Context

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ID = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Rows by id; `edited` carries the id and the words that a person typed into a row."""

    edited = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__(0, 3)
        self._context = context
        self._rows: dict[Id, list[QStandardItem]] = {}
        self._icons = {kind: kind_icon(context.theme, kind) for kind in CardKind}

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        self.edited.emit(index.data(ID), str(value))
        return True

    def retranslate(self) -> None:
        """Headings in the language of now."""
        tr = self._context.words.tr
        names = [tr("Text"), tr("Kind and place"), tr("Votes")]
        self.setHorizontalHeaderLabels(names)

    def show_lanes(self, contents: Sequence[LaneContents], votes: dict[Id, int]) -> None:
        """Show `contents`; rows that are as before stay as they are."""
        root = self.invisibleRootItem()
        self._keep(root, [each.lane.id for each in contents])
        for each in contents:
            row = self._row(each.lane.id)
            self._fill(row, each.lane.title, len(each.cards), "")
            inside = [g.theme.id for g in each.groups if g.theme]
            inside += [card.id for card in each.groups[-1].cards]
            self._keep(row[0], inside)
            for group in each.groups:
                if group.theme:
                    head = self._row(group.theme.id)
                    count = votes.get(group.theme.id, 0)
                    self._fill(head, group.theme.title, len(group.cards), str(count or ""))
                    self._keep(head[0], [card.id for card in group.cards])
                for card in group.cards:
                    self._fill_card(self._row(card.id), card, votes.get(card.id, 0))

    def index_of(self, id: Id) -> QModelIndex:
        """Where the row of `id` is."""
        row = self._rows.get(id)
        return self.indexFromItem(row[0]) if row else QModelIndex()

    def _row(self, id: Id) -> list[QStandardItem]:
        return self._rows[id]

    def _keep(self, parent: QStandardItem, ids: list[Id]) -> None:
        """Let the rows under `parent` be those of `ids`; only rows that differ are touched."""
        wanted = set(ids)
        for place in reversed(range(parent.rowCount())):
            if parent.child(place).data(ID) not in wanted:
                self._forget(parent.takeRow(place))
        for place, id in enumerate(ids):
            here = parent.child(place)
            if place < parent.rowCount() and here.data(ID) == id:
                continue
            known = self._rows.get(id)
            if known:
                above = self.itemFromIndex(self.indexFromItem(known[0]).parent())
                from_row = (above or self.invisibleRootItem()).takeRow(known[0].row())  # type: ignore[truthy-bool]
                parent.insertRow(place, from_row)
            else:
                parent.insertRow(place, self._made(id))

    def _made(self, id: Id) -> list[QStandardItem]:
        row = [QStandardItem() for _ in range(3)]
        for item in row:
            item.setData(id, ID)
            item.setEditable(item is row[0])
        self._rows[id] = row
        return row

    def _forget(self, row: list[QStandardItem]) -> None:
        for place in reversed(range(row[0].rowCount())):
            self._forget(row[0].takeRow(place))
        self._rows.pop(row[0].data(ID), None)

    def _fill(self, row: list[QStandardItem], title: Text, cards: int, votes: str) -> None:
        words = self._context.words
        shown = title.best(words.language)[0] or words.tr("Untitled")
        _put(row, [shown, words.ntr("{n} card", "{n} cards", cards), votes])
        font = self._context.theme.font()
        font.setBold(True)
        if row[0].font() != font:
            row[0].setFont(font)

    def _fill_card(self, row: list[QStandardItem], card: Card, votes: int) -> None:
        words = self._context.words
        notes = []
        if card.kind is not CardKind.NONE:
            notes.append(words.tr(CARD_KIND_LABELS[card.kind]))
            row[1].setIcon(self._icons[card.kind])
        if card.source:
            notes.append(source_name(words, card.source))
        if card.text.missing:
            notes.append(words.tr("Translation needed"))
        shown = " ".join(card.text.best(words.language)[0].split())
        _put(row, [shown, "  ·  ".join(notes), str(votes or "")])


class OutlineView(QWidget):
    """The tree. `renamed` carries a typed text, `removed` and `moved` what keys ask for."""

    renamed = Signal(str, object)
    removed = Signal(list)
    moved = Signal(str, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: set[Id] = set()
        self.model = OutlineModel(context)
        self.tree = Tree()
        self.tree.setModel(self.model)
        self.setFocusProxy(self.tree)
        header, px = self.tree.header(), context.theme.px
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, px(300))
        header.resizeSection(2, px(80))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self.model.edited.connect(self._on_edited)
        self.tree.delete_asked.connect(lambda: self.removed.emit(self.chosen()))
        self.tree.move_asked.connect(lambda by: self.moved.emit(self.current(), by))
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.tree.setAccessibleName(self._context.words.tr("Outline"))
        self.model.retranslate()

    def show_lanes(self, contents: Sequence[LaneContents]) -> None:
        """Show `contents`; lanes and themes are open when they first appear."""
        workshop = self._context.desk.workshop
        if workshop is None:
            return
        current, chosen = self.current(), self.chosen()
        self.model.show_lanes(contents, tally(workshop.of(Vote)))
        for each in contents:
            self._open(each.lane.id)
            for group in each.groups:
                if group.theme:
                    self._open(group.theme.id)
        if current and self.current() != current and self.model.index_of(current).isValid():
            self.tree.setCurrentIndex(self.model.index_of(current))
            self.tree.select_all_of([self.model.index_of(id) for id in chosen])

    def current(self) -> Id:
        """The id of the current row, "" if there is none."""
        return str(self.tree.currentIndex().siblingAtColumn(0).data(ID) or "")

    def chosen(self) -> list[Id]:
        """The ids of the selected rows."""
        return [index.data(ID) for index in self.tree.selectionModel().selectedRows()]

    def _open(self, id: Id) -> None:
        if id not in self._seen:
            self._seen.add(id)
            self.tree.expand(self.model.index_of(id))

    def _on_edited(self, id: Id, typed: str) -> None:
        workshop, language = self._context.desk.workshop, self._context.words.language
        if workshop is None:
            return
        card = workshop.find(Card, id)
        heading = workshop.find(Lane, id) or workshop.find(Theme, id)
        known = card.text if card else heading.title if heading else Text()
        # What is shown may be the other language, because this one is missing: then that is
        # what was edited.
        shown, shown_in = known.best(language)
        if " ".join(typed.split()) != " ".join(shown.split()):
            self.renamed.emit(id, replace(known).having(shown_in, typed))


class Tree(QTreeView):
    """A tree with the keys of the house."""

    delete_asked = Signal()
    move_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    def select_all_of(self, indexes: list[QModelIndex]) -> None:
        """Select these rows again."""
        flags = self.selectionModel().SelectionFlag
        for index in indexes:
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex().siblingAtColumn(0))
        else:
            super().keyPressEvent(event)


def _put(row: list[QStandardItem], texts: list[str]) -> None:
    for item, text in zip(row, texts, strict=True):
        if item.text() != text:
            item.setText(text)
