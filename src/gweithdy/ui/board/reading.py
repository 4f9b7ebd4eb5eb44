"""The board as a screen reader reads it: each lane, then its themes with their cards."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text
from gweithdy.ui.access.reading import Deed, Reading
from gweithdy.ui.board.notes import spoken_card, spoken_lane, spoken_theme
from gweithdy.ui.commands import COMMANDS

if TYPE_CHECKING:
    from gweithdy.ui.board.view import BoardView

OPEN = {
    Lane: N_("Details of the lane"),
    Theme: N_("Details of the theme"),
    Card: COMMANDS["cards.details"].text,
}

_MORE = {
    Lane: {"list.remove": N_("Remove the lane")},
    Theme: {
        id: COMMANDS[id].text for id in ("cards.vote", "cards.fold", "cards.move", "cards.ungroup")
    },
    Card: {id: COMMANDS[id].text for id in ("cards.vote", "cards.move", "list.remove")},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on the board, `place` of `many` of its kind; `cards` are those inside it.

    `theme` is the one around it: that of a card, or that in which a theme stands. `inside`: a card
    whose theme stands in another.
    """

    thing: Lane | Theme | Card
    place: int
    many: int
    lane: Lane | None = None
    theme: Theme | None = None
    cards: int = 0
    closed: bool = False
    inside: bool = False

    @property
    def text(self) -> Text:
        return self.thing.text if isinstance(self.thing, Card) else self.thing.title


class BoardReading(Reading):
    """Gathered once for each layout, when it is first asked for."""

    many_at_once = True

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._board = view.board
        self._entries: dict[Id, Entry] | None = None

    def forget(self) -> None:
        """The board is laid out anew."""
        self._entries = None

    def ids(self) -> Sequence[Id]:
        return list(self._known())

    def current(self) -> Id:
        return self._board.current

    def chosen(self) -> Collection[Id]:
        return self._board.chosen

    def name(self, id: Id) -> str:
        entry, words = self._known().get(id), self._board.face.words
        if entry is None:
            return ""
        if isinstance(entry.thing, Lane):
            return spoken_lane(entry.thing, entry.cards, words)
        votes = self._board.votes_of(id)
        if isinstance(entry.thing, Theme):
            return spoken_theme(entry.thing, entry.cards, votes, words, closed=entry.closed)
        return spoken_card(entry.thing, votes, words)

    def about(self, id: Id) -> str:
        entry, words = self._known().get(id), self._board.face.words
        if entry is None:
            return ""
        untitled = words.tr("Untitled")
        values: dict[str, object] = {"place": entry.place, "many": entry.many}
        for name, around in (("lane", entry.lane), ("theme", entry.theme)):
            if around:
                values[name] = around.title.best(words.language)[0] or untitled
        if entry.theme:
            return words.tr(N_("{place} of {many}; theme: {theme}; lane: {lane}"), **values)
        if entry.lane:
            return words.tr(N_("{place} of {many}; lane: {lane}"), **values)
        return words.tr(N_("{place} of {many}"), **values)

    def level(self, id: Id) -> int:
        entry = self._known().get(id)
        if entry is None:
            return 1
        return 1 + bool(entry.lane) + bool(entry.theme) + entry.inside

    def language(self, id: Id) -> Language:
        entry, shown = self._known().get(id), self._board.face.words.language
        return entry.text.best(shown)[1] if entry else shown

    def box(self, id: Id) -> QRect:
        view, head = self._view, self._board.head(id)
        if head is not None:
            left, right = (view.mapFromScene(x, 0).x() for x in (head.left(), head.right()))
            height = view.strip.height()
            return QRect(left, -height, right - left, height)
        place = self._board.place(id)
        return view.mapFromScene(place).boundingRect() if place else QRect()

    def in_sight(self, id: Id) -> bool:
        box = self.box(id)
        if self._board.head(id) is not None:
            # The title of a lane stays above the board however far one scrolls down.
            box.moveTop(0)
        return self._view.viewport().rect().intersects(box)

    def at(self, place: QPoint) -> Id:
        return self._board.inmost(self._view.mapToScene(place), titles=place.y() < 0)

    def can_be_chosen(self, id: Id) -> bool:
        return self._board.head(id) is None

    def deeds(self, id: Id) -> Sequence[Deed]:
        entry, tr = self._known().get(id), self._board.face.words.tr
        if entry is None:
            return ()
        kind = type(entry.thing)
        said = {"cards.details": OPEN[kind], **_MORE[kind]}
        return [Deed(each, tr(text), COMMANDS[each].keys) for each, text in said.items()]

    def do(self, id: Id, deed: str) -> None:
        self.go_to(id)
        self._view.asked.emit(deed)

    def go_to(self, id: Id) -> None:
        self._view.make_current(id)

    def choose(self, ids: Collection[Id]) -> None:
        self._board.choose(ids)

    def _known(self) -> dict[Id, Entry]:
        if self._entries is None:
            lanes = [lane.contents for _, lane in self._board.lanes]
            self._entries = {entry.thing.id: entry for entry in _entries(lanes)}
        return self._entries


def _entries(lanes: Sequence[LaneContents]) -> Iterator[Entry]:
    for place, contents in enumerate(lanes, 1):
        yield Entry(contents.lane, place, len(lanes), cards=contents.count)
        themes = {group.theme.id: group.theme for group in contents.groups if group.theme}
        beside = Counter(_around(group) for group in contents.groups if group.theme)
        number: Counter[Id] = Counter()
        for group in contents.groups:
            if group.theme:
                around, cards = _around(group), len(group.cards)
                number[around] += 1
                where = (number[around], beside[around], contents.lane, themes.get(around))
                yield Entry(group.theme, *where, cards, group.closed)
            many, inside = len(group.shown), group.inside
            for one, card in enumerate(group.shown, 1):
                yield Entry(card, one, many, contents.lane, group.theme, inside=inside)


def _around(group: Group) -> Id:
    """The theme in which the theme of `group` stands; "" if it stands in the lane itself."""
    return group.theme.parent if group.theme and group.inside else ""
