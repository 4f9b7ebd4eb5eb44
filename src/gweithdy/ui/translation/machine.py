"""The sheet that asks a translator that is installed: first what would leave, then the work."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import stop_if
from gweithdy.domain.text import Language
from gweithdy.domain.translating import Unit, missing_units, words_in
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Accepted
from gweithdy.exchange.translators import About, Translator, about, loaded, suggestions
from gweithdy.ui.access.language import speak
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job, Work
from gweithdy.ui.translation.sending import INTO_LABELS
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.source_box import QuietBox

AT_ONCE = 20
"""Texts that a translator is given at a time, so that it can be told how far it is."""


class MachineSheet(QDialog):
    """`agreed` when a translator has given suggestions: see `found`, for the texts `asked_for`.

    None is loaded before it is chosen, and nothing is given to it before that is agreed to.
    """

    agreed = Signal()

    def __init__(
        self, parent: QWidget, context: Context, workshop: Workshop, names: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._names = context, names
        self._room = parent.window().size()
        self._missing = missing_units(workshop)
        self._translator: tuple[Translator, About] | None = None
        self._job: Job | None = None
        self.found: list[Accepted] = []
        self.which = QuietBox(20)
        self.language = ChoiceBox(context.words, INTO_LABELS)
        self.told = label("body", wrap=True)
        self.texts = QPlainTextEdit()
        self.texts.setReadOnly(True)
        self.texts.setTabChangesFocus(True)
        self.may = QCheckBox()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.send, self.leave = button("primary"), button()
        self.language.show_value(max(Language, key=lambda each: len(self._into(each))))
        self.which.activated.connect(self._on_which)
        self.language.chosen.connect(self._show)
        self.may.toggled.connect(self._show)
        self.send.clicked.connect(self._on_send)
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self._show()

    @property
    def asked_for(self) -> list[Unit]:
        """The texts that would be translated."""
        return self._into(Language(self.language.value()))

    def reject(self) -> None:
        """Close; what is under way is stopped, and nothing comes of it."""
        if self._job:
            self._job.cancel()
        super().reject()

    def _into(self, language: Language) -> list[Unit]:
        return [unit for unit in self._missing if unit.target is language]

    def _on_which(self, place: int) -> None:
        self._translator = None
        self.may.setChecked(False)
        if place:
            name = self._names[place - 1]

            def work(_job: Job) -> tuple[Translator, About]:
                translator = loaded(name)
                return translator, about(translator)

            self._start(work, self._on_loaded)
        self._show()

    def _on_loaded(self, found: tuple[Translator, About]) -> None:
        self._translator = found
        self._show()

    def _show(self) -> None:
        """What would be given to whom, and what can be done now."""
        tr, some = self._context.words.tr, self.asked_for
        is_chosen, is_busy = self._translator is not None, self._job is not None
        is_offline = self._translator is not None and self._translator[1].offline
        self.told.setText(self._what_leaves())
        self.texts.setPlainText("\n".join(unit.original for unit in some) if is_chosen else "")
        speak(self.texts, Language(self.language.value()).other)
        self.may.setVisible(is_chosen and not is_offline)
        self.progress.setVisible(is_busy)
        agreed = is_chosen and (is_offline or self.may.isChecked())
        self.send.setEnabled(agreed and bool(some) and not is_busy)
        self.leave.setText(tr("Cancel") if is_busy else tr("Send nothing"))
        for box in (self.which, self.language, self.may):
            box.setEnabled(not is_busy)

    def _what_leaves(self) -> str:
        words, some = self._context.words, self.asked_for
        counted = words.tr("Texts: {texts}. Words: {words}.", texts=len(some), words=words_in(some))
        if self._translator is None:
            return counted
        said = (
            words.tr("Nothing leaves this computer: {name} works on it.", name=self._name())
            if self._translator[1].offline
            else words.tr("These words would leave this computer, for {name}:", name=self._name())
        )
        return f"{counted}\n{said}"

    def _name(self) -> str:
        assert self._translator
        return self._translator[1].name[self._context.words.language]

    def _on_send(self) -> None:
        assert self._translator
        translator, some = self._translator[0], self.asked_for

        def work(job: Job) -> list[Accepted]:
            found: list[Accepted] = []
            for start in range(0, len(some), AT_ONCE):
                found += suggestions(translator, some[start : start + AT_ONCE], job.cancelled)
                stop_if(job.cancelled)
                job.report(start + AT_ONCE, len(some))
            return found

        self._start(work, self._on_found)
        announce(self, self._context.words.tr("The texts are being translated"))

    def _start(self, work: Work, done: Callable[..., None]) -> None:
        answers = Answers(failed=self._on_failed, done=done, ended=self._on_ended)
        self.progress.setRange(0, 0)
        self._job = self._context.jobs.start(self, work, answers)
        self._job.advanced.connect(self._on_advanced)
        self._show()

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_found(self, found: list[Accepted]) -> None:
        self.found = found
        self.accept()
        self.agreed.emit()

    def _on_failed(self, problem: Problem) -> None:
        # Where problems are told, once nothing lies over it.
        super().reject()
        self._context.desk.refused.emit(problem)

    def _on_ended(self) -> None:
        self._job = None
        self._show()

    def _lay_out(self) -> None:
        tr, px = self._context.words.tr, self._context.theme.px
        self.setWindowTitle(tr("Translate by machine"))
        self.which.addItem(tr("None yet"))
        self.which.addItems(list(self._names))
        self.may.setText(tr("These words may leave this computer"))
        self.send.setText(tr("Translate them"))
        self.texts.setAccessibleName(tr("The texts"))
        self.progress.setAccessibleName(tr("Progress of the translation"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in ((tr("Translator"), self.which), (tr("Language"), self.language)):
            caption = label("field")
            caption.setText(name)
            caption.setBuddy(box)
            box.setAccessibleName(name)
            form.addRow(caption, box)
        hint = label("quiet", wrap=True)
        hint.setText(
            tr(
                "What comes back is marked as a machine translation, and does not count as "
                "translated until a person says so."
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.texts, 1)
        for each in (self.may, hint):
            column.addWidget(each)
        column.addLayout(row)
        room = self._room
        self.resize(min(px(620), room.width() - 48), min(px(520), room.height() - 48))
