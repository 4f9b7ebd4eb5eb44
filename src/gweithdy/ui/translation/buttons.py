"""The buttons over the texts: what is filled in, goes out, comes back, and was refused."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from gweithdy.domain.worklist import Line
from gweithdy.exchange.translators import known
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers
from gweithdy.ui.translation.files import (
    Tell,
    ask_machine,
    fill_in,
    look_at_refused,
    send_out,
    take_back,
)
from gweithdy.ui.translation.refused import Kept
from gweithdy.ui.translation.suggesting import Suggesting
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.wrapping_row import WrappingRow


class Buttons(WrappingRow):
    """`shown` gives the lines that are listed, `tell` shows what became of a file.

    `last` is a button of the page, at the end.

    A translator has a button only where one is installed, and what was refused where there is some.
    """

    def __init__(
        self,
        context: Context,
        suggesting: Suggesting,
        shown: Callable[[], list[Line]],
        tell: Tell,
        last: QPushButton,
    ) -> None:
        self._context = context
        self._translators: list[str] = []
        self._is_looked_for = False
        self.fill, self.machine, self.send, self.back, self.refused = (button() for _ in range(5))
        mine = (self.fill, self.machine, self.send, self.back, self.refused)
        super().__init__((), (*mine, last))
        for made in (self.machine, self.refused):
            made.hide()
        self._kept = kept = Kept(self)
        kept.changed.connect(self.show_refused)
        self.fill.clicked.connect(lambda: fill_in(self, context, suggesting, tell))
        self.machine.clicked.connect(lambda: ask_machine(self, context, self._translators, tell))
        self.send.clicked.connect(lambda: send_out(self, context, shown(), tell))
        self.back.clicked.connect(lambda: take_back(self, context, kept, tell))
        self.refused.clicked.connect(lambda: look_at_refused(self, context, kept))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.fill.setText(tr("Fill in…"))
        self.fill.setToolTip(tr("Fill in what was translated before"))
        self.machine.setText(tr("Translate by machine…"))
        self.send.setText(tr("Send out…"))
        self.back.setText(tr("Bring back…"))
        self.show_refused()

    def show_refused(self) -> None:
        """What was refused of files and not taken since can be looked at again."""
        workshop = self._context.desk.workshop
        n = len(self._kept.of(workshop)) if workshop else 0
        self.refused.setText(self._context.words.tr("Refused: {n}…", n=n))
        self.refused.setVisible(n > 0)

    def look_for_translators(self) -> None:
        """Once, and in a thread: what is installed is looked for on the disk."""
        if self._is_looked_for:
            return
        self._is_looked_for = True

        def show(names: list[str]) -> None:
            self._translators = names
            self.machine.setVisible(bool(names))

        answers = Answers(failed=self._context.desk.refused.emit, done=show)
        self._context.jobs.start(self, lambda _job: sorted(known()), answers)
