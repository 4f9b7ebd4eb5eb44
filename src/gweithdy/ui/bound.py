"""Commands bound to what does them, for a window or a page: actions, their keys and buttons."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gweithdy.ui.commands import COMMANDS, When
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import sequences, shown
from gweithdy.ui.widgets.tips import tip_with_keys

Can = Callable[[When], bool]


class Bound:
    """Made from the table: what a command says, its keys and whether it can be done now.

    `can` is asked about each command's `when`; call `refresh` where its answer may have changed.
    """

    def __init__(
        self,
        host: QWidget,
        context: Context,
        can: Can,
    ) -> None:
        self._host = host
        self._words = context.words
        self._theme = context.theme
        self._can = can
        self.actions: dict[str, QAction] = {}
        self.buttons: dict[str, tuple[QPushButton, str]] = {}
        self._in_menus: set[str] = set()

    def bind(self, doing: Mapping[str, Callable[[], object]]) -> None:
        """Let each command do what stands beside it."""
        for id, do in doing.items():
            command, action = COMMANDS[id], QAction(self._host)
            if not command.typed:
                action.setShortcuts(sequences(id))
                # Of what is in sight, wherever in the window the keyboard is: the pages to the
                # left and the box below belong to no page.
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                action.setAutoRepeat(not command.once)
            action.triggered.connect(lambda _=False, do=do: do())
            self._host.addAction(action)
            self.actions[id] = action

    def dress(self, button: QPushButton, id: str, label: str = "") -> None:
        """Let `button` do a command and say its key; `label` where its own words are too long."""
        button.clicked.connect(self.actions[id].trigger)
        self.buttons[id] = (button, label)

    def run(self, id: str) -> None:
        """Do it, if it can be done now."""
        self.refresh()
        self.actions[id].trigger()

    def fill(self, menu: QMenu, *ids: str) -> None:
        """Put commands into a menu."""
        for id in ids:
            menu.addAction(self.actions[id])
        self._in_menus.update(ids)

    def retranslate(self) -> None:
        """Texts, icons and keys in the language and the look of now."""
        for id, action in self.actions.items():
            command = COMMANDS[id]
            text = self._words.tr(command.text)
            # A menu does not know the keys that are read by what has the keyboard.
            in_menu = command.typed and id in self._in_menus
            action.setText(f"{text}\t{shown(self._words, id)}" if in_menu else text)
            # Drawing an icon takes a while, and only menus show it.
            if command.icon and id in self._in_menus:
                action.setIcon(self._theme.icon(command.icon))
        for id, (button, label) in self.buttons.items():
            text = self._words.tr(COMMANDS[id].text)
            button.setText(self._words.tr(label) if label else text)
            tip_with_keys(button, self._words, text, id)
        self.refresh()

    def refresh(self) -> None:
        """What cannot be done now rests."""
        for id, action in self.actions.items():
            action.setEnabled(self._can(COMMANDS[id].when))
        for id, (button, _) in self.buttons.items():
            button.setEnabled(self.actions[id].isEnabled())
