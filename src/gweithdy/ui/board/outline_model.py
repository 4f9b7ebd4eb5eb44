"""The board as a tree model: lanes, themes and cards by id."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.ui.context import Context
from gweithdy.ui.sources import source_name
from gweithdy.ui.widgets.card_kinds import kind_icon

ID = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Rows by id."""

    def __init__(self, context: Context) -> None:
        super().__init__(0, 3)
        self._context = context
        self._rows: dict[Id, list[QStandardItem]] = {}
        self._icons = {kind: kind_icon(context.theme, kind) for kind in CardKind}

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


def _put(row: list[QStandardItem], texts: list[str]) -> None:
    for item, text in zip(row, texts, strict=True):
        if item.text() != text:
            item.setText(text)
