"""The keys of the board as data."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

_WALK = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_KEYS = {
    Qt.Key.Key_Return: "details",
    Qt.Key.Key_Enter: "details",
    Qt.Key.Key_F2: "details",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_G: "group",
    Qt.Key.Key_U: "ungroup",
    Qt.Key.Key_V: "vote",
}
_CTRL_KEYS = {
    Qt.Key.Key_N: "add",
    Qt.Key.Key_A: "all",
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_0: "life_size",
}


def word_of(event: QKeyEvent) -> str:
    """The name of what a key does on the board; "" if it is not one of its keys."""
    held = event.modifiers() & (CTRL | ALT | SHIFT)
    key = Qt.Key(event.key())
    if held & CTRL:
        return "" if held & ALT else _CTRL_KEYS.get(key, "")
    return "" if held else _KEYS.get(key, "")


def walk_of(event: QKeyEvent) -> tuple[int, int] | None:
    """The direction of an arrow key."""
    if event.modifiers() & CTRL:
        return None
    return _WALK.get(Qt.Key(event.key()))
