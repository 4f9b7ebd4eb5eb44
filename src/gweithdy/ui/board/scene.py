"""The board as a scene: every card has its place, and those in sight have an item."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QGraphicsScene

from gweithdy.domain.arrange import LaneContents, each_once, home_of
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.language.words import Words
from gweithdy.ui.board.card_item import CardItem
from gweithdy.ui.board.densities import USUAL, Density, shared
from gweithdy.ui.board.face import Face
from gweithdy.ui.board.frames import FarCards, LaneItem
from gweithdy.ui.board.layout import HeightOf, LaneLayout, Measures, Rect, lay_out
from gweithdy.ui.board.measure import Heights
from gweithdy.ui.board.rects import as_qt, in_lane
from gweithdy.ui.board.spread import columns_for_all
from gweithdy.ui.board.theme_item import ThemeItem
from gweithdy.ui.board.votes import VotesOf
from gweithdy.ui.theme import Theme

USUAL_LANES = 3
"""Of how many lanes the sizes are until a board is known."""


class BoardScene(QGraphicsScene):
    """Shows lanes with their contents; only those that changed are laid out anew.

    `cards` are the items in sight, `themes` all frames, `lanes` where everything lies, each lane
    with its left edge. `chosen` and `current` are ids and outlive the items.
    """

    choice_changed = Signal()
    laid_out = Signal()

    def __init__(self, theme: Theme, words: Words, density: Density = USUAL) -> None:
        super().__init__()
        # Few items that come and go: looking them up costs less than keeping a tree of them.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._theme = theme
        self._words = words
        self._density = density
        self._room = float(theme.px(1100))
        self._spread = 0
        self.cards: dict[Id, CardItem] = {}
        self.themes: dict[Id, ThemeItem] = {}
        self.lanes: list[tuple[float, LaneLayout]] = []
        self.chosen: set[Id] = set()
        self.current: Id = ""
        self._grounds: dict[Id, LaneItem] = {}
        self._votes_of: VotesOf = lambda _: 0
        self._sight = QRectF()
        self._far = False
        self.restyle()

    def restyle(self) -> None:
        """Begin anew with the look and language of now."""
        self.clear()
        self.cards.clear()
        self.themes.clear()
        self._grounds.clear()
        self.lanes = []
        self.sizes = self._measures(USUAL_LANES)
        self.face = self._face()
        self._heights = Heights(self.face)
        self._far_cards = FarCards(self.face, self.chosen)
        self._far_cards.setVisible(self._far)
        self.addItem(self._far_cards)
        self.setBackgroundBrush(self._theme.color("paper"))

    def give_room(self, room: float) -> None:
        """Let the lanes share `room` pixels at life size."""
        if room != self._room:
            self._room = room
            self._lay_out([lane.contents for _, lane in self.lanes], ())
            self.laid_out.emit()

    def pack(self, density: Density) -> None:
        """Let the cards lie as closely as `density` says."""
        self._density = density
        contents = [lane.contents for _, lane in self.lanes]
        self.restyle()
        self._lay_out(contents, ())
        self.laid_out.emit()

    def spread(self, view: QSizeF | None) -> None:
        """Give each lane the columns with which all of the board is largest in a `view`.

        None: those with which it fills the width at life size.
        """
        before, self._spread = self._spread, 0
        contents = [lane.contents for _, lane in self.lanes]
        if view:
            sizes = self._measures(len(contents) or USUAL_LANES)
            self._spread = columns_for_all(contents, self._height_of(), sizes, view)
        if self._spread != before:
            self._lay_out(contents, ())
            self.laid_out.emit()

    def show_lanes(
        self, contents: Sequence[LaneContents], votes_of: VotesOf, voted: Collection[Id] = ()
    ) -> None:
        """Show `contents`; lanes that are as before keep their layout.

        `voted` are the cards and themes whose votes are others than before.
        """
        self._votes_of = votes_of
        wanted = {*voted, *_guests_of(contents, voted)} if voted else set()
        for id in wanted:
            self._heights.forget(id)
        self._lay_out(contents, wanted)
        here = {id for id in self.chosen if self.place(id)}
        if here != self.chosen:
            self._choose(here)
        self.laid_out.emit()

    def show_sight(self, sight: QRectF, *, far: bool) -> None:
        """Have an item for each card inside `sight`; from `far` away they are drawn at once."""
        self._sight, self._far = sight, far
        self._far_cards.setVisible(far)
        self._show_cards(())

    def place(self, id: Id) -> QRectF | None:
        """Where a card or theme lies, whether it is in sight or not; None if it is not shown."""
        for left, lane in self.lanes:
            rect = lane.cards.get(id) or lane.themes.get(id)
            if rect:
                return as_qt(rect.moved(left))
        return None

    def shows(self, id: Id) -> bool:
        """Whether there is such a card, theme or lane, in sight or not."""
        return (self.place(id) or self.head(id)) is not None

    def head(self, lane: Id) -> QRectF | None:
        """The upper edge of a lane; None if this is not one that is shown."""
        for left, each in self.lanes:
            if each.contents.lane.id == lane:
                return QRectF(left, 0, each.width, 1)
        return None

    def hit(self, at: QPointF) -> Id:
        """The card at a point, or the theme at whose head it is; "" in the open."""
        here = self.touching(QRectF(at, at))
        return here[0] if here else ""

    def touching(self, area: QRectF) -> list[Id]:
        """The cards that share any space with `area`, and the themes of which the head does."""
        found: list[Id] = []
        heads: list[Id] = []
        for left, lane in self.lanes:
            box = in_lane(area, left)
            if box.right < 0 or box.x > lane.width:
                continue
            found += [card.id for card in lane.touching(box)]
            heads += [
                id
                for id, rect in lane.themes.items()
                if rect.x <= box.right
                and box.x <= rect.right
                and rect.y <= box.bottom
                and box.y <= rect.y + self.sizes.theme_head
            ]
        return found + heads

    def inmost(self, at: QPointF, *, titles: bool = False) -> Id:
        """The card, theme or lane at a point, the innermost; the lane if the point is among the
        `titles` above the board; "" beside the lanes.
        """
        found = "" if titles else self.hit(at)
        for left, lane in self.lanes:
            if not found and left <= at.x() <= left + lane.width:
                frames = lane.themes.items() if not titles else ()
                around = [id for id, rect in frames if as_qt(rect.moved(left)).contains(at)]
                found = around[-1] if around else lane.contents.lane.id
        return found

    def fold_at(self, at: QPointF) -> Id:
        """The theme at whose sign for closing and opening a point is, or ""."""
        item = self.themes.get(self.hit(at))
        return item.id if item and item.sign.contains(at - item.pos()) else ""

    def votes_of(self, id: Id) -> int:
        """How many votes a card or a theme has."""
        return self._votes_of(id)

    def choose(self, ids: Iterable[Id], *, also: bool = False) -> None:
        """Let these be chosen, and nothing else, or these `also`."""
        wanted = set(ids) | self.chosen if also else set(ids)
        if wanted != self.chosen:
            self._choose(wanted)

    def leave_out(self, id: Id) -> None:
        """Let one be chosen no longer."""
        self.choose(self.chosen - {id})

    def go_to(self, id: Id) -> None:
        """Let the keyboard be at a card, theme or lane."""
        self.current = id
        self._mark()

    def selected_cards(self) -> list[Id]:
        """The chosen cards in the order of the board, each once."""
        if not self.chosen:
            return []
        return each_once([i for _, lane in self.lanes for i in lane.cards if i in self.chosen])

    def selected_themes(self) -> list[Id]:
        """The chosen themes."""
        return [id for id in self.themes if id in self.chosen]

    def _choose(self, ids: set[Id]) -> None:
        # The same set: what is drawn from afar looks into it.
        self.chosen.clear()
        self.chosen.update(ids)
        self._mark()
        self._far_cards.update()
        self.choice_changed.emit()

    def _mark(self) -> None:
        alone = len(self.chosen) <= 1
        for id, item in self.cards.items():
            item.mark(chosen=id in self.chosen, current=id == self.current, alone=alone)
        for id, frame in self.themes.items():
            frame.mark(marked=id in self.chosen or id == self.current)

    def _measures(self, lanes: int) -> Measures:
        sizes = shared(self._density, lanes, self._room, self._theme.px)
        return replace(sizes, columns=max(sizes.columns, self._spread))

    def _height_of(self) -> HeightOf:
        return partial(self._heights.of, votes_of=self._votes_of)

    def _face(self) -> Face:
        return Face.of(self._theme, self._words, self.sizes.card, self._density)

    def _share(self, lanes: int) -> None:
        """Let `lanes` share the room that there is; where they did, everything stays."""
        sizes = self._measures(lanes or USUAL_LANES)
        if sizes == self.sizes:
            return
        self.sizes, self.lanes = sizes, []
        if sizes.card != self.face.width:
            self.face = self._face()
            self._heights = self._heights.beside(self.face)
            for item in self.cards.values():
                self.removeItem(item)
            self.cards.clear()

    def _lay_out(self, contents: Sequence[LaneContents], anew: Collection[Id]) -> None:
        self._share(len(contents))
        known = {lane.contents.lane.id: lane for _, lane in self.lanes}
        touched = set(anew)
        laid = [self._laid_out(each, known.get(each.lane.id), touched) for each in contents]
        left, self.lanes = 0.0, []
        height = max((lane.height for lane in laid), default=0.0)
        before = {id: (ground.x(), known.get(id)) for id, ground in self._grounds.items()}
        for lane in laid:
            id = lane.contents.lane.id
            self.lanes.append((left, lane))
            self._ground(id).show_lane(lane.width, height, left)
            if before.get(id) != (left, lane) or touched & lane.themes.keys():
                self._place_themes(lane, left)
            left += lane.width + self.sizes.lane_gap
        self._drop_gone(laid)
        self.setSceneRect(QRectF(0, 0, max(0.0, left - self.sizes.lane_gap), height))
        self._far_cards.show_lanes(self.lanes, self.sceneRect())
        self._show_cards(touched)

    def _laid_out(
        self, contents: LaneContents, known: LaneLayout | None, touched: set[Id]
    ) -> LaneLayout:
        if known and known.contents == contents and not touched & known.cards.keys():
            return known
        return lay_out(contents, self._height_of(), self.sizes, known, touched)

    def _ground(self, lane: Id) -> LaneItem:
        if lane not in self._grounds:
            self._grounds[lane] = LaneItem(self.face)
            self.addItem(self._grounds[lane])
        return self._grounds[lane]

    def _place_themes(self, lane: LaneLayout, left: float) -> None:
        for group in lane.contents.groups:
            if group.theme is None:
                continue
            id = group.theme.id
            if id not in self.themes:
                self.themes[id] = ThemeItem(group, self.face)
                self.addItem(self.themes[id])
                self.themes[id].mark(marked=id in self.chosen or id == self.current)
            rect = lane.themes[id]
            box = QRectF(0, 0, rect.width, rect.height)
            votes, head = self._votes_of(id), self.sizes.theme_head
            self.themes[id].show_group(group, votes, box, head)
            self.themes[id].setPos(left + rect.x, rect.y)

    def _drop_gone(self, laid: Sequence[LaneLayout]) -> None:
        for id in self.themes.keys() - {id for lane in laid for id in lane.themes}:
            self.removeItem(self.themes.pop(id))
        for id in self._grounds.keys() - {lane.contents.lane.id for lane in laid}:
            self.removeItem(self._grounds.pop(id))

    def _show_cards(self, touched: Collection[Id]) -> None:
        wanted = {} if self._far else self._in_sight()
        for id in self.cards.keys() - wanted.keys():
            self.removeItem(self.cards.pop(id))
        wrong = []
        for id, (card, rect) in wanted.items():
            item = self._item(card, anew=id in touched)
            item.setPos(rect.x, rect.y)
            if item.height != rect.height:
                self._heights.put(card, item.height)
                wrong.append(id)
        if wrong:
            self._lay_out([lane.contents for _, lane in self.lanes], wrong)

    def _in_sight(self) -> dict[Id, tuple[Card, Rect]]:
        return {
            card.id: (card, lane.cards[card.id].moved(left))
            for left, lane in self.lanes
            for card in lane.touching(in_lane(self._sight, left))
        }

    def _item(self, card: Card, *, anew: bool) -> CardItem:
        item = self.cards.get(card.id)
        if item is None:
            item = CardItem(card, self._votes_of(card.id), self.face)
            chosen, current = card.id in self.chosen, card.id == self.current
            item.mark(chosen=chosen, current=current, alone=len(self.chosen) <= 1)
            self.cards[card.id] = item
            self.addItem(item)
        elif item.card is not card or anew:
            item.show_card(card, self._votes_of(card.id), self.face)
        return item


def _guests_of(contents: Sequence[LaneContents], cards: Collection[Id]) -> set[Id]:
    return {
        guest.id
        for lane in contents
        for group in lane.groups
        for guest in group.guests
        if home_of(guest.id) in cards
    }
