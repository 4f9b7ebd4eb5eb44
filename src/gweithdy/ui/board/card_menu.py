"""The menu of what is chosen, by the right button or the Menu key: what can be done, and its key.

Who knows no keys finds everything here, on the board and in the outline alike.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.ui.board.reading import OPEN
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.bound import Bound
from gweithdy.ui.keystrokes import shown

if TYPE_CHECKING:
    from gweithdy.ui.board.page import BoardPage

_GROUPING = ("cards.group", "cards.move", "cards.also", "cards.merge")
_THEME = ("cards.details", "cards.fold", "cards.move", "cards.merge", "cards.ungroup", "cards.vote")

_ON_BOARD = ("cards.details", "cards.fold")
"""What only the board has: in the outline words are edited in place, and rows have a triangle."""


class CardMenu(QObject):
    """Watches the board and the outline of `page`; `shown` is the menu that was opened last."""

    def __init__(self, page: "BoardPage") -> None:
        super().__init__(page)
        self._page = page
        self.shown: QMenu | None = None
        tree = page.outline.tree
        self._outline: tuple[QObject, ...] = (tree, tree.viewport())
        view = page.pane.view
        for watched in (view, view.viewport(), *self._outline):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        at = self._in_outline(event) if watched in self._outline else self._on_board(event)
        if at is not None:
            self._open(at)
        # Done either way: nothing around has a menu of its own.
        return True

    def _on_board(self, event: QContextMenuEvent) -> QPoint | None:
        view = self._page.pane.view
        at = centre_of(view, view.current)
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = event.pos()
            id = view.board.hit(view.mapToScene(at))
            if not id:
                return None
            view.make_current(id, select=id not in view.board.chosen, scroll=False)
        return view.viewport().mapToGlobal(at) if self._ids() else None

    def _in_outline(self, event: QContextMenuEvent) -> QPoint | None:
        tree = self._page.outline.tree
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = event.pos()
            if not tree.indexAt(at).isValid():
                return None
        else:
            at = tree.visualRect(tree.currentIndex()).center()
        return tree.viewport().mapToGlobal(at) if self._ids() else None

    def _open(self, at: QPoint) -> None:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for bound, id in self._ids():
            if id:
                bound.fill(menu, id)
            else:
                menu.addSeparator()
        for bound in (self._page.bound, self._page.pane.bound):
            bound.retranslate()
        self._name_details()
        self.shown = menu
        menu.popup(at)

    def _name_details(self) -> None:
        """Of a theme or a lane they are not those of a card."""
        pane, workshop = self._page.pane, self._page.workshop
        here = pane.view.current
        noun = next(
            (each for each in (Theme, Lane) if workshop and workshop.find(each, here)), None
        )
        if noun and not pane.view.chosen_cards():
            words, id, said = pane.scene.face.words, "cards.details", OPEN[noun]
            pane.bound.actions[id].setText(f"{words.tr(said)}\t{shown(words, id)}")

    def _forget(self) -> None:
        self.shown = None

    def _ids(self) -> list[tuple[Bound, str]]:
        """What can be done with what is chosen; "" between two parts."""
        pane, page = self._page.pane, self._page.bound
        in_outline = self._page.view() == "outline"
        return [
            (page if id.startswith("board.") else pane.bound, id)
            for id in self._wanted()
            if not (in_outline and id in _ON_BOARD)
        ]

    def _wanted(self) -> Iterator[str]:
        pane, workshop = self._page.pane, self._page.workshop
        cards = pane.view.chosen_cards()
        if workshop is None:
            return
        if not cards:
            if pane.themes.themes():
                yield from _THEME
            elif pane.scene.head(pane.view.current):
                yield "cards.details"
            return
        many = len(cards) > 1
        yield from ("cards.details", *_GROUPING[:3], "cards.merge" if many else "cards.history")
        if any(workshop.get(Card, id).made_of for id in cards):
            yield "cards.ungroup"
        yield from ("cards.vote", "", "board.park", "board.quote", "board.act", "")
        yield from ("cards.aside", "list.remove")
