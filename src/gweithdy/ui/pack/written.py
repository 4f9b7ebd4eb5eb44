"""What came of an export: the files that were written, opened or put into an e-mail."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.pack.verdict import Verdict
from gweithdy.ui.widgets.labels import button, label

WRITTEN = N_("The pack was written: {path}")
DRAFTED = N_("The e-mail was drafted, to nobody yet: {path}")


class Written(QObject):
    """The line that says it, and two buttons; whoever makes this puts them in their places.

    So too the `verdict` on the files, which has many words. `mailed`: a draft of an e-mail was made
    for a session's version, with files of these names.
    """

    mailed = Signal(str, int, str)

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._parent, self._context = parent, context
        self._desk, self._words = context.desk, context.words
        self._told: Session | None = None
        self._version = 0
        self._files: tuple[Path, ...] = ()
        self._to_mail: tuple[Path, ...] = ()
        self._mail: Path | None = None
        self._was_stopped = False
        self.outcome = label("quiet", wrap=True)
        self.open_pack, self.mail = button("plain"), button("plain")
        self.verdict = Verdict(context)
        self.verdict.came.connect(self._show)
        self.open_pack.clicked.connect(self._on_open)
        self.mail.clicked.connect(self._on_mail)
        self._show()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.open_pack.setText(self._words.tr("Open the pack"))
        self.mail.setText(self._words.tr("Draft an e-mail"))
        self.verdict.retranslate()
        self._show()

    def begin(self) -> None:
        """Say no more that an export was stopped; what was written before stays."""
        self._was_stopped = False
        self._show()

    def forget(self) -> None:
        """Say nothing: other files are about to be written."""
        self._files, self._mail, self._told = (), None, None
        self.verdict.forget()

    def show_files(
        self, files: tuple[Path, ...], to_mail: tuple[Path, ...], told: Session | None, version: int
    ) -> None:
        """Say that `files` were written, and have them judged.

        `to_mail` are all files of their `version`, 0 for a draft, and `told` is the session as it
        may be named in an e-mail; None if it is gone.
        """
        self._files, self._to_mail, self._told, self._version = files, to_mail, told, version
        self._show()
        # A reader would spell out all their folders.
        announce(self._parent, self._words.tr(WRITTEN, path=_names(files)))
        self.verdict.judge(files)

    def show_stopped(self) -> None:
        """Say that the export was stopped; what an earlier one wrote can still be opened."""
        self._was_stopped = True
        self._show()
        announce(self._parent, self.outcome.text())

    def _on_open(self) -> None:
        # Of two, the one in the language of the screen.
        mine = f".{self._words.language}."
        files = sorted(self._files, key=lambda file: mine not in file.name)
        for file in files[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _on_mail(self) -> None:
        # What writes e-mails is imported when first asked for: the program opens faster.
        from gweithdy.ui.pack.mailing import draft_mail

        told = self._told
        if told and self._desk.catalogue.find(Session, told.id):
            done = partial(self._on_mailed, told.id, self._version)
            # An earlier form may have been moved since.
            files = [file for file in self._to_mail if file in self._files or file.exists()]
            draft_mail(self._parent, self._context, told, self._version, files, done)

    def _on_mailed(self, session: Id, version: int, path: Path, files: Sequence[Path]) -> None:
        self._mail, self._was_stopped = path, False
        self.mailed.emit(session, version, _names(files))
        self._show()
        announce(self._parent, self._words.tr(DRAFTED, path=path.name))

    def _show(self) -> None:
        said = ""
        if self._was_stopped:
            said = self._words.tr("The export was stopped. No file was written.")
        elif self._mail:
            said = self._words.tr(DRAFTED, path=self._mail.name)
        elif self._files:
            first, *more = self._files
            said = self._words.tr(WRITTEN, path=", ".join((str(first), *(f.name for f in more))))
            said = "\n".join(filter(None, (said, self.verdict.in_short())))
        for made in (self.open_pack, self.mail):
            made.setVisible(bool(self._files))
        self.outcome.setVisible(bool(said))
        self.outcome.setText(said)


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)
