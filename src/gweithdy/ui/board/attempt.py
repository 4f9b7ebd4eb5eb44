"""Doing an edit, with the Problem that making it may raise told to the person."""

from collections.abc import Callable

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import Problem
from gweithdy.ui.desk import Desk


def attempt(desk: Desk, make: Callable[[], Edit]) -> bool:
    """Carry out the edit that `make` builds; True once it is on disk."""
    try:
        edit = make()
    except Problem as problem:
        desk.refused.emit(problem)
        return False
    return desk.do(edit)
