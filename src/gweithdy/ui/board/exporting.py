"""The board as a file: where it goes, off the thread of the screen, with progress and Cancel."""

from pathlib import Path

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import stop_if
from gweithdy.domain.text import Language
from gweithdy.exchange.file_names import name_of_session, plain_name
from gweithdy.folder import held_file
from gweithdy.folder.board_file import Wanted, board_file
from gweithdy.language.local_time import in_wales
from gweithdy.pack.options import PackOptions
from gweithdy.pack.title import told_session
from gweithdy.ui import exports
from gweithdy.ui.context import Context
from gweithdy.ui.export_line import ExportLine
from gweithdy.ui.jobs import Job
from gweithdy.ui.widgets.labels import button
from gweithdy.whole_file import check_ending, write_file

KINDS = {
    ".xlsx": N_("Excel workbook"),
    ".csv": N_("List for a spreadsheet"),
    ".md": N_("Text with headings"),
    ".svg": N_("Drawing of the whole board"),
    ".png": N_("Picture of the whole board"),
}


class BoardExport(ExportLine):
    """How far the file of a board is, and where it is until somebody closes the line."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, N_("Written: {path}"))
        self.close_line = button("quiet")
        self.close_line.clicked.connect(self.hide)
        self.row.addWidget(self.close_line)

    def retranslate(self) -> None:
        super().retranslate()
        self.close_line.setText(self.context.words.tr("Close"))

    def show_outcome(self) -> None:
        super().show_outcome()
        self.close_line.setVisible(not self.is_busy)

    def export(self, board: Id, *, held: bool = False) -> None:
        """Ask for a place, and write the board there as it is now; or what is `held` back on it."""
        context, tr = self.context, self.context.words.tr
        workshop = context.desk.workshop
        if workshop is None:
            return
        if self.is_busy:
            told = Problem(N_("The board is being written. Wait for it, or stop it with Cancel."))
            context.desk.refused.emit(told)
            return
        language = Language(context.words.language)
        found = workshop.find(Board, board)
        title = plain_name(found.title.best(language)[0] if found else "", "board")
        # Nothing in its name that a pack keeps back.
        session = told_session(workshop, PackOptions())
        if held:
            title = f"{title}-{plain_name(tr(N_('Waiting')), 'waiting')}"
        endings = tuple(each for each in KINDS if not held or each in held_file.ENDINGS)
        name = f"{name_of_session(session, language, 'gweithdy')}-{title}.xlsx"
        kinds = ";;".join(f"{tr(KINDS[ending])} (*{ending})" for ending in endings)
        about = tr(N_("Export the list")) if held else tr("Export the board")
        path = exports.ask_file(self, context, about, name, kinds)
        if path is None:
            return
        wanted = Wanted(workshop.copy(), in_wales(context.desk.now()).date(), language, board)

        def work(job: Job) -> Path:
            check_ending(path, endings)
            ending = path.suffix.lower()
            if held:
                data = held_file.held_file(wanted, ending)
            else:
                data = board_file(wanted, ending, job.cancelled)
            stop_if(job.cancelled)
            write_file(path, data)
            return path

        self.start(work, tr("The board is being written"))
