"""The board as a tree model: lanes, themes and cards by id."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Card, CardKind, Lane, Theme
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import differences
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text
from gweithdy.ui.access.cells import spoken_cell
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.board.notes import BETWEEN, notes_of
from gweithdy.ui.board.votes import VotesOf
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.card_kinds import kind_icon
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.words_editor import ID

HEADINGS = (N_("Text"), N_("Kind and place"), N_("Votes"))
COLUMNS = len(HEADINGS)
VOTES = 2

Said = Card | Theme | Lane


class OutlineModel(QStandardItemModel):
    """Rows by id. What a row says is asked for when it is drawn: thousands are not.

    Nothing that Qt asks of every row at each layout (`flags`, `rowCount`) is answered in Python.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(0, COLUMNS)
        self._context = context
        self._contents: dict[Id, LaneContents] = {}
        self._items: dict[Id, QStandardItem] = {}
        self._inside: dict[Id, list[Id]] = {"": []}
        self._aside: dict[Id, QStandardItem] = {}
        self._said: dict[Id, Said] = {}
        self._counts: dict[Id, int] = {}
        self._votes_of: VotesOf = lambda _: 0
        icons = {kind: kind_icon(context.theme, kind) for kind in CardKind}
        self._icons = ByChoice(icons, kind_icon(context.theme, CardKind("?")))

    def retranslate(self) -> None:
        """Everything in the language of now."""
        tr = self._context.words.tr
        self.setHorizontalHeaderLabels([tr(heading) for heading in HEADINGS])
        self._redraw(self._inside[""])

    def show_lanes(
        self, contents: Sequence[LaneContents], votes_of: VotesOf, voted: Collection[Id] = ()
    ) -> None:
        """Show `contents`; in lanes that are as before nothing is touched.

        `voted` are the cards and themes whose votes are others than before.
        """
        self._votes_of = votes_of
        self._keep(self.invisibleRootItem(), "", [each.lane.id for each in contents])
        for each in contents:
            if self._contents.get(each.lane.id) != each:
                self._show_lane(each)
        self._contents = {each.lane.id: each for each in contents}
        self._redraw(voted)

    def index_of(self, id: Id) -> QModelIndex:
        """Where the row of `id` is."""
        item = self._items.get(id)
        return item.index() if item else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(self._at(index), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self._text(self._at(index), index.column(), aloud=True)
                if index.column() == 0:
                    return shown
                return spoken_cell(self._context.words, HEADINGS[index.column()], shown)
            case Qt.ItemDataRole.ToolTipRole if index.column() == 1:
                # The signs of it in words.
                return self._text(self._at(index), index.column(), aloud=True)
            case Qt.ItemDataRole.DecorationRole if index.column() == 1:
                return self._icon(self._at(index))
            case Qt.ItemDataRole.FontRole if index.column() == 0:
                is_card = isinstance(self._said.get(self._at(index)), Card)
                font = self._context.theme.font()
                font.setBold(not is_card)
                return font
            case _ if role == LANGUAGE:
                return self._language(self._at(index)) if index.column() == 0 else None
            case _ if role == ID:
                return self._at(index)
        return None

    def _at(self, index: Index) -> Id:
        item = self.itemFromIndex(index.sibling(index.row(), 0))
        return str(item.data(ID)) if index.isValid() else ""

    def _text(self, id: Id, column: int, *, aloud: bool = False) -> str:
        said, words = self._said.get(id), self._context.words
        if said is None:
            return ""
        if column == VOTES:
            votes = 0 if isinstance(said, Lane) else self._votes_of(id)
            return str(votes or "")
        if isinstance(said, Card):
            return (
                self._notes(said, aloud=aloud)
                if column
                else " ".join(_best(said, words.language).split())
            )
        if column:
            return words.ntr("{n} card", "{n} cards", self._counts[id])
        return _best(said, words.language) or words.tr("Untitled")

    def _language(self, id: Id) -> Language | None:
        said = self._said.get(id)
        return _text_of(said).spoken(self._context.words.language) if said else None

    def _notes(self, card: Card, *, aloud: bool) -> str:
        # Votes have a column of their own.
        words = self._context.words
        return BETWEEN.join(notes_of(card, 0, words.language, words, aloud=aloud))

    def _icon(self, id: Id) -> QIcon | None:
        said = self._said.get(id)
        if isinstance(said, Card) and said.kinds:
            return self._icons[said.kinds[0]]
        return None

    def _show_lane(self, contents: LaneContents) -> None:
        lane = contents.lane.id
        loose = contents.groups[-1].cards
        named = [group for group in contents.groups if group.theme]
        themes = [group.theme.id for group in named if group.theme and not group.inside]
        below: dict[Id, list[Id]] = {}
        for group in named:
            if group.theme and group.inside:
                below.setdefault(group.theme.parent, []).append(group.theme.id)
        self._keep(self._items[lane], lane, [*themes, *(card.id for card in loose)])
        changed = self._say(contents.lane, contents.count)
        for group in contents.groups:
            if group.theme:
                id = group.theme.id
                self._keep(self._items[id], id, [*below.get(id, []), *(c.id for c in group.shown)])
                changed += self._say(group.theme, len(group.cards))
            for card in group.shown:
                if self._said.get(card.id) is not card:
                    changed += self._say(card)
        self._redraw(changed)

    def _say(self, said: Said, count: int = 0) -> list[Id]:
        """Take what a row says; its id if that is another thing than before."""
        same = self._said.get(said.id) == said and self._counts.get(said.id, 0) == count
        self._said[said.id], self._counts[said.id] = said, count
        return [] if same else [said.id]

    def _redraw(self, ids: Collection[Id]) -> None:
        for id in ids:
            index = self.index_of(id)
            if index.isValid():
                self.dataChanged.emit(index, index.siblingAtColumn(COLUMNS - 1))

    def _keep(self, parent: QStandardItem, id: Id, wanted: list[Id]) -> None:
        """Let the rows under `parent` be those of `wanted`; only rows that differ are touched."""
        here = self._inside.setdefault(id, [])
        if here == wanted:
            return
        # Else a row has an item in its first column alone: the others have nothing to hold.
        parent.setColumnCount(COLUMNS)
        (out, into), still_here = differences(here, wanted), set(wanted)
        for place in out:
            item, gone = parent.takeRow(place)[0], here.pop(place)
            if gone in still_here:
                self._aside[gone] = item
            else:
                self._forget(item)
        for place in into:
            parent.insertRow(place, self._item(wanted[place]))
            if not id:
                # A lane has no votes: nothing stands there for the keyboard to come to.
                nothing = QStandardItem()
                nothing.setFlags(Qt.ItemFlag.NoItemFlags)
                parent.setChild(place, VOTES, nothing)
            here.insert(place, wanted[place])

    def _item(self, id: Id) -> QStandardItem:
        """The row of `id`, taken from where it was, or a new one."""
        if id in self._aside:
            return self._aside.pop(id)
        if id in self._items:
            item = self._items[id]
            above = item.parent() or self.invisibleRootItem()  # type: ignore[truthy-bool]
            self._inside[str(above.data(ID) or "")].remove(id)
            return above.takeRow(item.row())[0]
        item = self._items[id] = QStandardItem()
        item.setData(id, ID)
        return item

    def _forget(self, item: QStandardItem) -> None:
        id = str(item.data(ID))
        for place in reversed(range(item.rowCount())):
            self._forget(item.takeRow(place)[0])
        for known in (self._items, self._inside, self._said, self._counts, self._contents):
            known.pop(id, None)


def _best(said: Said, language: str) -> str:
    return _text_of(said).best(language)[0]


def _text_of(said: Said) -> Text:
    return said.text if isinstance(said, Card) else said.title
