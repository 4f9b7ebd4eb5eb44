"""The export of a folder with everything: where, how far it is, and what came of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.edits.organisation import organisation
from gweithdy.exchange.file_names import name_of_session
from gweithdy.folder.everything import Moment, export_everything
from gweithdy.pack.house import house_of
from gweithdy.ui import ask, exports
from gweithdy.ui.context import Context
from gweithdy.ui.export_line import ExportLine
from gweithdy.ui.jobs import Job
from gweithdy.ui.scrolling import bring_into_sight
from gweithdy.ui.widgets.labels import button


class EverythingLine(ExportLine):
    """How far the folder is, and then the way into it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, N_("Everything was written to a new folder: {path}"))
        self.open_folder = button("plain")
        self.open_folder.clicked.connect(self._on_open)
        self.row.addWidget(self.open_folder)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.open_folder.setText(self.context.words.tr("Open the folder"))

    def show_outcome(self) -> None:
        super().show_outcome()
        self.open_folder.setVisible(self.written is not None)

    def export(self, session: Session) -> None:
        """Ask for a place, and write the folder there."""
        context, tr = self.context, self.context.words.tr
        if self.is_busy:
            told = Problem(N_("A folder is being written. Wait for it, or stop it with Cancel."))
            context.desk.refused.emit(told)
            return
        folder = exports.folder(context.settings)
        place = ask.folder_to_write_in(self, tr("A place for the new folder"), str(folder))
        if place is None:
            return
        exports.keep_folder(context.settings, place)
        path = place / name_of_session(session, context.words.language, "gweithdy")
        series = context.desk.catalogue.find(Series, session.series)
        now = context.desk.now()

        def work(job: Job) -> Path:
            # Here, where a library that cannot be read is told and no fault.
            workshop = context.library.workshop(session.id)
            house = house_of(organisation(context.library.catalogue()), context.library.bytes_of)
            moment = Moment(workshop, series, now, house, context.library.bytes_of)
            return export_everything(moment, path, job.report, job.cancelled)

        self.start(work, tr("The folder is being written"))
        # Large text leaves no room for it in sight; it has its place once Qt has laid it out.
        QTimer.singleShot(0, self, lambda: bring_into_sight(self))

    def _on_open(self) -> None:
        if self.written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))
