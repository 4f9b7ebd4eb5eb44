"""The list of actions: what will be done, by whom, by when."""

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action, ActionState, overdue
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.problem import N_
from gweithdy.edits import actions
from gweithdy.edits.kept_from import origin_of
from gweithdy.language.dates import plain_date, short_date
from gweithdy.language.words import Words
from gweithdy.ui.actions.list_pane import ListPane, Said, Verbs
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.rows import Column

ROOMY = 900
"""Pixels of width at 100 % from which a table has room for the names of months in full."""

_SYMBOLS = ByChoice(
    {ActionState.NOT_STARTED: "○", ActionState.IN_PROGRESS: "◐", ActionState.COMPLETED: "●"}, "◌"
)


class ActionList(ListPane):
    """Actions, and below them the date of the one that is selected."""

    said = Said(
        N_("Actions"),
        N_("What will be done? Type it and press Enter"),
        N_("Add an action"),
        N_("No actions yet. Before people leave: what will be done, by whom, by when?"),
    )

    def __init__(self, context: Context) -> None:
        verbs = Verbs(actions.add, actions.change, actions.remove, actions.move)
        super().__init__(context, Action, self._columns(), verbs, "list-checks")
        self.due = DateLine(context)
        self.due.given.connect(lambda day: self.give(self.table.current(), "due", day))
        self.due.refused.connect(context.desk.refused)
        self._due_caption = label("field")
        self._due_caption.setBuddy(self.due)
        self.extra.insertWidget(0, self._due_caption)
        self.extra.insertWidget(1, self.due)
        self.made_of = label("quiet", wrap=True)
        self.extra.addWidget(self.made_of, 1)
        self.selected.connect(self._show_due)

    def retranslate(self) -> None:
        super().retranslate()
        tr = self._context.words.tr
        self._due_caption.setText(tr("By when"))
        self.due.setAccessibleName(tr("By when"))
        self.due.retranslate()

    def _show_due(self) -> None:
        row = self.current()
        if isinstance(row, Action):
            self.due.show_value(row.due, row.id)
            self._show_origin(row)

    def _show_origin(self, action: Action) -> None:
        workshop = self._context.desk.workshop
        origin = origin_of(workshop, action.origin) if workshop and action.origin else None
        words = self._context.words
        said = " ".join(origin.text.best(words.language)[0].split()) if origin else ""
        self.made_of.setText(words.tr(N_("Made of: {words}"), words=said) if said else "")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("text", N_("Action"), width=240, stretch=8),
            Column("owner", N_("Who is responsible"), width=140, stretch=1),
            Column(
                "due",
                N_("By when"),
                shown=self._due_words,
                role=self._due_role,
                date=True,
                width=178,
                stretch=4,
                firm=True,
            ),
            Column(
                "state",
                N_("Status"),
                labels=ACTION_STATE_LABELS,
                shown=_state,
                width=120,
                firm=True,
                role=_state_role,
            ),
        )

    def _is_overdue(self, action: Action) -> bool:
        return overdue(action, self._context.desk.now().astimezone().date())

    def _due_words(self, action: Action, words: Words) -> str:
        if action.due is None:
            return ""
        is_roomy = self.table.width() >= self._context.theme.px(ROOMY)
        as_words = plain_date if is_roomy else short_date
        day = as_words(action.due, words.language)
        return f"▲ {day} · {words.tr('Overdue')}" if self._is_overdue(action) else day

    def _due_role(self, action: Action) -> str:
        return "over" if self._is_overdue(action) else "ink"


def _state(action: Action, words: Words) -> str:
    return f"{_SYMBOLS[action.state]} {words.tr(ACTION_STATE_LABELS[action.state])}"


def _state_role(action: Action) -> str:
    return "good" if action.state is ActionState.COMPLETED else "ink"
