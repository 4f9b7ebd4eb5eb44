"""How the board is looked at: its size in per cent, all of it, the map, and how close cards lie."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from gweithdy.domain.problem import N_
from gweithdy.ui.announce import AtRest
from gweithdy.ui.board.densities import DENSITIES, after, density_of
from gweithdy.ui.board.overview import Overview
from gweithdy.ui.board.view import BoardView
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import shown
from gweithdy.ui.widgets.tips import tip_with_keys

STEP = 1.25
"""How much larger the board is after one key."""

SIZES = ("cards.larger", "cards.smaller", "cards.life_size", "cards.whole", "cards.map")


class Sight(QPushButton):
    """A button that says the size, with a menu of all that changes what is in sight."""

    def __init__(self, context: Context, view: BoardView) -> None:
        super().__init__()
        self._context = context
        self._settings = context.settings
        self._view = view
        self._before = 1.0
        self._told = AtRest(self)
        self.map = Overview(view, context)
        self.choices = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self._densities: dict[str, QAction] = {}
        self.setProperty("role", "quiet")
        self.setAutoDefault(True)
        # A click leaves the keyboard on the board, whose keys would be dead after Esc.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._show)
        self.doing: dict[str, Callable[[], object]] = {
            "cards.larger": lambda: self._zoom(view.zoom() * STEP),
            "cards.smaller": lambda: self._zoom(view.zoom() / STEP),
            "cards.life_size": self._show_life_size,
            "cards.whole": self.show_whole,
            "cards.map": self.switch_map,
            "cards.density": lambda: self.pack(after(self._settings.get("density"))),
        }
        self._fill()
        view.zoomed.connect(self._say_size)
        if self._settings.get("board_map"):
            self.map.show_map()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        for id, action in self._actions.items():
            action.setText(f"{words.tr(COMMANDS[id].text)}\t{shown(words, id)}")
        for name, action in self._densities.items():
            action.setText(words.tr(DENSITIES[name].label))
        self._denser.setTitle(words.tr(COMMANDS["cards.density"].text))
        self.map.retranslate()
        self._say_size()

    def show_whole(self) -> None:
        """As much of the board as can be seen at once; from there back to where one works."""
        view, whole = self._view, self._view.whole()
        if view.zoom() > whole + 0.001:
            self._before = view.zoom()
            view.board.spread(QSizeF(view.viewport().size()))
            self._zoom(view.whole())
        else:
            view.board.spread(None)
            self._zoom(self._before if self._before > whole + 0.001 else 1.0)
            view.make_current(view.current, select=False)

    def _show_life_size(self) -> None:
        with self._view.unmoved():
            self._view.board.spread(None)
        self._zoom(1.0)

    def switch_map(self) -> None:
        """Show the map with the keyboard in it, or take it away."""
        is_shown = self.map.isVisible()
        self._settings.put("board_map", int(not is_shown))
        self._actions["cards.map"].setChecked(not is_shown)
        if is_shown:
            self.map.hide()
            self.map.left.emit()
        else:
            self.map.show_map()
            self.map.setFocus()

    def pack(self, name: str) -> None:
        """Let the cards lie roomy, usual or close, from now on."""
        self._settings.put("density", name)
        density = density_of(name)
        with self._view.unmoved():
            self._view.board.pack(density)
        self._view.show_strip()
        self._densities[name].setChecked(True)
        self._told.say(self._context.words.tr(density.label))

    def _zoom(self, zoom: float) -> None:
        self._view.zoom_to(zoom)
        self._told.say(self.text())

    def _say_size(self) -> None:
        tr = self._context.words.tr
        self.setText(tr("{n} %", n=round(self._view.zoom() * 100)))
        called = tr(N_("What is in sight of the board: {size}"), size=self.text())
        self.setAccessibleName(called)
        tip_with_keys(self, self._context.words, called, "cards.larger", "cards.smaller")

    def _show(self) -> None:
        self.choices.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _fill(self) -> None:
        for id in SIZES:
            action = self._actions[id] = QAction(self)
            action.triggered.connect(lambda _=False, id=id: self.doing[id]())
            self.choices.addAction(action)
        self._actions["cards.map"].setCheckable(True)
        self._actions["cards.map"].setChecked(bool(self._settings.get("board_map")))
        self.choices.addSeparator()
        self._denser = self.choices.addMenu("")
        group = QActionGroup(self)
        for name in DENSITIES:
            action = self._densities[name] = QAction(self)
            action.setCheckable(True)
            action.setChecked(density_of(self._settings.get("density")) is DENSITIES[name])
            action.triggered.connect(lambda _=False, name=name: self.pack(name))
            group.addAction(action)
            self._denser.addAction(action)
