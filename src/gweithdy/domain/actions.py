"""Actions: what will be done, by whom, by when."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import name_field, order_field, ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class ActionState(Choice):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


ACTION_STATE_LABELS = labels(
    {
        ActionState.NOT_STARTED: N_("Not started"),
        ActionState.IN_PROGRESS: N_("In progress"),
        ActionState.COMPLETED: N_("Completed"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Owned):
    """One action. `owner` is who is responsible, `origin` what it was made of."""

    noun: ClassVar = Noun(N_("Action"), page="actions", key="actions")

    text: Text = text_field(N_("Action"), printed="actions")
    owner: str = name_field()
    due: date | None = None
    state: ActionState = ActionState.NOT_STARTED
    origin: Id = ref("card|parked|quote")
    order: float = order_field()


def overdue(action: Action, today: date) -> bool:
    """Whether the action should have been completed before `today`."""
    return (
        action.due is not None and action.due < today and action.state is not ActionState.COMPLETED
    )
