"""The half-typed words of the box: kept when typing rests, and now and then while it does not."""

from PySide6.QtCore import QObject, QTimer, Signal

from gweithdy.domain.ids import Id
from gweithdy.ui.capture.box import CaptureBox
from gweithdy.ui.capture.drafts import LONGEST, PAUSE, Drafts
from gweithdy.ui.settings import Settings


class HalfTyped(QObject):
    """`rested` when typing rests and the words are kept."""

    rested = Signal()

    def __init__(self, box: CaptureBox, settings: Settings) -> None:
        super().__init__(box)
        self._box = box
        self._drafts = Drafts(settings)
        self._session: Id = ""
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._long = QTimer(self, singleShot=True, interval=LONGEST)
        self._rest.timeout.connect(self._on_rest)
        self._long.timeout.connect(self.keep)
        box.went.connect(self.keep)

    def wait(self) -> None:
        """A key was typed: keep the words when the next one is long in coming."""
        self._rest.start()
        if not self._long.isActive():
            self._long.start()

    def keep(self) -> None:
        """Keep what is in the box, now."""
        self._rest.stop()
        self._long.stop()
        if self._session:
            self._drafts.keep(self._session, self._box.text())

    def open(self, session: Id) -> None:
        """Keep what belongs to the session before, and show what belongs to this one."""
        if session == self._session:
            return
        self.keep()
        self._session = session
        self._drafts.take_old(session)
        self._box.setText(self._drafts.of(session))

    def _on_rest(self) -> None:
        self.keep()
        self.rested.emit()
