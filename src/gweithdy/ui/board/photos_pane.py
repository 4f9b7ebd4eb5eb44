"""The photos of a session: small pictures in a list, with details at the side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo
from gweithdy.edits import photos
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.photo_details import PhotoDetails
from gweithdy.ui.board.photo_door import PhotoDoor
from gweithdy.ui.board.photo_list import PhotoList
from gweithdy.ui.context import Context
from gweithdy.ui.photo_pictures import PhotoPictures
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.side_pane import SidePane
from gweithdy.ui.widgets.tips import tip_with_keys


class PhotosPane(QWidget):
    """`card_asked` carries a card to be gone to, `cards_made` new ones.

    `wants_view` when there is a new photo: it is to be seen, and its line to be typed.
    """

    wants_view = Signal()
    card_asked = Signal(str)
    cards_made = Signal(list)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        pictures = PhotoPictures(context)
        self.list = PhotoList(context, pictures)
        self.details = PhotoDetails(context, pictures)
        self.empty = EmptyState(context.theme, "image")
        self.door = PhotoDoor(self, context)
        self.add = button("plain")
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.list.setAccessibleName(tr("Photos"))
        how = tr(
            "Drag picture files here, or paste a picture: JPEG or PNG, up to 40 MB. Where and "
            "when it was taken is left out."
        )
        self.empty.say(f"{tr('Photos of flipcharts and walls go here.')} {how}", tr("Add a photo"))
        self.add.setText(tr("Add a photo"))
        tip_with_keys(self.add, self._context.words, how, "board.photo")
        self.details.retranslate()
        self.around.retranslate(tr("Details"))

    def show_photos(self) -> None:
        """Show what the desk holds; what is chosen stays chosen."""
        workshop = self._context.desk.workshop
        shown = workshop.of(Photo) if workshop else []
        self._stack.setCurrentIndex(1 if shown else 0)
        self.list.show_photos(shown)
        self._show_details()

    def go_to(self, photo: Id) -> None:
        """Make a photo current, with its details."""
        self.list.select(photo)
        self.around.open()

    def write_line(self) -> None:
        """Let the person type what stands on the current photo."""
        self.around.open()
        self.details.line.go_to(self._context.words.language)

    def _on_added(self, ids: list[Id], cards: list[Id]) -> None:
        # Of a card that is open at the side nothing else has to be shown.
        if not cards:
            self.wants_view.emit()
            self.go_to(ids[-1])
            self.write_line()

    def _show_details(self) -> None:
        workshop, id = self._context.desk.workshop, self.list.current()
        found = workshop.find(Photo, id) if workshop and id else None
        self.around.fill(found is not None, self.list)
        if workshop and found:
            self.details.show_photo(workshop, found)

    def _remove(self) -> None:
        ids = [self.list.current()]
        if alter(self._context.desk, lambda workshop: photos.remove_photos(workshop, ids)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        id, place = self.list.current(), self.list.currentRow() + by
        if 0 <= place < self.list.count():
            alter(self._context.desk, lambda workshop: photos.move_photo(workshop, id, place))

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_details)
        self.list.edit_asked.connect(self.write_line)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.details.remove_asked.connect(self._remove)
        self.details.card_asked.connect(self.card_asked)
        self.details.cards_made.connect(self.cards_made)
        self.door.added.connect(self._on_added)
        self.empty.asked.connect(self.door.ask)
        self.add.clicked.connect(lambda _=False: self.door.ask())

    def _lay_out(self) -> None:
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        left = QWidget()
        beside = ScrolledDown(self.details)
        # Of another photo the picture itself is seen first.
        self.details.shown_anew.connect(lambda: beside.verticalScrollBar().setValue(0))
        self.around = SidePane(self._context, left, beside, least=720, sizes=(700, 420))
        top = QHBoxLayout()
        top.addWidget(self.add)
        top.addStretch()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.around.opener, alignment=Qt.AlignmentFlag.AlignRight)
        holder = QWidget()
        holder.setLayout(self._stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.around)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder)
