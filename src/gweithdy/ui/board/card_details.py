"""The details of one card at the side: words, kind, place, source, votes and history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gweithdy.domain.board import Card, Lane, LaneKind, Theme, of_kinds
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_named, keeps_tables, may_name_author, naming_of
from gweithdy.domain.people import Participant
from gweithdy.domain.photos_beside import photos_beside
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.language.dates import clock
from gweithdy.language.sources import source_name
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.board.came import came_from
from gweithdy.ui.board.layers import layers_of
from gweithdy.ui.board.made_of import became
from gweithdy.ui.board.photo_strip import PhotoStrip
from gweithdy.ui.board.votes_box import VotesBox
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.kind_box import KindBox
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.source_box import QuietBox, SourceBox
from gweithdy.ui.widgets.tips import tip_with_keys


class CardDetails(QWidget):
    """Shows one card and changes it. `left` when Esc is pressed.

    `photo_asked` carries a photo to be gone to, `add_asked` the card that gets another one.
    """

    left = Signal()
    photo_asked = Signal(str)
    add_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._id: Id = ""
        self.text = BilingualField(context, "text", lines=3, beside=False, spelled=True)
        self.text.set_label(N_("Words of the card"), seen=False)
        self.kind = KindBox(context)
        self.lane = QuietBox(12)
        self.theme = QuietBox(12)
        self.source = SourceBox(context)
        self.author = QuietBox(12)
        self.votes = VotesBox(context)
        self.came = label("quiet", wrap=True)
        self.history = label("quiet", wrap=True)
        self.layers = label("body", wrap=True)
        self.apart = button("plain")
        self.photos = PhotoStrip(context)
        self._captions: dict[QuietBox, QLabel] = {
            box: label("field")
            for box in (self.kind, self.lane, self.theme, self.source, self.author)
        }
        self._authors: list[Id] = []
        self._lanes: list[Id] = []
        self._themes: list[Id] = []
        self._lay_out()
        self.text.committed.connect(self._on_text)
        self.apart.clicked.connect(self._on_apart)
        self.kind.chosen.connect(lambda kinds: self._change(**of_kinds(kinds)))
        self.source.chosen.connect(lambda source: self._change(source=source))
        self.lane.activated.connect(lambda row: self._move(self._lanes[row], ""))
        self.theme.activated.connect(self._on_theme)
        self.author.activated.connect(lambda row: self._change(said_by=self._authors[row]))
        self.photos.photo_asked.connect(self.photo_asked)
        self.photos.add_asked.connect(lambda: self.add_asked.emit(self._id))
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        names = {
            self.kind: tr("Kind"),
            self.lane: tr("Lane"),
            self.theme: tr("Theme"),
            self.source: tr("Where it was said"),
            self.author: tr("Said by"),
        }
        for box, name in names.items():
            self._captions[box].setText(name)
            box.setAccessibleName(name)
        line = self.source.lineEdit()
        assert line
        line.setAccessibleName(names[self.source])
        self.apart.setText(tr(N_("Split the merged card")))
        tip_with_keys(self.apart, self._context.words, self.apart.text(), "cards.ungroup")
        self.text.retranslate()
        self.kind.retranslate()
        self.source.retranslate()
        self.votes.retranslate()
        self.photos.retranslate()

    def show_card(self, workshop: Workshop, card: Card) -> None:
        """Show `card`; words that are being typed stay."""
        card = as_named(workshop, card)
        if card.id != self._id:
            self.text.commit()
            self.source.commit()
            self._id = card.id
        self.text.show_text(card.text, card.id)
        self.kind.show_kinds(card.kinds)
        self.source.show_sources(workshop)
        self.source.show_source(card.source, card.id)
        for part in (self.source, self._captions[self.source]):
            part.setVisible(keeps_tables(naming_of(workshop, card.lane)))
        self._show_places(workshop, card)
        words = self._context.words
        told = (came_from(workshop, card, words), *became(workshop, card, words))
        self.came.setText("\n".join(filter(None, told)))
        self.came.setVisible(bool(self.came.text()))
        self.votes.show_votes(workshop, card.id)
        self._show_authors(workshop, card)
        self._show_history(card)
        self.layers.setText(layers_of(self._context.library, workshop, card, self._context.words))
        self.layers.setVisible(bool(self.layers.text()))
        self.apart.setVisible(bool(card.made_of))
        self.photos.show_photos(photos_beside(workshop, card.id))
        lane = workshop.find(Lane, card.lane)
        has_kinds = bool(lane and lane.kind is LaneKind.BARRIERS) or bool(card.kinds)
        self.kind.setVisible(has_kinds)
        self._captions[self.kind].setVisible(has_kinds)

    def _show_places(self, workshop: Workshop, card: Card) -> None:
        words = self._context.words
        untitled = words.tr("Untitled")
        lanes = workshop.of(Lane)
        themes = workshop.inside(Theme, card.lane)
        self._lanes = [lane.id for lane in lanes]
        self._themes = ["", *(theme.id for theme in themes)]
        self.lane.clear()
        self.lane.addItems([lane.title.best(words.language)[0] or untitled for lane in lanes])
        if card.lane in self._lanes:
            self.lane.setCurrentIndex(self._lanes.index(card.lane))
        speak_choices(self.lane, [each.title.spoken(words.language) for each in lanes])
        self.theme.clear()
        self.theme.addItem(words.tr("No theme"))
        self.theme.addItems([t.title.best(words.language)[0] or untitled for t in themes])
        if card.theme in self._themes:
            self.theme.setCurrentIndex(self._themes.index(card.theme))
        speak_choices(self.theme, [None, *(t.title.spoken(words.language) for t in themes)])

    def _show_authors(self, workshop: Workshop, card: Card) -> None:
        """Only who agreed to be named can be chosen; where nobody did there is nothing to see."""
        people = workshop.of(Participant) if may_name_author(workshop, card) else []
        agreed = [person for person in people if person.named and person.name]
        self._authors = ["", *(person.id for person in agreed)]
        self.author.clear()
        self.author.addItems([self._context.words.tr(N_("Nobody by name"))])
        self.author.addItems([person.name for person in agreed])
        if card.said_by in self._authors:
            self.author.setCurrentIndex(self._authors.index(card.said_by))
        self.author.setVisible(bool(agreed))
        self._captions[self.author].setVisible(bool(agreed))

    def _show_history(self, card: Card) -> None:
        tr, lines = self._context.words.tr, []
        if card.captured is not None:
            at = clock(card.captured.astimezone())
            where = source_name(self._context.words, card.source)
            message = N_("Captured at {time} · {where}") if where else N_("Captured at {time}")
            lines.append(tr(message, **({"time": at, "where": where} if where else {"time": at})))
        if card.noted_by:
            lines.append(tr(N_("Noted by: {name}"), name=card.noted_by))
        self.history.setText("\n".join(lines))

    def _on_text(self, text: Text) -> None:
        self._change(visit=self.text.visit, text=text)

    def _on_apart(self) -> None:
        alter(self._desk, lambda workshop: board.unmerge(workshop, self._id))

    def _on_theme(self, row: int) -> None:
        self._move(self._lanes[self.lane.currentIndex()], self._themes[row])

    def _change(self, visit: Visit = NO_VISIT, **values: Value) -> None:
        id = self._id
        alter(self._desk, lambda workshop: board.change_card(workshop, id, **values), visit)

    def _move(self, lane: Id, theme: Id) -> None:
        id = self._id
        alter(self._desk, lambda workshop: board.move_cards(workshop, [id], lane, theme))

    def _add(self, column: QVBoxLayout, box: QuietBox) -> None:
        column.addSpacing(8)
        self._captions[box].setBuddy(box)
        column.addWidget(self._captions[box])
        column.addWidget(box)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.text)
        column.addWidget(self.layers)
        column.addWidget(self.apart)
        for box in (self.kind, self.lane, self.theme, self.source):
            self._add(column, box)
        column.addSpacing(8)
        column.addWidget(self.votes)
        self._add(column, self.author)
        column.addSpacing(8)
        column.addWidget(self.history)
        column.addWidget(self.came)
        column.addSpacing(8)
        column.addWidget(self.photos)
