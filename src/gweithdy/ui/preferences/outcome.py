"""A line that says what is being done, how far it is, and what came of it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gweithdy.language.words import Words
from gweithdy.ui.announce import announce
from gweithdy.ui.jobs import Job
from gweithdy.ui.widgets.labels import button, label, show_state


class OutcomeLine(QWidget):
    """Words, and while a job runs a bar and Stop. It has its place also while it says nothing."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._job: Job | None = None
        self._said: tuple[str, dict[str, object]] = ("", {})
        self._label = label("quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = button("plain")
        self.stop.clicked.connect(self._on_stop)
        for each in (self.progress, self.stop):
            policy = each.sizePolicy()
            # Nothing may move under the pointer when a job begins or ends.
            policy.setRetainSizeWhenHidden(True)
            each.setSizePolicy(policy)
            each.hide()
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch()
        column.addWidget(self._label)
        column.addWidget(self.progress)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.stop)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.stop.setText(self._words.tr("Stop"))
        self.progress.setAccessibleName(self._words.tr("Progress"))
        self._show_words()

    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def say(self, role: str, message: str, **values: object) -> None:
        """Say a catalogue text, in the look of `role`; to a screen reader too."""
        self._said = (message, values)
        show_state(self._label, role)
        self._show_words()
        announce(self, self.text())

    def follow(self, job: Job) -> None:
        """Show how far `job` is, until `rest`."""
        self._job = job
        job.advanced.connect(self._on_advanced)
        self._on_advanced(0, 1)
        self.progress.show()
        self.stop.show()

    def rest(self) -> None:
        """Nothing runs any more, and nothing is said yet of what came of it."""
        self._job = None
        self.progress.hide()
        self.stop.hide()
        self.say("quiet", "")

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_stop(self) -> None:
        if self._job:
            self._job.cancel()

    def _show_words(self) -> None:
        message, values = self._said
        self._label.setText(self._words.tr(message, **values) if message else "")
