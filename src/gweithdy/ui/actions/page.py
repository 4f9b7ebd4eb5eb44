"""The Actions page: what will be done, what was decided and learned, and what happens next."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits.sessions import change_session
from gweithdy.ui.actions.action_list import ActionList
from gweithdy.ui.actions.decision_list import DecisionList
from gweithdy.ui.actions.list_pane import ListPane
from gweithdy.ui.actions.reflection_list import ReflectionList
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.wrapping_row import WrappingRow


class Part(StrEnum):
    """The parts of the page."""

    ACTIONS = "actions"
    DECISIONS = "decisions"
    REFLECTIONS = "reflections"
    NEXT = "next"


_PART_LABELS = {
    Part.ACTIONS: N_("Actions"),
    Part.DECISIONS: N_("Decisions"),
    Part.REFLECTIONS: N_("Reflections"),
    Part.NEXT: N_("What happens next"),
}


class ActionsPage(Page):
    """Its parts, one at a time."""

    titled = QSize(880, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.parts = {part: button("switch") for part in Part}
        self.action_list = ActionList(context)
        self.decision_list = DecisionList(context)
        self.reflection_list = ReflectionList(context)
        self._lists: dict[Part, ListPane] = {
            Part.ACTIONS: self.action_list,
            Part.DECISIONS: self.decision_list,
            Part.REFLECTIONS: self.reflection_list,
        }
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
        for shown in self._lists.values():
            shown.retranslate()
        self.next_steps.set_label(N_("What happens next"))
        self._next_hint.setText(
            tr("The end of the pack's summary: the next session, and how to stay in touch.")
        )

    def show_all(self) -> None:
        if self.workshop is None:
            return
        for shown in self._lists.values():
            shown.show_all()
        self.next_steps.show_text(self.workshop.session.next_steps, self.workshop.id)

    def go_to(self, thing: Id) -> None:
        for part, shown in self._lists.items():
            if self.workshop and self.workshop.find(shown.noun, thing):
                self.show_part(part)
                shown.table.select(thing)
                shown.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        for part, shown in self._lists.items():
            if shown.table.reveal(ids):
                self.show_part(part)

    def show_changes(self, taken: Taken) -> None:
        if touches(taken, Session, *(shown.noun for shown in self._lists.values())):
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

    def _on_next_steps(self, text: Text) -> None:
        alter(
            self.desk,
            lambda workshop: change_session(workshop.session, next_steps=text),
            self.next_steps.visit,
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addSpacing(16)
        self._shown = OneOf(self)
        self._shown.chosen.connect(self.show_part)
        for part, made in self.parts.items():
            self._shown.take(made, part)
        top.addWidget(WrappingRow(tuple(self.parts.values())), 1)
        self._next_hint = label("quiet", wrap=True)
        following = QWidget()
        inside = QVBoxLayout(following)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._next_hint)
        inside.addWidget(self.next_steps)
        inside.addStretch(1)
        self._pages = CurrentStack()
        for widget in (*self._lists.values(), following):
            self._pages.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
