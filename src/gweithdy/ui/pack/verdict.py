"""What a checker says of the files that were written, and what only a person can judge."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.domain.stop import stop_if
from gweithdy.pack.checking import STANDARD, Checked, checked
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.widgets.labels import label

MOST_TOLD = 3
"""Findings that are told; the others are counted."""


class Verdict(QWidget):
    """Files are read and checked off the GUI thread; `came` when there is something new to say."""

    came = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._words = context, context.words
        self._files: Sequence[Path] = ()
        self._checked: Checked | None = None
        self._is_running = False
        self.result, self.judge_it = label("quiet", wrap=True), label("quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.result)
        column.addWidget(self.judge_it)
        self._show()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.judge_it.setText(
            self._words.tr(
                "For a person to judge: whether the words for drawings say enough, whether your "
                "own texts read well one after another, plain language, and the Welsh."
            )
        )
        self._show()

    def forget(self) -> None:
        """Say nothing: other files are about to be written."""
        self._files, self._checked, self._is_running = (), None, False
        self._show()

    def judge(self, files: Sequence[Path]) -> None:
        """Check these files, those of them that can be checked."""
        self.forget()
        self._files = files
        # Taken now: while it works, others may be about to be written.
        pdfs = self._pdfs()
        self._is_running = bool(pdfs)
        self._show()
        if not pdfs:
            return

        def work(job: Job) -> Checked | None:
            told: list[Checked] = []
            for file in pdfs:
                stop_if(job.cancelled)
                one = checked(_content(file))
                if one is None:
                    return None
                told.append(one)
            return Checked(told[0].by, tuple(each for one in told for each in one.findings))

        def done(found: Checked | None) -> None:
            # Others may have been written meanwhile.
            if self._files is files:
                self._checked, self._is_running = found, False
                self._show()
                announce(self, self.result.text())

        def failed(problem: Problem) -> None:
            if self._files is files:
                self.forget()
            self._context.desk.refused.emit(problem)

        self._context.jobs.start(self, work, Answers(failed=failed, done=done))

    def _pdfs(self) -> list[Path]:
        return [file for file in self._files if file.suffix.lower() == ".pdf"]

    def _show(self) -> None:
        self.result.setText(self._said())
        self.result.setVisible(bool(self.result.text()))
        self.came.emit()

    def in_short(self) -> str:
        """How the check ended, in one line; "" where there is nothing to check."""
        return self.result.text().partition("\n")[0]

    def _said(self) -> str:
        words, found = self._words, self._checked
        if not self._pdfs():
            return ""
        if self._is_running:
            return words.tr("Being checked: {standard}…", standard=STANDARD)
        if found is None:
            return words.tr(
                "Not checked on this computer: no checker of {standard} is installed.",
                standard=STANDARD,
            )
        n, told = len(found.findings), {"standard": STANDARD, "by": found.by}
        if not n:
            return words.tr("Checked: {standard}. No faults found ({by}).", **told)
        said = words.ntr(
            "Checked: {standard}. {n} fault found ({by}):",
            "Checked: {standard}. {n} faults found ({by}):",
            n,
            **told,
        )
        rest = ["…"] if n > MOST_TOLD else []
        return "\n".join((said, *(f"• {each}" for each in found.findings[:MOST_TOLD]), *rest))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Problem(
            N_("The pack was written, and cannot be read to be checked: {path} ({reason})."),
            path=file,
            reason=why(error),
        ) from error
