"""Do and tell: the one way in which a gesture becomes a change, or a person hears why not."""

from collections.abc import Callable
from dataclasses import replace

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.desk import Desk


def attempt(desk: Desk, make: Callable[[], Edit], typing: str = "") -> Edit | None:
    """Carry out the edit that `make` builds; the edit once it is on disk, None if refused.

    `typing` names a visit to a field: undo takes all of one visit as one step.
    """
    try:
        edit = make()
    except Problem as problem:
        desk.refused.emit(problem)
        return None
    if typing:
        edit = replace(edit, typing=typing)
    return edit if desk.do(edit) else None


def alter(desk: Desk, make: Callable[[Workshop], Edit], typing: str = "") -> Edit | None:
    """`attempt` on the open session; nothing happens while none is open."""
    workshop = desk.workshop
    return attempt(desk, lambda: make(workshop), typing) if workshop else None
