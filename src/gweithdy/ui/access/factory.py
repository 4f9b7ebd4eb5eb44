"""How Qt comes to accessible interfaces that are written in Python."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

Make = Callable[[QObject], QAccessibleInterface | None]
"""The interface of a thing; None leaves it to Qt. It may not keep the thing: it stays for ever."""

_kept: list[QAccessibleInterface] = []
"""PySide keeps them too, but lets go before Qt does when the program ends: a crash."""


@cache
def install(make: Make) -> None:
    """From now on Qt asks `make` first, when a screen reader comes to something new."""

    def made(_class: str, thing: QObject | None) -> QAccessibleInterface | None:
        interface = make(thing) if thing is not None else None
        if interface is not None:
            _kept.append(interface)
        return interface

    QAccessible.installFactory(made)
