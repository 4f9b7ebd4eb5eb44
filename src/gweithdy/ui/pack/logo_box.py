"""A logo on the sheet of the organisation: what it looks like, another file, and none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gweithdy.domain.attached import Attached, attached
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language
from gweithdy.exchange.chosen_file import read_file
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.pack.organisation import bytes_in
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip
from gweithdy.ui.widgets.wrapping_row import WrappingRow

ROOM = QSize(240, 96)
"""Pixels at 100 %."""
CAPTIONS = {
    Language.CY: N_("Logo on Welsh pages"),
    Language.EN: N_("Logo on English pages"),
}


class LogoBox(QWidget):
    """`given` carries a logo that was chosen and its bytes, `refused` why a file is none.

    `dropped` says that there is to be none of this language's own.
    """

    given = Signal(object, bytes)
    dropped = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, language: Language) -> None:
        super().__init__()
        self._context = context
        self._caption_text = CAPTIONS[language]
        self._own: Attached | None = None
        self._caption = label("field")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Paper is white, whatever the screen is.
        self.picture.setStyleSheet("border: 1px solid palette(mid); background: white;")
        self.told = label("quiet", wrap=True)
        self.choose, self.drop = button("plain"), button("quiet")
        self.choose.clicked.connect(self._on_choose)
        self.drop.clicked.connect(self.dropped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = WrappingRow((self.choose, self.drop))
        for widget in (self._caption, self.picture, self.told, row):
            column.addWidget(widget)
        column.addStretch()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self._caption.setText(tr(self._caption_text))
        self.choose.setText(tr("Choose a file…"))
        self.drop.setText(tr("Take away"))
        for made in (self.choose, self.drop):
            made.setAccessibleName(f"{self._caption.text()}: {made.text()}")

    def show_logo(self, own: Attached | None, shown: Attached | None) -> None:
        """Show the language's `own` logo, or the one of the other language that is `shown`."""
        tr, px = self._context.words.tr, self._context.theme.px
        self._own = own
        self.picture.setFixedSize(px(ROOM.width()), px(ROOM.height()))
        data = bytes_in(self._context, shown) if shown else None
        whole = QPixmap()
        # Ours are PNG; a library can come from anybody.
        if data and whole.loadFromData(data, "PNG"):
            room = self.picture.size() - QSize(16, 16)
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.picture.setPixmap(whole.scaled(room, keep, smooth))
        else:
            self.picture.clear()
        said = (
            own.name
            if own
            else tr("The same as on the other pages")
            if shown
            else tr("No logo yet")
        )
        self.told.setText(said)
        self.told.setToolTip(tip(said))
        self.picture.setAccessibleName(f"{self._caption.text()}: {said}")
        self.drop.setVisible(own is not None)

    def _on_choose(self) -> None:
        tr, settings = self._context.words.tr, self._context.settings
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg)"
        path = ask.file_to_open(self, self._caption.text(), kinds, settings.get("logo_folder"))
        if path is None:
            return
        settings.put("logo_folder", str(path.parent))
        answers = Answers(failed=self.refused.emit, done=partial(self._on_read, path))
        self._context.jobs.start(self, partial(_read, path), answers)

    def _on_read(self, path: Path, png: bytes) -> None:
        from gweithdy.exchange.logo import MEDIA

        self.given.emit(attached(png, path.name, MEDIA), png)
        # It may have been the one that took it away.
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _read(path: Path, _job: Job) -> bytes:
    # What reads pictures is loaded when one is chosen: the page opens faster.
    from gweithdy.exchange.logo import logo

    return logo(read_file(path), path.name)
