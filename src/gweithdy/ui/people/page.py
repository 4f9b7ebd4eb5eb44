"""The People page."""

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.people import LANGUAGE_CHOICE_LABELS, MODE_LABELS, Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits import people
from gweithdy.language.sorting import sort_key
from gweithdy.ui.attempt import Visit, alter
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.people.add_box import AddBox
from gweithdy.ui.people.table import PeopleTable
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button, label, panel


class PeoplePage(Page):
    """Everybody in one table; below it the organisation of one person in both languages."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._detail: Id = ""
        self.title = label("title")
        self.counts = label("quiet", wrap=True)
        self.add_box = AddBox(context.words)
        self.table = PeopleTable(context)
        self.empty = EmptyState(context.theme, "users")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.in_alphabet = QCheckBox()
        self.pseudonyms = button()
        self.remove = button()
        self.consent = label("quiet", wrap=True)
        self.details = panel()
        self.person = label("strong", wrap=True)
        self.organisation = BilingualField(context, "organisation")
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("People"))
        self.in_alphabet.setText(tr("Alphabetical order"))
        self.pseudonyms.setText(tr("Give pseudonyms"))
        self.pseudonyms.setToolTip(tr("Everybody without a name gets a number: P-01, P-02…"))
        self.consent.setText(
            tr("Names are printed only where somebody agreed to be named. Everybody is counted.")
        )
        self.organisation.set_label(N_("Organisation"))
        self.empty.say(
            tr("Nobody is on the list yet. Type a name, or paste a list: a line for each person."),
            tr("Add a person"),
        )
        self.add_box.retranslate()
        self.table.retranslate()
        self.bound.retranslate()

    def can(self, when: When) -> bool:
        return bool(self.table.chosen()) if when is When.CHOSEN else super().can(when)

    def go_to(self, thing: Id) -> None:
        self.table.select(thing)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        self.table.reveal(ids)

    def show_all(self) -> None:
        self._show_people()
        self._show_details()

    def show_changes(self, taken: Taken) -> None:
        if touches(taken, Participant):
            self.show_all()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.in_alphabet)
        below.addWidget(self.consent, 1)
        below.addWidget(self.pseudonyms)
        below.addWidget(self.remove)
        inside = QHBoxLayout(self.details)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(16)
        inside.addWidget(self.person, 1)
        inside.addWidget(self.organisation, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.counts)
        column.addWidget(self.add_box)
        column.addWidget(self.stack, 1)
        column.addLayout(below)
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.add_box.named.connect(self._on_name)
        self.add_box.pasted.connect(self._on_lines)
        self.empty.asked.connect(self._go_to_add)
        self.in_alphabet.toggled.connect(self.show_all)
        self.pseudonyms.clicked.connect(self._on_pseudonyms)
        self.organisation.committed.connect(self._on_organisation)
        table = self.table
        table.selected.connect(self._show_details)
        table.source.given.connect(self._on_given)
        table.moved.connect(self._on_moved)
        table.delete_asked.connect(self._on_remove)
        table.add_asked.connect(self._go_to_add)
        table.paste_asked.connect(lambda: self._on_lines(QGuiApplication.clipboard().text()))
        self.bound.bind({"people.add": self._go_to_add, "list.remove": self._on_remove})
        self.bound.dress(self.remove, "list.remove")

    def _people(self) -> list[Participant]:
        rows = self.workshop.of(Participant) if self.workshop else []
        if self.in_alphabet.isChecked():
            rows.sort(key=lambda person: sort_key(person.name, self.words.language))
        return rows

    def _show_people(self) -> None:
        rows = self._people()
        self.table.show_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.pseudonyms.setEnabled(any(not person.name for person in rows))
        self._show_counts(rows)

    def _show_counts(self, rows: list[Participant]) -> None:
        tr = self.words.tr
        modes = Counter(person.mode for person in rows)
        languages = Counter(person.language for person in rows)
        pairs = [(tr(text), modes[mode]) for mode, text in MODE_LABELS.items()]
        pairs += [(tr(text), languages[each]) for each, text in LANGUAGE_CHOICE_LABELS.items()]
        all_of_them = self.words.ntr("{n} person", "{n} people", len(rows))
        counted = (f"{name}: {count}" for name, count in pairs if count)
        self.counts.setText(" · ".join((all_of_them, *counted)))

    def _show_details(self) -> None:
        current = self.table.current()
        if current != self._detail:
            self.organisation.commit()
        self._detail = current
        person = self.workshop.find(Participant, current) if self.workshop and current else None
        self.details.setVisible(person is not None)
        self.bound.refresh()
        if person:
            self.person.setText(person.name or self.words.tr("Without a name"))
            self.organisation.show_text(person.organisation)

    def _on_name(self, name: str) -> None:
        mode = self.add_box.chosen_mode()
        edit = alter(self.desk, lambda workshop: people.add(workshop, name, mode=mode))
        if edit:
            self.add_box.name.clear()
            self.table.select(edit.changes[0].id)

    def _on_lines(self, lines: str) -> None:
        mode, language = self.add_box.chosen_mode(), self.words.language
        edit = alter(
            self.desk, lambda workshop: people.add_lines(workshop, lines, language, mode=mode)
        )
        if edit:
            self.table.select(edit.changes[0].id)

    def _on_given(self, person: Id, field: str, value: Value, visit: Visit) -> None:
        chosen = self.table.chosen()
        if field in ("name", "organisation") or person not in chosen or len(chosen) == 1:
            alter(
                self.desk, lambda workshop: people.change(workshop, person, **{field: value}), visit
            )
        else:
            # A choice made in one of several selected rows is made for all of them.
            alter(self.desk, lambda workshop: people.change_all(workshop, chosen, **{field: value}))

    def _on_organisation(self, text: Text) -> None:
        person, visit = self._detail, self.organisation.visit
        alter(self.desk, lambda workshop: people.change(workshop, person, organisation=text), visit)

    def _on_moved(self, person: Id, step: int) -> None:
        if self.in_alphabet.isChecked():
            self.desk.refused.emit(
                Problem(N_("The list is in alphabetical order. Switch that off to move people."))
            )
            return
        place = self.table.source.row_of(person) + step
        if 0 <= place < len(self.table.source.rows):
            alter(self.desk, lambda workshop: people.move(workshop, person, place))

    def _on_remove(self) -> None:
        chosen = self.table.chosen()
        if not chosen:
            return
        place = self.table.currentIndex().row()
        alter(self.desk, lambda workshop: people.remove(workshop, chosen))
        rows = self.table.source.rows
        if rows:
            self.table.select(rows[min(place, len(rows) - 1)].id)

    def _on_pseudonyms(self) -> None:
        alter(self.desk, people.give_pseudonyms)

    def _go_to_add(self) -> None:
        self.add_box.name.setFocus()
