"""The board as a scene: a map from ids to items, and only those lanes laid out that changed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.language.words import Words
from gweithdy.ui.board.card_item import CardItem, Face
from gweithdy.ui.board.frames import LaneItem, ThemeItem
from gweithdy.ui.board.layout import LaneLayout, Measures, Rect, lay_out
from gweithdy.ui.theme import Theme

FAR = 0.2
"""The zoom below which a lane draws its cards itself: thousands of items would be too slow."""


class BoardScene(QGraphicsScene):
    """Shows lanes with their contents; what does not change is left alone."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.cards: dict[Id, CardItem] = {}
        self.themes: dict[Id, ThemeItem] = {}
        self.lanes: list[tuple[float, LaneLayout]] = []
        self._grounds: dict[Id, LaneItem] = {}
        self._votes: dict[Id, int] = {}
        self._far = False
        self._here: set[Id] = set()
        self.restyle()

    def restyle(self) -> None:
        """Begin anew with the look and language of now."""
        self.clear()
        self.cards.clear()
        self.themes.clear()
        self._grounds.clear()
        self._here = set()
        self.lanes = []
        px = self._theme.px
        self.sizes = Measures(px(300), px(8), px(12), px(16), px(56))
        self.face = Face.of(self._theme, self._words, self.sizes.card)
        self.setBackgroundBrush(self._theme.color("paper"))

    def show_lanes(self, contents: Sequence[LaneContents], votes: Mapping[Id, int]) -> None:
        """Show `contents`; lanes whose contents and votes are as before keep their layout."""
        known = {lane.contents.lane.id: lane for _, lane in self.lanes}
        changed = {id for id in votes.keys() | self._votes if votes.get(id) != self._votes.get(id)}
        self._votes = dict(votes)
        laid = [self._laid_out(each, known.get(each.lane.id), changed) for each in contents]
        left, self.lanes = 0.0, []
        height = max((lane.height for lane in laid), default=0.0)
        for lane in laid:
            self._place_lane(lane, left, height)
            self._place(lane, left, moved=lane is not known.get(lane.contents.lane.id))
            left += lane.width + self.sizes.lane_gap
        self._hide_gone(laid)
        self.setSceneRect(QRectF(0, 0, max(0.0, left - self.sizes.lane_gap), height))

    def show_far(self, *, far: bool) -> None:
        """Let the lanes draw their cards while they are too small to read."""
        if far == self._far:
            return
        self._far = far
        for card in self.cards.values():
            card.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, far)
        for ground in self._grounds.values():
            ground.show_far(far=far)

    def piece(self, id: Id) -> CardItem | ThemeItem | None:
        """The visible item of a card or theme."""
        item = self.cards.get(id) or self.themes.get(id)
        return item if item and item.isVisible() else None

    def selected_cards(self) -> list[Id]:
        """The selected cards in the order of the board."""
        chosen = {item.id for item in self.selectedItems() if isinstance(item, CardItem)}
        return [id for _, lane in self.lanes for id in lane.cards if id in chosen]

    def selected_themes(self) -> list[Id]:
        """The selected themes."""
        return [item.id for item in self.selectedItems() if isinstance(item, ThemeItem)]

    def _laid_out(
        self, contents: LaneContents, known: LaneLayout | None, voted: set[Id]
    ) -> LaneLayout:
        if known and known.contents == contents and not voted & (known.cards.keys()):
            if voted & known.themes.keys():
                known = lay_out(contents, self._height_of, self.sizes)
            return known
        for card in contents.cards:
            self._show_card(card, card.id in voted)
        return lay_out(contents, self._height_of, self.sizes)

    def _show_card(self, card: Card, voted: bool) -> None:  # noqa: FBT001
        item = self.cards.get(card.id)
        if item is None:
            item = CardItem(card, self._votes.get(card.id, 0), self.face)
            item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, self._far)
            self.cards[card.id] = item
            self.addItem(item)
        elif item.card is not card or voted:
            item.show_card(card, self._votes.get(card.id, 0), self.face)

    def _height_of(self, card: Card) -> float:
        return self.cards[card.id].height

    def _place_lane(self, lane: LaneLayout, left: float, height: float) -> None:
        self.lanes.append((left, lane))
        ground = self._grounds.get(lane.contents.lane.id)
        if ground is None:
            ground = LaneItem(self.face)
            ground.show_far(far=self._far)
            self._grounds[lane.contents.lane.id] = ground
            self.addItem(ground)
        ground.show_lane(lane, left, height)

    def _place(self, lane: LaneLayout, left: float, *, moved: bool) -> None:
        first = next(iter(lane.cards), None)
        same = first is None or self.cards[first].x() == left + lane.cards[first].x
        if not moved and same:
            return
        for id, rect in lane.cards.items():
            self.cards[id].setPos(left + rect.x, rect.y)
        for group in lane.contents.groups:
            if group.theme is None:
                continue
            item = self.themes.get(group.theme.id)
            if item is None:
                item = ThemeItem(group.theme, self.face)
                self.themes[group.theme.id] = item
            rect = lane.themes[group.theme.id]
            votes = self._votes.get(group.theme.id, 0)
            box = QRectF(0, 0, rect.width, rect.height)
            item.show_theme(group.theme, len(group.cards), votes, box, self.sizes.theme_head)
            item.setPos(left + rect.x, rect.y)
            if item.scene() is None:
                self.addItem(item)

    def _hide_gone(self, laid: Sequence[LaneLayout]) -> None:
        # Hidden rather than removed: a filter brings them back with the next key.
        here = {id for lane in laid for id in (*lane.cards, *lane.themes)}
        for id in here ^ self._here:
            item = self.cards.get(id) or self.themes[id]
            item.setVisible(id in here)
        self._here = here
        lanes = {lane.contents.lane.id for lane in laid}
        for id in self._grounds.keys() - lanes:
            self.removeItem(self._grounds.pop(id))


def as_qt(rect: Rect) -> QRectF:
    """A rectangle of the layout as Qt wants it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
