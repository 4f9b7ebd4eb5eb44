"""The sheet on which the organisation is entered once, for all packs of the library."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.attached import Attached
from gweithdy.domain.change import Edit
from gweithdy.domain.field import Value
from gweithdy.domain.organisation import Organisation
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import LANGUAGE_NAMES, Language, SaidIn, Typed
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits import organisation as edits
from gweithdy.exchange.chosen_file import read_file
from gweithdy.pack.house import house_of
from gweithdy.ui import ask, exports
from gweithdy.ui.announce import announce
from gweithdy.ui.attempt import attempt
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.keystrokes import presses
from gweithdy.ui.pack.colour_part import ColourPart
from gweithdy.ui.pack.cover_preview import CoverPreview
from gweithdy.ui.pack.logo_box import LogoBox
from gweithdy.ui.pack.organisation import bytes_in, entered
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.wrapping_row import WrappingRow
from gweithdy.whole_file import write_file

WIDE, HIGH = 900, 700
"""Pixels at 100 %; never more than the window has."""
BESIDE = 820
"""Pixels at 100 % from which the covers stand beside the fields."""
ENDING = "*.json"


class OrganisationSheet(QDialog):
    """Everything is saved as it is entered; Esc and Close only put the sheet away."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._host = parent
        self._context = context
        self._about = label("quiet", wrap=True)
        self.told = label("body", wrap=True)
        self.name = BilingualField(context, "name", is_name=True)
        self.address = BilingualField(context, "address", is_name=True)
        self.alt = BilingualField(context, "alt", lines=2, grows=True)
        self.website, self.contact = OneLine(context), OneLine(context)
        self._captions = {self.website: label("field"), self.contact: label("field")}
        self.logos = {language: LogoBox(context, language) for language in Language}
        self.colour = ColourPart(context)
        self.covers = {each: CoverPreview(context.theme, each) for each in Language}
        self.save, self.bring, self.close_it = button("plain"), button("plain"), button("primary")
        self._connect()
        self._lay_out()
        self.retranslate()
        context.desk.changed.connect(self._on_changed)
        context.desk.mended.connect(lambda _: self._tell(""))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.setWindowTitle(tr("Organisation"))
        self._about.setText(
            tr(
                "Entered once, and used for every pack that is made from this library. It is "
                "printed as it stands here. A session file does not take it along."
            )
        )
        self.name.set_label(N_("Name of the organisation"))
        self.address.set_label(N_("Address, on one line"))
        self.alt.set_label(N_("What the logo shows, for those who do not see it"))
        for line, said in (
            (self.website, tr("Website")),
            (self.contact, tr("E-mail address or telephone number")),
        ):
            self._captions[line].setText(said)
            line.setAccessibleName(said)
            line.retranslate()
        for each in self.logos.values():
            each.retranslate()
        self.colour.retranslate()
        for language, cover in self.covers.items():
            cover.setAccessibleName(f"{tr('How the cover will look')}: {LANGUAGE_NAMES[language]}")
        self.save.setText(tr("Save to a file…"))
        self.bring.setText(tr("Bring in from a file…"))
        self.close_it.setText(tr("Close"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A dialog marks the words of its first field: the first key would take the name away.
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self.name.go_to(Language.CY)
        self._area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter ends a line; a dialog would press the first of its buttons.
        if not presses(event):
            super().keyPressEvent(event)

    def show_all(self) -> None:
        """Show what is entered, in the language of now."""
        self.retranslate()
        self._tell("")
        self._show()
        self._fit()
        self.name.boxes[Language.CY].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def now(self) -> Organisation:
        """The organisation as it stands."""
        return entered(self._context)

    def _connect(self) -> None:
        for field in (self.name, self.address, self.alt):
            field.committed.connect(partial(self._on_text, field))
        self.website.given.connect(lambda words: self._give(website=words))
        self.contact.given.connect(lambda words: self._give(contact=words))
        self.colour.given.connect(lambda colour: self._give(colour=colour))
        self.colour.refused.connect(self._refuse)
        for language, box in self.logos.items():
            box.given.connect(partial(self._on_logo, language))
            box.dropped.connect(partial(self._on_dropped, language))
            box.refused.connect(self._refuse)
        self.save.clicked.connect(self._on_save)
        self.bring.clicked.connect(self._on_bring)
        self.close_it.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(24, 8, 24, 8)
        self._across.setSpacing(24)
        self._across.addLayout(self._fields(), 1)
        covers = QVBoxLayout()
        covers.setSpacing(16)
        self._covers = covers
        for cover in self.covers.values():
            covers.addWidget(cover, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        covers.addStretch()
        self._across.addLayout(covers)
        self._area = ScrolledDown(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(WrappingRow((self.save, self.bring), (self.close_it,)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(8)
        column.addWidget(self._area, 1)
        self.told.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.told)
        column.addLayout(foot)

    def _fields(self) -> QVBoxLayout:
        lines = QGridLayout()
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(4)
        logos = QHBoxLayout()
        logos.setSpacing(12)
        for place, (line, caption) in enumerate(self._captions.items()):
            caption.setBuddy(line)
            line.setMaxLength(edits.LONGEST_LINE)
            lines.addWidget(caption, 0, place)
            lines.addWidget(line, 1, place)
        for box in self.logos.values():
            logos.addWidget(box, 1)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._about)
        column.addWidget(self.name)
        column.addLayout(logos)
        column.addWidget(self.alt)
        column.addWidget(self.colour)
        column.addWidget(self.address)
        column.addLayout(lines)
        column.addStretch()
        return column

    def _fit(self) -> None:
        px = self._context.theme.px
        room = self._host.window().size() - QSize(48, 48)
        self.resize(QSize(px(WIDE), px(HIGH)).boundedTo(room))
        beside = self.width() >= px(BESIDE)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._covers.setDirection(way.TopToBottom if beside else way.LeftToRight)

    def _show(self) -> None:
        now = self.now
        for field, text in (
            (self.name, now.name),
            (self.address, now.address),
            (self.alt, now.alt),
        ):
            field.show_text(text, now.id)
        self.website.show_value(now.website, now.id)
        self.contact.show_value(now.contact, now.id)
        self.colour.show_colour(now.colour, now.id)
        for language, box in self.logos.items():
            box.show_logo(getattr(now, f"logo_{language}"), now.logo(language))
        house = house_of(now, self._bytes_of)
        for cover in self.covers.values():
            cover.show_house(house)

    def _bytes_of(self, attached: Attached) -> bytes | None:
        return bytes_in(self._context, attached)

    def _on_changed(self, taken: Taken) -> None:
        if self.isVisible() and touches(taken, Organisation):
            self._show()

    def _on_text(self, field: BilingualField, said: Typed | SaidIn) -> None:
        values = {field.field: said}
        attempt(self._context.desk, partial(self._changed, values), field.visit)

    def _give(self, **values: Value) -> None:
        self._do(partial(self._changed, values))

    def _changed(self, values: dict[str, Value]) -> Edit:
        return edits.change(self.now, self._context.desk.catalogue, **values)

    def _on_logo(self, language: Language, logo: Attached, png: bytes) -> None:
        catalogue = self._context.desk.catalogue
        self._do(lambda: edits.put_logo(self.now, catalogue, language, logo, png))

    def _on_dropped(self, language: Language) -> None:
        # The button is about to go.
        self.logos[language].choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._do(lambda: edits.drop_logo(self.now, self._context.desk.catalogue, language))

    def _do(self, make: Callable[[], Edit]) -> None:
        self._tell("")
        attempt(self._context.desk, make)

    def _on_save(self) -> None:
        from gweithdy.exchange.organisation_file import write_organisation

        tr, kinds = self._context.words.tr, self._kinds()
        name = f"{tr('organisation')}.json"
        path = exports.ask_file(self, self._context, tr("Save to a file…"), name, kinds)
        if path is None:
            return
        try:
            write_file(path, write_organisation(self.now, self._bytes_of))
        except Problem as problem:
            self._refuse(problem)
        else:
            self._tell(tr("Written: {path}", path=path))

    def _on_bring(self) -> None:
        tr, settings = self._context.words.tr, self._context.settings
        folder = settings.get("export_folder")
        path = ask.file_to_open(self, tr("Bring in from a file…"), self._kinds(), folder)
        if path is None:
            return

        def read(_job: Job) -> tuple[Organisation, tuple[bytes, ...]]:
            from gweithdy.exchange.organisation_file import read_organisation

            return read_organisation(read_file(path), path.name)

        answers = Answers(failed=self._refuse, done=self._on_brought)
        self._context.jobs.start(self, read, answers)

    def _on_brought(self, brought: tuple[Organisation, tuple[bytes, ...]]) -> None:
        made, files = brought
        self._do(lambda: edits.bring_in(self._context.desk.catalogue, made, *files))
        self._tell(
            self._context.words.tr("All of this came from the file. Undo brings back what was.")
        )

    def _kinds(self) -> str:
        return f"{self._context.words.tr('Files of an organisation')} ({ENDING})"

    def _refuse(self, problem: Problem) -> None:
        # Beside where it was chosen: the notices of the window lie under the sheet.
        self._tell(self._context.words.problem(problem))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self, words, assertive=True)
