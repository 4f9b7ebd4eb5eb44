"""History: what one person can undo and redo in one open library."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from gweithdy.domain.change import Change, Edit, Place, Turn
from gweithdy.domain.ids import Id

LONGEST = 500
"""Steps kept; the change log keeps everything for ever."""

PROMISED = ("board", "naming")
"""What people were promised of their names: it is taken back right away, or never."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was done, and the edit that brings the values before it back.

    Undo and redo leave what is no longer this person's: `taken` are the places that somebody else
    has since changed, `rested_on` the things that somebody else has since changed or leads to.
    """

    edit: Edit
    before: Edit
    taken: frozenset[Place] = frozenset()
    rested_on: frozenset[Id] = frozenset()
    # Worked out once: every edit of somebody else asks each of hundreds of steps.
    places: frozenset[Place] = field(init=False, repr=False, compare=False)
    _taken_away: frozenset[Id] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        changes = (*self.edit.changes, *self.before.changes)
        places = frozenset(change.place for change in changes)
        taken_away = frozenset(change.id for change in changes if _takes_away(change))
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "_taken_away", taken_away)

    @property
    def back(self) -> Edit:
        """The edit that undoes this step."""
        return self._mine(self.before)

    @property
    def again(self) -> Edit:
        """The edit that redoes this step."""
        return self._mine(self.edit)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is still this person's."""
        return not self.taken and not self.rested_on

    def is_told(self, done: Edit, back: Edit) -> bool:
        """Whether an edit that gave the values of `done`, and one of `back`, are of this step.

        What it is about is not enough: taking a thing away and bringing it back are about the same.
        """
        return (
            done.session == self.edit.session
            and _agree(done, self.edit)
            and _agree(back, self.before)
        )

    def beside(self, theirs: "Footprint") -> "Step":
        """This step after an edit of somebody else."""
        taken, rests = self.places & theirs.places, self._resting(theirs)
        if not taken and not rests:
            return self
        return replace(self, taken=self.taken | taken, rested_on=self.rested_on | rests)

    def carries(self, fact: "Footprint") -> bool:
        """Whether taking this step back would change what happened, or what it rests on."""
        return not self.places.isdisjoint(fact.places) or bool(self._resting(fact))

    def _resting(self, other: "Footprint") -> frozenset[Id]:
        """The things that undo or redo would take away although `other` changes or names them.

        What such a thing stands in stays with it: the board of a lane that somebody has filled.
        """
        kept: set[Id] = set()
        more: set[Id] = set(self._taken_away & other.named)
        while more:
            kept |= more
            more = (_named(c for c in self.edit.changes if c.id in kept) & self._taken_away) - kept
        return frozenset(kept)

    def _mine(self, edit: Edit) -> Edit:
        return replace(
            edit,
            # What was on screen then is not what is on screen when it is done again.
            seen=None,
            changes=tuple(
                change
                for change in edit.changes
                if change.place not in self.taken
                and not (_takes_away(change) and change.id in self.rested_on)
            ),
        )


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an edit changes: the places, and the things that it is about or leads to."""

    places: frozenset[Place]
    named: frozenset[Id]


def footprint(edit: Edit) -> Footprint:
    """What `edit` changes."""
    places = frozenset(change.place for change in edit.changes)
    return Footprint(places, frozenset(_named(edit.changes)))


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edit of the log, what was there before it, and whether it was done at this window."""

    edit: Edit
    before: Edit
    mine: bool


class History:
    """Two stacks of steps. Facts (the clock was started) never enter it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, edit: Edit, back: Edit) -> None:
        """Remember an edit that was done; typing on in the same field joins the step before.

        A fact is not remembered, and no step can be undone that would put other values in the
        place of what happened, or take away what it rests on. What people were promised before it
        is undone no more, nor what was done before that.
        """
        if edit.fact:
            self._forget(edit)
            return
        self._undone.clear()
        if self.goes_on(edit):
            self._done[-1] = _joined(self._done[-1], Step(edit, back))
            return
        if self._done and _promises(self._done[-1].edit):
            self._done.clear()
        self._done.append(Step(edit, back))
        del self._done[:-LONGEST]

    def goes_on(self, edit: Edit) -> bool:
        """Whether `edit` would join the last step: more typing in the same visit to a field."""
        last = self._done[-1] if self._done else None
        return bool(last and edit.typing and last.edit.typing == edit.typing and last.is_whole)

    def beside(self, theirs: Edit) -> None:
        """Somebody else has done `theirs`: undo and redo will leave it as it is."""
        if theirs.fact:
            self._forget(theirs)
            return
        changed = footprint(theirs)
        for steps in (self._done, self._undone):
            steps[:] = [step.beside(changed) for step in steps]

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

    def given_up(self, *, redo: bool = False) -> None:
        """Nothing of the next undo, or redo, is this person's any more: it is forgotten."""
        steps = self._undone if redo else self._done
        steps[:] = _without(steps[-1], steps)

    def redone(self) -> None:
        """The next redo has been carried out."""
        self._done.append(self._undone.pop())

    def was_undone(self, told: Earlier) -> None:
        """`told` once brought back what was before a step, perhaps while another session was open.

        What was done to the library is undone out of any session, over the steps of all others,
        and what happened or was done in those has made some of its steps forgotten here or there.
        """
        self._undone += _taken(self._done, told.before, told.edit, lambda step: step.back)

    def was_redone(self, told: Earlier) -> None:
        """`told` once did a step again that was undone."""
        self._done += _taken(self._undone, told.edit, told.before, lambda step: step.again)

    def keep_only(self, session: Id) -> None:
        """Forget the steps of other sessions: their contents are no longer in memory.

        Undoing what made the open session puts it away: that it can be done again is kept. When
        one is opened, nothing is left to be done again that would take it away.
        """
        ours = ("", session)
        self._done = _only(self._done, lambda step: step.edit.session in ours)
        self._undone = _only(
            self._undone,
            lambda step: (
                not _takes_away_session(step, session)
                and (step.edit.session in ours or (not session and _makes_its_session(step)))
            ),
        )

    def forget_about(self, gone: Collection[Id]) -> None:
        """Drop the steps of sessions, or about things, that are gone for good."""
        for steps in (self._done, self._undone):
            steps[:] = _only(steps, lambda step: not _is_about(step.edit, gone))

    def _forget(self, fact: Edit) -> None:
        changed = footprint(fact)
        for steps in (self._done, self._undone):
            steps[:] = _only(steps, lambda step: not step.carries(changed))


def remembered(told: Iterable[Earlier]) -> History:
    """The history that there was after all of `told`, oldest first: it survives a restart."""
    history, visit = History(), 0
    for each in told:
        edit = each.edit
        if not each.mine or edit.turn in (Turn.SET, Turn.FACT):
            history.beside(edit)
        elif edit.turn is Turn.UNDO:
            history.was_undone(each)
        elif edit.turn is Turn.REDO:
            history.was_redone(each)
        elif edit.turn is Turn.STEP:
            visit += 1
            history.add(replace(edit, typing=str(visit)), each.before)
        elif last := history.next_undo:
            history.add(replace(edit, typing=last.edit.typing), each.before)
        else:
            # The beginning of this visit lies too far back: half of it is no step.
            history.beside(edit)
    return history


def _only(steps: list[Step], wanted: Callable[[Step], bool]) -> list[Step]:
    """The `wanted` ones of `steps`, but none that went on, in the same place, with one that goes.

    To step over that one would give the place a value that was never next to what is there now.
    """
    kept: list[Step] = []
    gone: set[Place] = set()
    for step in reversed(steps):
        # What others have changed since is left as it is by all of them.
        own = step.places - step.taken
        if wanted(step) and gone.isdisjoint(own):
            kept.append(step)
        else:
            gone |= own
    return kept[::-1]


def _without(gone: Step, steps: list[Step]) -> list[Step]:
    return _only(steps, lambda step: step is not gone)


def _taken(steps: list[Step], done: Edit, back: Edit, left: Callable[[Step], Edit]) -> list[Step]:
    """The last of `steps` that is told by `done` and `back`, taken out of them.

    One that is not among them is made of what is told: it was forgotten, or lies too far back. None
    where nothing was changed. What nothing is `left` of had been given up by then.
    """
    above = len(steps)
    while above:
        above = min(above, len(steps)) - 1
        step = steps[above]
        if not step.is_whole and not left(step):
            steps[:] = _without(step, steps)
        elif step.is_told(done, back):
            return [steps.pop(above)]
    return [Step(done, back)] if done.changes != back.changes else []


def _promises(edit: Edit) -> bool:
    """Whether it changes a promise; a board that is made with one has broken none."""
    made = {each.id for each in edit.changes if each.field == "deleted"}
    return any(
        (each.entity, each.field) == PROMISED and each.id not in made for each in edit.changes
    )


def _agree(told: Edit, known: Edit) -> bool:
    """Whether both give the same values, as far as they say, to each thing that is told of."""
    values = {change.place: change.value for change in known.changes}
    said = [change for change in told.changes if change.place in values]
    return {change.id for change in said} == {change.id for change in told.changes} and all(
        values[change.place] == change.value for change in said
    )


def _joined(first: Step, then: Step) -> Step:
    """Both steps as one: the later values forward, the earlier values back."""
    forward = {c.place: c for c in (*first.edit.changes, *then.edit.changes)}
    back = {c.place: c for c in (*then.before.changes, *first.before.changes)}
    return Step(
        replace(then.edit, changes=tuple(forward.values())),
        replace(first.before, changes=tuple(back.values())),
    )


def _makes_its_session(step: Step) -> bool:
    own = ("session", step.edit.session, "deleted")
    return any(change.place == own for change in step.edit.changes)


def _is_about(edit: Edit, gone: Collection[Id]) -> bool:
    return edit.session in gone or any(change.id in gone for change in edit.changes)


def _takes_away_session(step: Step, session: Id) -> bool:
    return any(change.id == session and _takes_away(change) for change in step.edit.changes)


def _takes_away(change: Change) -> bool:
    return change.field == "deleted" and bool(change.value)


def _named(changes: Iterable[Change]) -> set[Id]:
    """The ids of the things that `changes` are about or lead to."""
    named: set[Id] = set()
    for change in changes:
        named.add(change.id)
        values = change.value if isinstance(change.value, tuple) else (change.value,)
        named |= {value for value in values if isinstance(value, str)}
    return named
