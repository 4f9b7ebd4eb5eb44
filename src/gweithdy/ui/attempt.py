"""Do and tell: the one way in which a gesture becomes a change, or a person hears why not."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to a field: `typing` names it, so that undo takes all of it as one step.

    `seen` is the position in the log that the field showed; None if that is what there is now.
    """

    typing: str = ""
    seen: int | None = None


NO_VISIT = Visit()


def attempt(desk: Desk, make: Callable[[], Edit], visit: Visit = NO_VISIT) -> Edit | None:
    """Carry out the edit that `make` builds; the edit once it is on disk, None if refused."""
    try:
        edit = make()
    except Problem as problem:
        desk.refused.emit(problem)
        return None
    edit = replace(edit, typing=visit.typing, seen=visit.seen)
    return edit if desk.do(edit) else None


def reaches_disk(desk: Desk, give: Callable[[], None]) -> bool:
    """Whether all edits that `give` leads to reach the disk; one that may not be is none."""
    failures = desk.failures
    give()
    return desk.failures == failures


def alter(desk: Desk, make: Callable[[Workshop], Edit], visit: Visit = NO_VISIT) -> Edit | None:
    """`attempt` on the open session; nothing happens while none is open."""
    workshop = desk.workshop
    return attempt(desk, lambda: make(workshop), visit) if workshop else None
