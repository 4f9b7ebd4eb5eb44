"""History: what can be undone and redone in one open library."""

from dataclasses import dataclass, replace

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id

LONGEST = 500
"""Steps kept; the change log keeps everything for ever."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was done, and the edit that brings the values before it back."""

    edit: Edit
    back: Edit

    @property
    def again(self) -> Edit:
        """The edit that redoes this step; what undo took away by `deleted` comes back."""
        created = {(c.entity, c.id) for c in self.back.changes if c.field == "deleted" and c.value}
        removed = {(c.entity, c.id) for c in self.edit.changes if c.field == "deleted"}
        restored = (Change(e, i, "deleted", False) for e, i in sorted(created - removed))
        return replace(self.edit, changes=(*self.edit.changes, *restored))


class History:
    """Two stacks of steps. Facts (the clock was started) never enter it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, edit: Edit, back: Edit) -> None:
        """Remember an edit that was done; typing on in the same field joins the step before.

        A fact is not remembered, and no step can be undone that would put other values in the
        place of what happened.
        """
        if edit.fact:
            self._forget({_place(change) for change in edit.changes})
            return
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and edit.typing and last.edit.typing == edit.typing:
            self._done[-1] = _joined(last, Step(edit, back))
            return
        self._done.append(Step(edit, back))
        del self._done[:-LONGEST]

    @property
    def to_undo(self) -> list[Step]:
        """What can be undone, the last step first."""
        return self._done[::-1]

    @property
    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """The next undo has been carried out."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """The next redo has been carried out."""
        self._done.append(self._undone.pop())

    def keep_only(self, session: Id) -> None:
        """Forget the steps of other sessions: their contents are no longer in memory."""
        self._done = [s for s in self._done if s.edit.session in ("", session)]
        self._undone = [s for s in self._undone if s.edit.session in ("", session)]

    def clear(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()

    def _forget(self, places: set[tuple[str, Id, str]]) -> None:
        for steps in (self._done, self._undone):
            steps[:] = [s for s in steps if not places & {_place(c) for c in s.edit.changes}]


def _joined(first: Step, then: Step) -> Step:
    """Both steps as one: the later values forward, the earlier values back."""
    forward = {_place(c): c for c in (*first.edit.changes, *then.edit.changes)}
    back = {_place(c): c for c in (*then.back.changes, *first.back.changes)}
    return Step(
        replace(then.edit, changes=tuple(forward.values())),
        replace(first.back, changes=tuple(back.values())),
    )


def _place(change: Change) -> tuple[str, Id, str]:
    return (change.entity, change.id, change.field)
