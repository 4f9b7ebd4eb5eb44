"""The draft of an e-mail with a pack that was exported: where, and then the mail program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gweithdy.domain.session import Session
from gweithdy.domain.stop import stop_if
from gweithdy.exchange.file_names import name_of_session
from gweithdy.exchange.mail import attachment, draft
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.whole_file import write_file


def draft_mail(
    parent: QWidget,
    context: Context,
    session: Session,
    version: int,
    files: Sequence[Path],
    done: Callable[[Path, Sequence[Path]], None],
) -> None:
    """Ask for a place and write the draft there; it opens, and `done` hears of it and the files."""
    tr = context.words.tr
    # Not the name of the first file: it may be that of one language, and the e-mail has both.
    name = name_of_session(session, context.words.language, "gweithdy")
    suggested = files[0].with_name(f"{name}.eml")
    kinds = tr("E-mail drafts") + " (*.eml)"
    path = ask.file_to_write(parent, tr("Draft an e-mail"), suggested, kinds)
    if path is None:
        return

    def work(job: Job) -> Path:
        made = draft(session, version, [attachment(file) for file in files])
        stop_if(job.cancelled)
        write_file(path, made)
        return path

    def written(path: Path) -> None:
        done(path, files)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    context.jobs.start(parent, work, Answers(failed=context.desk.refused.emit, done=written))
