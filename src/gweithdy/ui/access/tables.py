"""Tables, lists and trees whose cells say in which language they are.

Qt's own cells have no language, and its interface of a table can be neither subclassed nor written
in Python. So it stays, and ours stands before it: it hands out the cells that have a language, and
passes everything else on.
"""

from collections.abc import Hashable
from functools import cache, partial
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QComboBox
from shiboken6 import Shiboken, isValid

from gweithdy.ui.access.cell import Cell
from gweithdy.ui.access.language import LANGUAGE, LOCALE
from gweithdy.ui.access.pointer import as_pointer
from gweithdy.ui.access.selection import Selection

Kind = QAccessible.InterfaceType
Place = TypeVar("Place", bound=Hashable)
_CELLS = (QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.TreeItem)
_SPEAKS = "cells-speak"
_making: set[int] = set()
_tables: list["SpeakingTable"] = []
"""For ever: as the program ends PySide would let go of them before Qt does. A view has one."""
_kept: dict[int, Cell] = {}
"""By Qt's number. Qt keeps bare pointers: a cell that Python let go of first would be a crash."""


def cells_speak(view: QAbstractItemView | QComboBox) -> None:
    """Let the cells of `view`, or the rows of a box, have the language that its model says.

    Only from the Qt on that can tell it.
    """
    if LOCALE is None:
        return
    view.setProperty(_SPEAKS, True)
    _install()
    rows = view if isinstance(view, QAbstractItemView) else view.findChild(QAbstractItemView)
    if rows is not None and rows.model() is not None:
        # Qt has asked what a reader sees of it as its model came, and keeps the answer.
        made = QAccessible.queryAccessibleInterface(rows)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
        Shiboken.invalidate(made)


class SpeakingTable(QAccessibleWidget):
    """Before Qt's own interface, `inner`. It stays for ever: it must not keep the view.

    Nothing of Qt's is kept, only numbers: PySide would take what comes to lie in the place of
    something that is gone for that very thing.
    """

    def __init__(self, view: QAbstractItemView, inner: QAccessibleInterface) -> None:
        super().__init__(view, inner.role())
        self._inner = QAccessible.uniqueId(inner)
        self._role = inner.role()
        self._cells: dict[tuple[int, int, int], Cell] = {}
        self._is_moved = False
        self._selection = Selection(self)
        model = view.model()
        for moved in (
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.layoutChanged,
            model.modelReset,
        ):
            moved.connect(self._on_moved)
        view.destroyed.connect(partial(_let_go, self._cells))

    def view(self) -> QAbstractItemView | None:
        """What it speaks for, while that is there."""
        view = self.object() if isValid(self) else None
        return view if isinstance(view, QAbstractItemView) and isValid(view) else None

    @property
    def inner(self) -> QAccessibleInterface | None:
        """Qt's own interface, while it is there."""
        inner: QAccessibleInterface | None = QAccessible.accessibleInterface(self._inner)
        return inner

    def native(self, index: QPersistentModelIndex) -> QAccessibleInterface | None:
        """Qt's own cell at `index`; none where it is hidden. Never kept: Qt lets go of it."""
        view, inner = self.view(), self.inner
        if view is None or inner is None or not index.isValid():
            return None
        here = view.model().index(index.row(), index.column(), index.parent())
        middle = view.visualRect(here).center()
        at = view.viewport().mapToGlobal(middle)
        if view.indexAt(middle) != here:
            return None
        return inner.childAt(at.x(), at.y())

    def ours(self, native: QAccessibleInterface | None) -> QAccessibleInterface | None:
        """`native`, or our cell in its place if it has a language."""
        view = self.view()
        if native is None or view is None or native.role() not in _CELLS:
            return native
        here = native.rect()
        if here.isEmpty():
            # Hidden: it lies nowhere.
            return native
        index = view.indexAt(view.viewport().mapFromGlobal(here.center()))
        return self._cell(index) if index.data(LANGUAGE) else native

    def role(self) -> QAccessible.Role:
        return self._role

    def childCount(self) -> int:
        inner = self.inner
        return inner.childCount() if inner else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        inner = self.inner
        return self.ours(inner.child(index)) if inner else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        inner = self.inner
        return self.ours(inner.childAt(x, y)) if inner else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        inner = self.inner
        return self.ours(inner.focusChild()) if inner else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        # Qt reads what it takes for its own cell: ours may never come there.
        inner, native = self.inner, child.native() if isinstance(child, Cell) else child
        return inner.indexOfChild(native) if inner and native else -1

    def text(self, kind: QAccessible.Text) -> str:
        inner = self.inner
        return inner.text(kind) if inner else ""

    def state(self) -> QAccessible.State:
        inner = self.inner
        return inner.state() if inner else super().state()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is Kind.SelectionInterface:
            return as_pointer(self._selection)
        inner = self.inner
        return as_pointer(inner.interface_cast(kind) if inner else None)

    def _cell(self, index: QModelIndex) -> Cell:
        if self._is_moved:
            self._is_moved = False
            cells = list(self._cells.values())
            self._cells.clear()
            self._cells |= {_key(cell.index): cell for cell in cells if cell.index.isValid()}
            _let_go({n: cell for n, cell in enumerate(cells) if not cell.index.isValid()})
        if _key(index) not in self._cells:
            cell = self._cells[_key(index)] = Cell(self, QPersistentModelIndex(index))
            _kept[cell.number] = cell
        return self._cells[_key(index)]

    def _on_moved(self) -> None:
        self._is_moved = True


def _key(index: QModelIndex | QPersistentModelIndex) -> tuple[int, int, int]:
    return index.row(), index.column(), index.internalId()


def _let_go(cells: dict[Place, Cell]) -> None:
    while cells:
        _, cell = cells.popitem()
        QAccessible.deleteAccessibleInterface(cell.number)
        del _kept[cell.number]


@cache
def _install() -> None:
    QAccessible.installFactory(_made)


def _made(_key: str, view: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(view, QAbstractItemView) or not _speaks(view):
        return None
    if id(view) in _making:
        # Asked for Qt's own interface, just below.
        return None
    _making.add(id(view))
    inner: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(view)
    _making.discard(id(view))
    if inner is None:
        return None
    _tables.append(SpeakingTable(view, inner))
    return _tables[-1]


def _speaks(view: QAbstractItemView) -> bool:
    """Whether its cells do, or the choices of the box whose list it is."""
    frame = view.parent()
    box = frame.parent() if frame is not None else None
    holder = box if isinstance(box, QComboBox) else view
    return bool(holder.property(_SPEAKS))
