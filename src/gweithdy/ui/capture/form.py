"""The parts of the capture bar: the box, what is chosen beside it, and how they share the width."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from gweithdy.domain.board import Board, Card, Lane
from gweithdy.domain.naming import keeps_tables, naming_of
from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import Naming
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Taken, after, touches
from gweithdy.ui.access.language import speak
from gweithdy.ui.capture.box import KINDS, CaptureBox
from gweithdy.ui.capture.codes import Coded, Codes, Offer
from gweithdy.ui.capture.paste_notice import PasteNotice
from gweithdy.ui.capture.places import Place, Shelf
from gweithdy.ui.capture.said import Said
from gweithdy.ui.capture.source_place import SourcePlace
from gweithdy.ui.capture.under import Under
from gweithdy.ui.capture.where_box import WhereBox
from gweithdy.ui.capture.wording import meaning, not_kept
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import tooltip
from gweithdy.ui.widgets.kind_box import KindBox
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.source_box import SourceBox
from gweithdy.ui.widgets.tips import tip_with_keys

BRIEF, FOLDED = 900, 640
"""Pixels of width at 100 % below which words give way to a symbol, and one line to two."""


class CaptureForm(QFrame):
    """Above the row what was pasted, in it the lists, the box and two buttons, below it a line."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self.setProperty("role", "bar")
        self.where = WhereBox()
        self.kind = KindBox(context)
        self.source = SourceBox(context)
        self.source_place = SourcePlace(self.source, context.words)
        self.box = CaptureBox(context)
        self.chip = button("chip")
        self.chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.to_board = button("quiet")
        self.pasted = PasteNotice(context)
        self.under = Under()
        self._codes = Codes(self.where.places(), self.source.sources())
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self.where.changed.connect(self._on_place)
        context.desk.changed.connect(self._on_changed)
        context.theme.changed.connect(self._fit)
        self.box.spelling.begins = lambda text: len(text) - len(self._codes.read(text).words)

    def read(self, typed: str) -> Coded:
        """What was typed, by the codes of the session."""
        return self._codes.read(typed)

    def coded(self) -> Coded:
        """What is in the box."""
        return self._codes.read(self.box.text())

    def offers(self) -> list[Offer]:
        """The codes that can follow before the caret."""
        offers = self._codes.offers(self.box.before_caret(), self._words)
        keeps = self.keeps_places(self.said(self.coded()).place)
        return [offer for offer in offers if keeps or not offer.code.startswith("@")]

    def naming(self, place: Place | None = None) -> Naming:
        """What the board of `place`, or of the one that is chosen, keeps of who said something."""
        workshop = self._context.desk.workshop
        if workshop is None or not self.where.places():
            return Naming.NAMED
        place = place or self.where.place()
        if place.shelf is not Shelf.CARD:
            return Naming.NAMED
        return naming_of(workshop, place.lane)

    def keeps_places(self, place: Place | None = None) -> bool:
        """Whether it keeps where something was said."""
        return keeps_tables(self.naming(place))

    def meaning(self, coded: Coded) -> list[str]:
        """What codes mean here, and what of it is not kept."""
        if coded.source is None or self.keeps_places(self.said(coded).place):
            return meaning(coded, self._words)
        return [*meaning(replace(coded, source=None), self._words), not_kept(self._words)]

    def said(self, coded: Coded) -> Said:
        """What the boxes say, and before that the codes: a kind leads to a lane that has kinds."""
        place = coded.place or self.where.place()
        if coded.kinds and not (coded.place or place.has_kinds):
            place = next(each for each in self.where.places() if each.has_kinds)
        of_box = self.kind.kinds() if place.has_kinds else ()
        kinds = of_box if coded.kinds is None else coded.kinds
        return Said(place, kinds, self.source.source() if coded.source is None else coded.source)

    def choose(self, coded: Coded) -> None:
        """Have the boxes say what the codes do."""
        self.where.choose(self.said(coded).place.key)
        if coded.kinds is not None:
            self.kind.show_kinds(coded.kinds)
        if coded.source is not None and self.keeps_places():
            self.source.choose(coded.source)

    def show_language(self, language: Language, *, is_sure: bool) -> None:
        """The language that the words will be kept in."""
        name = LANGUAGE_NAMES[language]
        speak(self.box, language)
        self.box.spelling.speak(language)
        self.chip.setText(name if is_sure else f"{name} ?")
        spoken = self._words.tr("Language of these words: {name}", name=name)
        self.chip.setAccessibleName(spoken)

    def show_sources(self) -> None:
        """Where something can have been said in the session that is open."""
        self.source.show_sources(self._context.desk.workshop)
        self.show_places()

    def show_places(self) -> None:
        """Where words can go in the session that is open."""
        self.where.show_places(self._context.desk.workshop, self._words)
        self._codes = Codes(self.where.places(), self.source.sources())
        self._show_naming()

    def _show_naming(self) -> None:
        self.source_place.show_naming(self.naming(), places=self.keeps_places())

    def retranslate(self) -> None:
        """Names and tooltips in the language of now; what is typed stays."""
        tr = self._words.tr
        self.where.call(tr("Where it goes"))
        asked = ("capture.lane", "capture.quote", "capture.parked")
        tip_with_keys(self.where, self._words, tr("Where it goes"), *asked)
        self.kind.call(tr("Kind of barrier"))
        tip_with_keys(self.kind, self._words, tr("Kind of barrier"), *KINDS)
        self.source.call(tr("Where it was said"))
        asked = ("capture.source", "capture.online", "capture.room")
        where = tr("Where it was said: room, online or a table")
        tip_with_keys(self.source, self._words, where, *asked)
        self.box.call(tr("What was said"), tr("What was said? Type it and press Enter"))
        self.box.setAccessibleDescription(tr(N_("Type it and press Enter")))
        self.chip.setToolTip(tooltip(self._words, "capture.language"))
        self.to_board.setToolTip(tr("Show the cards"))
        self.to_board.setAccessibleName(tr("Board"))
        self.pasted.retranslate()
        self.kind.retranslate()
        self.source.retranslate()
        self.show_places()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_place(self, place: Place) -> None:
        self.kind.setVisible(place.has_kinds)
        self._show_naming()

    def _on_changed(self, taken: Taken) -> None:
        is_new = not all(self.source.offers(card.source) for card in after(taken, Card))
        if is_new:
            self.show_sources()
        elif touches(taken, Board, Lane):
            self.show_places()

    def _lay_out(self) -> None:
        # The row is put in its place before it is filled: the box leaves it in a narrow window.
        self._column.addWidget(self.pasted)
        self._column.addLayout(self._row)
        self._row.setSpacing(8)
        for part in (self.where, self.kind, self.source_place, self.box, self.chip, self.to_board):
            self._row.addWidget(part)
        self._row.setStretchFactor(self.box, 1)
        for made in (self.chip, self.to_board):
            made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._column.setContentsMargins(24, 8, 16, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self.under)

    def _fit(self) -> None:
        """In a narrow window, or at a large scale, words give way; then the box has its own line.

        Whether kinds can be chosen does not matter: another lane must not move the box.
        """
        theme, tr = self._context.theme, self._words.tr
        brief = self.width() < theme.px(BRIEF)
        self.box.setMinimumWidth(theme.px(150))
        # The words have the most room of all; a question that is cut is read in its list.
        self.where.setMaximumWidth(max(theme.px(120), self.width() // 4))
        # As wide as it ever is: the box beside it stays where it is while somebody types.
        widest = max(
            self.chip.fontMetrics().horizontalAdvance(f"{n} ?") for n in LANGUAGE_NAMES.values()
        )
        self.chip.setMinimumWidth(widest + 2 * theme.px(14))
        self.to_board.setText("" if brief else tr("Board"))
        self.to_board.setIcon(theme.icon("columns-3") if brief else QIcon())
        self.to_board.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._fold(narrow=self.width() < theme.px(FOLDED))

    def _fold(self, *, narrow: bool) -> None:
        if narrow == (self._column.indexOf(self.box) >= 0):
            return
        had_focus = self.box.hasFocus()
        if narrow:
            self._row.removeWidget(self.box)
            self._column.insertWidget(2, self.box)
        else:
            self._column.removeWidget(self.box)
            self._row.insertWidget(3, self.box, 1)
        if had_focus:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
