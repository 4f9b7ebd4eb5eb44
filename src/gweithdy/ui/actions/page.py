"""The Actions page: what will be done, what was learned, and what happens next."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action, ActionState, overdue
from gweithdy.domain.change import Edit
from gweithdy.domain.choice import ByChoice
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.reflections import REFLECTION_LABELS, Reflection, ReflectionKind
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.edits import actions, reflections
from gweithdy.edits.sessions import change_session
from gweithdy.language.dates import plain_date, short_date
from gweithdy.language.words import Words
from gweithdy.ui.actions.list_pane import ListPane, Verbs
from gweithdy.ui.actions.reflection_columns import REFLECTION_COLUMNS
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.rows import Column
from gweithdy.ui.widgets.source_box import SourceBox

ROOMY = 900
"""Pixels of width at 100 % from which a table has room for the names of months in full."""


class Part(StrEnum):
    """The parts of the page."""

    ACTIONS = "actions"
    REFLECTIONS = "reflections"
    NEXT = "next"


_PART_LABELS = {
    Part.ACTIONS: N_("Actions"),
    Part.REFLECTIONS: N_("Reflections"),
    Part.NEXT: N_("What happens next"),
}

_SYMBOLS = ByChoice(
    {ActionState.NOT_STARTED: "○", ActionState.IN_PROGRESS: "◐", ActionState.COMPLETED: "●"}, "◌"
)


def _state(action: Action, words: Words) -> str:
    return f"{_SYMBOLS[action.state]} {words.tr(ACTION_STATE_LABELS[action.state])}"


class ActionsPage(Page):
    """Three parts, one at a time."""

    titled = QSize(760, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.parts = {part: button("switch") for part in Part}
        self.action_list = ListPane(
            context, Action, self._action_columns(), self._action_verbs(), "list-checks"
        )
        self.due = DateLine(context)
        self.due.given.connect(lambda day: self.action_list.give(self._action(), "due", day))
        self.due.refused.connect(self.desk.refused)
        self._due_caption = label("field")
        self._due_caption.setBuddy(self.due)
        self.action_list.extra.insertWidget(0, self._due_caption)
        self.action_list.extra.insertWidget(1, self.due)
        self.action_list.selected.connect(self._show_due)
        self.reflection_list = ListPane(
            context,
            Reflection,
            REFLECTION_COLUMNS,
            self._reflection_verbs(),
            "lightbulb",
            grouped_by="kind",
        )
        self.kind = ChoiceBox(self.words, REFLECTION_LABELS)
        self.source = SourceBox(context)
        self.reflection_list.add_line.row.insertWidget(0, self.kind)
        self.reflection_list.add_line.row.insertWidget(2, self.source)
        self.next_steps = BilingualField(context, "next_steps", lines=8)
        self.next_steps.committed.connect(self._on_next_steps)
        self._lay_out()
        self.bound.bind({"actions.add": self._add})
        self.show_part(Part.ACTIONS)
        self.retranslate()

    def first(self) -> QWidget | None:
        return self.action_list.add_line.box

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Actions"))
        for part, made in self.parts.items():
            made.setText(tr(_PART_LABELS[part]))
        self.action_list.retranslate(
            N_("What will be done? Type it and press Enter"),
            N_("Add an action"),
            N_("No actions yet. Before people leave: what will be done, by whom, by when?"),
        )
        self.action_list.table.setAccessibleName(tr("Actions"))
        self._due_caption.setText(tr("By when"))
        self.due.setAccessibleName(tr("By when"))
        self.due.retranslate()
        self.kind.retranslate()
        self.kind.call(tr("Kind of reflection"))
        self.source.retranslate()
        self.source.call(tr("Where it was said"))
        self.reflection_list.retranslate(
            N_("A reflection. Type it and press Enter"),
            N_("Add a reflection"),
            N_("No reflections yet. A round of one sentence each is enough."),
        )
        self.reflection_list.table.setAccessibleName(tr("Reflections"))
        self.next_steps.set_label(N_("What happens next"))
        self._next_hint.setText(
            tr("The last page of the pack: the next session, and how to stay in touch.")
        )

    def show_all(self) -> None:
        if self.workshop is None:
            return
        self.action_list.show_all()
        self.reflection_list.show_all()
        self.source.show_sources(self.workshop)
        self.next_steps.show_text(self.workshop.session.next_steps, self.workshop.id)

    def go_to(self, thing: Id) -> None:
        is_action = self.workshop is not None and self.workshop.find(Action, thing) is not None
        self.show_part(Part.ACTIONS if is_action else Part.REFLECTIONS)
        table = (self.action_list if is_action else self.reflection_list).table
        table.select(thing)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        lists = ((Part.ACTIONS, self.action_list), (Part.REFLECTIONS, self.reflection_list))
        for part, shown in lists:
            if shown.table.reveal(ids):
                self.show_part(part)

    def show_changes(self, taken: Taken) -> None:
        if touches(taken, Session, Action, Reflection):
            self.show_all()

    def show_part(self, part: Part) -> None:
        """Show one part."""
        self._shown.show(part)
        self._pages.setCurrentIndex(list(Part).index(part))

    def _add(self) -> None:
        """Go to the line of the part that is shown; what happens next has none."""
        shown = self._pages.currentWidget()
        if isinstance(shown, ListPane):
            shown.add_line.box.setFocus()

    def _action(self) -> Id:
        return self.action_list.table.current()

    def _show_due(self) -> None:
        row = self.action_list.current()
        if isinstance(row, Action):
            self.due.show_value(row.due, row.id)

    def _on_next_steps(self, text: Text) -> None:
        alter(
            self.desk,
            lambda workshop: change_session(workshop.session, next_steps=text),
            self.next_steps.visit,
        )

    def _action_verbs(self) -> Verbs:
        return Verbs(actions.add, actions.change, actions.remove, actions.move)

    def _reflection_verbs(self) -> Verbs:
        def add(workshop: Workshop, words: str, language: Language) -> Edit:
            kind = ReflectionKind(self.kind.value())
            source = self.source.source()
            return reflections.add(workshop, words, language, kind, source)

        return Verbs(add, reflections.change, reflections.remove, reflections.move)

    def _action_columns(self) -> tuple[Column, ...]:
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
                role=self._state_role,
            ),
        )

    def _is_overdue(self, action: Action) -> bool:
        return overdue(action, self.desk.now().astimezone().date())

    def _due_words(self, action: Action, words: Words) -> str:
        if action.due is None:
            return ""
        is_roomy = self.action_list.table.width() >= self.theme.px(ROOMY)
        as_words = plain_date if is_roomy else short_date
        day = as_words(action.due, words.language)
        return f"▲ {day} · {words.tr('Overdue')}" if self._is_overdue(action) else day

    def _due_role(self, action: Action) -> str:
        return "over" if self._is_overdue(action) else "ink"

    def _state_role(self, action: Action) -> str:
        return "good" if action.state is ActionState.COMPLETED else "ink"

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addSpacing(16)
        self._shown = OneOf(self)
        self._shown.chosen.connect(self.show_part)
        for part, made in self.parts.items():
            self._shown.take(made, part)
            top.addWidget(made)
        top.addStretch()
        self._next_hint = label("quiet", wrap=True)
        following = QWidget()
        inside = QVBoxLayout(following)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._next_hint)
        inside.addWidget(self.next_steps)
        inside.addStretch(1)
        self._pages = CurrentStack()
        for widget in (self.action_list, self.reflection_list, following):
            self._pages.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
