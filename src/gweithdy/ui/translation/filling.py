"""The sheet that fills missing texts with how the very same words were translated before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.translating import missing_units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.translations import Accepted
from gweithdy.exchange.translations.files import MEMORY
from gweithdy.exchange.translators import remembered
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.translation.suggesting import Suggesting
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.wrapping_row import WrappingRow

Found = tuple[list[Accepted], int]
"""What would be filled in, and how many texts have no words."""


class FillSheet(QDialog):
    """`agreed` when what was `found` is to be filled in; `missing` texts have no words now."""

    agreed = Signal()

    def __init__(
        self, parent: QWidget, context: Context, workshop: Workshop, suggesting: Suggesting
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._workshop, self._suggesting = context, workshop, suggesting
        self._room = parent.window().width()
        self.found: list[Accepted] = []
        self.missing = 0
        self.told = label("body", wrap=True)
        self.which = label("quiet", wrap=True)
        self.of_file = label("body", wrap=True)
        self.choose, self.without = button(), button()
        self.fill, self.leave = button("primary"), button()
        self.choose.clicked.connect(self._on_choose)
        self.without.clicked.connect(lambda: suggesting.take_file(None))
        self.fill.clicked.connect(self._on_fill)
        self.leave.clicked.connect(self.reject)
        suggesting.known.connect(self._look)
        self._lay_out()
        self._look()
        self.leave.setFocus()

    def _look(self) -> None:
        """Count what could be filled in, in a thread: there may be thousands of texts."""
        workshop, everything = self._workshop, self._suggesting.everything()

        def work(_job: Job) -> Found:
            missing = missing_units(workshop)
            return remembered(everything(), missing), len(missing)

        self._say_waiting()
        answers = Answers(failed=self._context.desk.refused.emit, done=self._show)
        self._context.jobs.start(self, work, answers)

    def _say_waiting(self) -> None:
        self.told.setText(self._context.words.tr("Looking through what was translated before…"))
        self.fill.setEnabled(False)
        self._say_file()

    def _show(self, found: Found) -> None:
        self.found, self.missing = found
        words, n = self._context.words, len(self.found)
        self.told.setText(
            words.tr(
                "Texts without a translation: {missing}. "
                "The same words were translated before: {n}.",
                missing=self.missing,
                n=n,
            )
        )
        self.fill.setText(words.ntr("Fill in {n} text", "Fill in {n} texts", n))
        self.fill.setEnabled(n > 0)
        if n and self.leave.hasFocus():
            self.fill.setFocus()

    def _say_file(self) -> None:
        tr, file = self._context.words.tr, self._suggesting.file
        said = tr("No memory file is used besides.")
        if file:
            n = len(self._suggesting.in_file)
            said = tr("Used besides: {name}. Pairs of texts: {n}.", name=file.name, n=n)
        self.of_file.setText(said)
        self.without.setVisible(file is not None)

    def _on_choose(self) -> None:
        tr = self._context.words.tr
        kinds = f"{tr('Translation memories')} (*{MEMORY})"
        folder = self._context.settings.get("export_folder")
        path: Path | None = ask.file_to_open(self, tr("Use a memory file"), kinds, folder)
        if path:
            self._suggesting.take_file(path)

    def _on_fill(self) -> None:
        self.accept()
        self.agreed.emit()

    def _lay_out(self) -> None:
        tr = self._context.words.tr
        self.setWindowTitle(tr("Fill in what was translated before"))
        self.which.setText(
            tr(
                "In this session, in the other sessions of the library, and in a memory file (TMX) "
                "if you choose one. What is filled in is a draft. The file is used for the "
                "suggestions beside each text too, until the window is closed."
            )
        )
        self.choose.setText(tr("Use a memory file…"))
        self.without.setText(tr("Leave it out"))
        self.leave.setText(tr("Fill in nothing"))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (
            self.told,
            self.which,
            self.of_file,
            WrappingRow((self.choose, self.without)),
        ):
            column.addWidget(widget)
        column.addLayout(row)
        self.setMinimumWidth(min(self._context.theme.px(520), self._room - 48))
