"""The details of one photo at the side: the picture, its words, and the cards beside it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import keeps_tables, naming_of
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import photos
from gweithdy.language.dates import clock
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.photo_pictures import PhotoPictures
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.elided_link import ElidedLink
from gweithdy.ui.widgets.labels import button, label, panel
from gweithdy.ui.widgets.source_box import QuietBox, SourceBox

HIGHEST = 240
"""Pixels of the picture at 100 %."""
SHARE = 0.3
"""Of the window: below it there is room to type what stands on the picture."""


class PhotoDetails(QWidget):
    """Shows one photo and changes it. `card_asked` carries a card to be gone to.

    `shown_anew` when it is another photo than before.
    """

    card_asked = Signal(str)
    remove_asked = Signal()
    cards_made = Signal(list)
    shown_anew = Signal()

    def __init__(self, context: Context, pictures: PhotoPictures) -> None:
        super().__init__()
        self._context, self._pictures = context, pictures
        self._photo: Photo | None = None
        self._id: Id = ""
        self._lanes: list[Id] = []
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line = BilingualField(context, "line", lines=3, beside=False, spelled=True)
        self.alt = BilingualField(context, "alt", lines=2, beside=False, spelled=True)
        self.lane = QuietBox(12)
        self._lane_caption = label("field")
        self._lane_caption.setBuddy(self.lane)
        self.source = SourceBox(context)
        # No buddy of the list, which has a label of its own for readers: they would say it twice.
        self._source_caption = label("field")
        self.make, self.remove = button("plain"), button("danger")
        self._cards_caption = label("field")
        self._rows: list[QWidget] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(4)
        self._history = label("quiet", wrap=True)
        self.line.committed.connect(partial(self._on_text, "line", self.line))
        self.alt.committed.connect(partial(self._on_text, "alt", self.alt))
        self.make.clicked.connect(self._on_make)
        self.remove.clicked.connect(self.remove_asked)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.line.set_label(N_("What stands on it, a line for each card"))
        self.alt.set_label(N_("What it shows, for those who do not see it"))
        self._lane_caption.setText(tr("Where it goes"))
        self.lane.setAccessibleName(tr("Where it goes"))
        self._source_caption.setText(tr("Where it was said"))
        self.source.call(tr("Where it was said"))
        self.source.retranslate()
        self.make.setText(tr("Make cards of the lines"))
        self.remove.setText(tr("Remove the photo"))
        self._cards_caption.setText(tr("Beside these cards"))

    def show_photo(self, workshop: Workshop, photo: Photo) -> None:
        """Show `photo`; words that are being typed stay."""
        if photo.id != self._id:
            self.line.commit()
            self.alt.commit()
            self._id = photo.id
            self.shown_anew.emit()
        self._photo = photo
        self.line.show_text(photo.line, photo.id)
        self.alt.show_text(photo.alt, photo.id)
        self._show_picture()
        self._show_lanes(workshop)
        self._show_cards(workshop, photo)
        at = clock(photo.taken.astimezone()) if photo.taken else ""
        self._history.setText(self._context.words.tr(N_("Added at {time}"), time=at))
        self._history.setVisible(bool(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_picture()

    def _show_picture(self) -> None:
        photo = self._photo
        if photo is None:
            return
        most = min(self._context.theme.px(HIGHEST), int(self.window().height() * SHARE))
        room = QSize(max(self.width(), 1), max(most, 1))
        shown = self._pictures.large(photo, room)
        tr = self._context.words.tr
        if shown.isNull():
            self.picture.setText(tr("The picture is not in this library."))
            self.picture.setFixedHeight(self._context.theme.px(40))
        else:
            self.picture.setPixmap(shown)
            self.picture.setFixedHeight(shown.height())
        said = photo.alt.best(self._context.words.language)[0]
        self.picture.setAccessibleName(said or tr("Photo"))

    def _show_lanes(self, workshop: Workshop) -> None:
        words = self._context.words
        lanes = workshop.of(Lane)
        chosen = self._lanes[self.lane.currentIndex()] if self._lanes else ""
        self._lanes = [lane.id for lane in lanes]
        untitled = words.tr("Untitled")
        self.lane.clear()
        self.lane.addItems([lane.title.best(words.language)[0] or untitled for lane in lanes])
        speak_choices(self.lane, [lane.title.spoken(words.language) for lane in lanes])
        if chosen in self._lanes:
            self.lane.setCurrentIndex(self._lanes.index(chosen))
        for widget in (self.lane, self._lane_caption):
            widget.setVisible(bool(lanes))
        self.source.show_sources(workshop)
        for widget in (self.source, self._source_caption):
            # An anonymous board keeps no place.
            widget.setVisible(any(keeps_tables(naming_of(workshop, lane.id)) for lane in lanes))

    def _show_cards(self, workshop: Workshop, photo: Photo) -> None:
        # Never `takeAt`: Python would keep what Qt made of the row after Qt has let it go.
        for row in self._rows:
            self._cards.removeWidget(row)
            row.hide()
            row.deleteLater()
        found = [card for card in (workshop.find(Card, id) for id in photo.cards) if card]
        self._rows = [self._card_row(card) for card in found]
        for row in self._rows:
            self._cards.addWidget(row)
        self._cards_caption.setVisible(bool(found))

    def _card_row(self, card: Card) -> QWidget:
        words = self._context.words
        said = " ".join(card.text.best(words.language)[0].split())
        row, link, take = QWidget(), ElidedLink(), button("quiet")
        link.say(said)
        link.clicked.connect(lambda: self.card_asked.emit(card.id))
        take.setText(words.tr("Take away"))
        take.setAccessibleName(f"{take.text()}: {said}")
        take.clicked.connect(lambda: self._on_take(card.id))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(link, 1)
        across.addWidget(take)
        return row

    def _on_text(self, field: str, box: BilingualField, text: Text) -> None:
        id = self._id
        alter(
            self._context.desk,
            lambda workshop: photos.change_photo(workshop, id, **{field: text}),
            box.visit,
        )

    def _on_take(self, card: Id) -> None:
        # The button is about to go.
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)
        alter(self._context.desk, lambda workshop: photos.take_from(workshop, self._id, card))

    def _on_make(self) -> None:
        self.line.commit()
        self.source.commit()
        desk, source = self._context.desk, self.source.source()
        lane = self._lanes[self.lane.currentIndex()] if self._lanes else ""
        edit = alter(
            desk,
            lambda workshop: photos.cards_from(
                workshop, self._id, lane, desk.now(), source=source, noted_by=desk.author
            ),
        )
        if edit:
            made = dict.fromkeys(c.id for c in edit.changes if c.entity == "card")
            self.cards_made.emit(list(made))

    def _lay_out(self) -> None:
        inside = panel()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (
            self.picture, self.line, self._lane_caption, self.lane, self._source_caption,
            self.source, self.make, self.alt, self._cards_caption,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addLayout(self._cards)
        column.addWidget(self._history)
        column.addStretch()
        column.addWidget(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inside)
