"""The photos beside one card, small, and a button for another one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.ui.context import Context
from gweithdy.ui.photo_pictures import PhotoPictures
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip

ACROSS, DOWN = 96, 72
"""Pixels of a picture at 100 %."""


class PhotoStrip(QWidget):
    """`photo_asked` carries a photo to be gone to; `add_asked` that another is wanted."""

    photo_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pictures = PhotoPictures(context)
        self._shown: list[Photo] = []
        self.made: list[QPushButton] = []
        self._caption = label("field")
        self.add = button("plain")
        self.add.clicked.connect(self.add_asked)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self._caption)
        whole.addLayout(self._column)
        whole.addWidget(self.add)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._caption.setText(self._context.words.tr("Photos"))
        self.add.setText(self._context.words.tr("Add a photo"))
        self._shown = []

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; nothing is made anew where they are the same."""
        if list(photos) == self._shown and self.made:
            return
        self._shown = list(photos)
        for old in self.made:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.made = [self._button(photo) for photo in photos]
        for each in self.made:
            self._column.addWidget(each)
        self._caption.setVisible(bool(photos))

    def _button(self, photo: Photo) -> QPushButton:
        words, px = self._context.words, self._context.theme.px
        made, room = button("quiet"), QSize(px(ACROSS), px(DOWN))
        made.setIcon(QIcon(self._pictures.small(photo, room)))
        made.setIconSize(room)
        said = photo.alt.best(words.language)[0] or photo.line.best(words.language)[0]
        name = " ".join(said.split()) or words.tr(N_("Photo"))
        made.setAccessibleName(name)
        made.setToolTip(tip(name))
        made.clicked.connect(lambda: self.photo_asked.emit(photo.id))
        return made
