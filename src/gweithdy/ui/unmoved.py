"""Unmoved: what a person looks at stays where it is while rows come and go above it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPoint, QRectF
from PySide6.QtWidgets import QAbstractItemView, QGraphicsView

from gweithdy.domain.ids import Id


@contextmanager
def rows_unmoved(
    view: QAbstractItemView,
    id_of: Callable[[QModelIndex], Id],
    index_of: Callable[[Id], QModelIndex],
) -> Iterator[None]:
    """Keep the row at the top of `view` where it is, whatever is shown inside this."""
    top = view.indexAt(QPoint(0, 0))
    id, before = id_of(top) if top.isValid() else "", view.visualRect(top).y()
    yield
    index = index_of(id) if id else QModelIndex()
    if index.isValid():
        view.executeDelayedItemsLayout()
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + view.visualRect(index).y() - before)


@contextmanager
def place_unmoved(view: QGraphicsView, place: Callable[[], QRectF | None]) -> Iterator[None]:
    """Keep a `place` of the scene where it is on the screen, whatever is laid out anew inside."""
    before = place()
    at = view.mapFromScene(before.topLeft()) if before else QPoint()
    yield
    after = place()
    if before is None or after is None:
        return
    by = view.mapFromScene(after.topLeft()) - at
    for bar, distance in ((view.horizontalScrollBar(), by.x()), (view.verticalScrollBar(), by.y())):
        bar.setValue(bar.value() + distance)
