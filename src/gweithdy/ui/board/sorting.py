"""The order in which cards are shown; their own order is not touched by it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.looks import Sorting
from gweithdy.domain.text import Text
from gweithdy.language.sorting import Key, sort_key
from gweithdy.ui.board.votes import VotesOf

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class Sorter:
    """Sorts the cards of each group; a lane that stays is sorted once."""

    def __init__(self) -> None:
        self._known: dict[Id, tuple[LaneContents, tuple[Sorting, str], LaneContents]] = {}
        self._votes: dict[Id, int] = {}
        self._words: dict[Id, tuple[Text, str, Key]] = {}

    def look_again(self) -> None:
        """Take the votes of now: until then no card goes from under a hand that votes."""
        self._votes.clear()
        self._known.clear()

    def sorted(
        self, contents: list[LaneContents], sorting: Sorting, language: str, votes_of: VotesOf
    ) -> list[LaneContents]:
        """`contents` with the cards in this order."""
        key = self._key(sorting, language, votes_of)
        if key is None:
            return contents
        return [self._lane(lane, (sorting, language), key) for lane in contents]

    def ahead(self, contents: Iterable[LaneContents], language: str) -> Iterator[None]:
        """Prepare the order by words, one card with each step; what is prepared takes none."""
        for lane in contents:
            for group in lane.groups:
                for card in group.cards:
                    known = self._words.get(card.id)
                    if known is None or known[0] is not card.text or known[1] != language:
                        self._key_of(card, language)
                        yield

    def _lane(
        self, lane: LaneContents, how: tuple[Sorting, str], key: Callable[[Card], Any]
    ) -> LaneContents:
        known = self._known.get(lane.lane.id)
        if known and known[0] is lane and known[1] == how:
            return known[2]
        groups = [
            replace(group, cards=tuple(sorted(group.cards, key=key))) for group in lane.groups
        ]
        found = replace(lane, groups=tuple(groups))
        self._known[lane.lane.id] = (lane, how, found)
        return found

    def _key(
        self, sorting: Sorting, language: str, votes_of: VotesOf
    ) -> Callable[[Card], Any] | None:
        def votes(card: Card) -> int:
            if card.id not in self._votes:
                self._votes[card.id] = votes_of(card.id)
            return -self._votes[card.id]

        keys: dict[Sorting, Callable[[Card], Any]] = {
            Sorting.TIME: lambda card: -(card.captured or LONG_AGO).timestamp(),
            Sorting.VOTES: votes,
            Sorting.WORDS: lambda card: self._key_of(card, language),
            Sorting.TABLE: lambda card: sort_key(card.source, language),
        }
        return keys.get(sorting)

    def _key_of(self, card: Card, language: str) -> Key:
        known = self._words.get(card.id)
        if known and known[0] is card.text and known[1] == language:
            return known[2]
        key = sort_key(card.text.best(language)[0], language)
        self._words[card.id] = (card.text, language, key)
        return key
