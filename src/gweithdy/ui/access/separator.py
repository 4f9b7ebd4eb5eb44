"""The line between two parts of a page: how far it is pulled is a value that can be set."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QSplitter, QSplitterHandle
from shiboken6 import isValid

from gweithdy.ui.access.factory import install
from gweithdy.ui.access.pointer import as_pointer


def tell_separators() -> None:
    """From now on screen readers are told what the line of a splitter is, and where it stands."""
    install(_made)


def tell_pulled(splitter: QSplitter) -> None:
    """Say that the line was pulled."""
    event = QAccessibleValueChangeEvent(splitter.handle(1), percent(splitter))
    QAccessible.updateAccessibility(event)


def percent(splitter: QSplitter) -> int:
    """How much of the room the part before the line has."""
    sizes = splitter.sizes()
    return round(100 * sizes[0] / (sum(sizes) or 1))


class SeparatorLine(QAccessibleWidget):
    """It is kept for ever, so it must not keep the line."""

    def __init__(self, line: QSplitterHandle) -> None:
        super().__init__(line, QAccessible.Role.Separator)
        self._place = Place(self)

    def splitter(self) -> QSplitter | None:
        """Whose line it is; None when that is going away."""
        line = self.object()
        return line.splitter() if isinstance(line, QSplitterHandle) and isValid(line) else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is QAccessible.InterfaceType.ValueInterface:
            return as_pointer(self._place)
        return as_pointer(super().interface_cast(kind))


class Place(QAccessibleValueInterface):
    """Where the line stands, in per cent of the room."""

    def __init__(self, of: SeparatorLine) -> None:
        super().__init__()
        self._of = of

    def currentValue(self) -> int:
        splitter = self._of.splitter()
        return percent(splitter) if splitter else 0

    def setCurrentValue(self, value: Any) -> None:
        splitter = self._of.splitter()
        if splitter:
            whole = sum(splitter.sizes())
            before = round(whole * max(0.0, min(100.0, float(value))) / 100)
            splitter.setSizes([before, whole - before])
            splitter.splitterMoved.emit(before, 1)

    def minimumValue(self) -> int:
        return 0

    def maximumValue(self) -> int:
        return 100

    def minimumStepSize(self) -> int:
        return 1


def _made(thing: QObject) -> SeparatorLine | None:
    return SeparatorLine(thing) if isinstance(thing, QSplitterHandle) else None
