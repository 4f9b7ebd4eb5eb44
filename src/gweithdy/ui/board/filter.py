"""Which cards are looked for: words in either language, kind, source, translation needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gweithdy.domain.arrange import Group, LaneContents, home_of
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.language.finding import Forms, forms, holds, prepared


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; an empty one finds everything.

    The cards `besides` are shown whether they fit or not: they were just corrected or captured.
    """

    words: str = ""
    kind: CardKind | None = None
    source: str = ""
    untranslated: bool = False
    besides: frozenset[Id] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.kind or self.source or self.untranslated)


class CardFilter:
    """Finds cards. The words of each are prepared once; a lane that stays is looked at once."""

    def __init__(self) -> None:
        self._index: dict[Id, tuple[Text, str]] = {}
        self._found: dict[Id, tuple[LaneContents, Query, LaneContents]] = {}

    def only(self, contents: list[LaneContents], query: Query) -> list[LaneContents]:
        """`contents` with those cards alone that fit; themes without any are left out."""
        if not query:
            return contents
        wanted = forms(query.words)
        return [self._lane(lane, query, wanted) for lane in contents]

    def ahead(self, contents: Iterable[LaneContents]) -> Iterator[None]:
        """Prepare the words of all cards, one with each step, for a key that may come."""
        for lane in contents:
            for group in lane.groups:
                for card in group.cards:
                    self._words_of(card)
                    yield

    def _lane(self, lane: LaneContents, query: Query, wanted: Forms) -> LaneContents:
        known = self._found.get(lane.lane.id)
        if known and known[0] is lane and known[1] == query:
            return known[2]
        found = LaneContents(lane.lane, tuple(self._groups(lane, query, wanted)))
        self._found[lane.lane.id] = (lane, query, found)
        return found

    def _groups(self, lane: LaneContents, query: Query, wanted: Forms) -> list[Group]:
        groups: list[Group] = []
        for group in lane.groups:
            cards = tuple(card for card in group.cards if self._fits(card, query, wanted))
            guests = tuple(card for card in group.guests if self._fits(card, query, wanted))
            if cards or guests or group.theme is None:
                # The theme around it is only there if something in it was found too.
                inside = group.inside and any(
                    each.theme and group.theme and each.theme.id == group.theme.parent
                    for each in groups
                )
                groups.append(Group(group.theme, cards, guests, inside=inside))
        return groups

    def _fits(self, card: Card, query: Query, wanted: Forms) -> bool:
        if home_of(card.id) in query.besides:
            return True
        if query.kind and query.kind not in (card.kinds or (card.kind,)):
            return False
        if query.source and card.source != query.source:
            return False
        if query.untranslated and not card.text.missing:
            return False
        return not wanted or holds(self._words_of(card), wanted)

    def _words_of(self, card: Card) -> str:
        known = self._index.get(card.id)
        if known and known[0] is card.text:
            return known[1]
        found = prepared(f"{card.text.cy.words} {card.text.en.words}")
        self._index[card.id] = (card.text, found)
        return found
