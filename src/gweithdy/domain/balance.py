"""Balance: how much came from where, in which language and of which kind, and who is not heard yet.

It counts what was said on a board, also what waits or was set aside: who was heard is another
question than what is shown. A merged card was not said: those of which it was made were. It goes on
from edit to edit; nothing is counted anew.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import keeps_tables, naming_of_board
from gweithdy.domain.people import LanguageChoice, Mode, Participant
from gweithdy.domain.sources import in_order
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Taken, Workshop, touches

RECENT = timedelta(minutes=10)
"""How far back goes what is called recent."""

ONLINE = "online"
_UNKNOWN = datetime(1, 1, 1, tzinfo=UTC)
"""When a card was written of which that is not known."""


class By(Enum):
    """By what cards are counted."""

    ALL = "all"
    SOURCE = "source"
    LANGUAGE = "language"
    KIND = "kind"


Group = tuple[By, str]


@dataclass(frozen=True, slots=True)
class Unheard:
    """Who is there and has not been heard: tables, everybody online, wishes for a language.

    `languages` has how many people asked for each language in which nothing was said yet.
    """

    tables: tuple[str, ...] = ()
    online: bool = False
    languages: tuple[tuple[Language, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tables or self.online or self.languages)


class Balance:
    """What was said on one board of a session."""

    def __init__(self, workshop: Workshop, board: Id) -> None:
        self.board = board
        self._begin(workshop)

    def take(self, workshop: Workshop, taken: Taken) -> None:
        """Count on: these rows are otherwise than they were."""
        if touches(taken, Board, Lane, Participant):
            self._begin(workshop)
            return
        for before, now in taken.values():
            if isinstance(before, Card):
                self._count(before, add=False)
            if isinstance(now, Card):
                self._count(now, add=True)

    def many(self, by: By = By.ALL, key: str = "") -> int:
        """How many cards there are."""
        return len(self._moments.get((by, key), ()))

    def recent(self, now: datetime, by: By = By.ALL, key: str = "") -> int:
        """How many of them were written down in the last minutes before `now`."""
        moments = self._moments.get((by, key), [])
        return len(moments) - bisect_left(moments, now - RECENT)

    def keys(self, by: By) -> list[str]:
        """The sources, languages or kinds of which there are cards, or of which there should be."""
        found = {key for (each, key), moments in self._moments.items() if each is by and moments}
        if by is By.SOURCE and self.keeps_tables:
            found |= self.tables | ({ONLINE} if self.has_online else set())
        return sorted(found)

    def unheard(self) -> Unheard:
        """Who has not been heard."""
        tables: set[str] = set()
        if self.keeps_tables:
            tables = {table for table in self.tables if not self.many(By.SOURCE, table)}
        return Unheard(
            tuple(in_order(tables)),
            self.keeps_tables and self.has_online and not self.many(By.SOURCE, ONLINE),
            tuple(self._languages()),
        )

    def _languages(self) -> Iterator[tuple[Language, int]]:
        for language in Language:
            wished = self._wishes[LanguageChoice(str(language))]
            if wished and not self.many(By.LANGUAGE, str(language)):
                yield language, wished

    def _begin(self, workshop: Workshop) -> None:
        people = workshop.of(Participant)
        self.keeps_tables = keeps_tables(naming_of_board(workshop, self.board))
        self.tables = {p.table for p in people if p.table and p.mode is Mode.ROOM}
        self.has_online = any(person.mode is Mode.ONLINE for person in people)
        self._wishes = Counter(person.language for person in people)
        self._lanes = {lane.id for lane in workshop.inside(Lane, self.board)}
        self._moments: dict[Group, list[datetime]] = {}
        for lane in self._lanes:
            for card in workshop.inside(Card, lane):
                for group in self._groups(card) if not card.made_of else ():
                    self._moments.setdefault(group, []).append(card.captured or _UNKNOWN)
        for moments in self._moments.values():
            moments.sort()

    def _count(self, card: Card, *, add: bool) -> None:
        if card.deleted or card.made_of or card.lane not in self._lanes:
            return
        at = card.captured or _UNKNOWN
        for group in self._groups(card):
            moments = self._moments.setdefault(group, [])
            if add:
                insort(moments, at)
            else:
                del moments[bisect_left(moments, at)]

    def _groups(self, card: Card) -> Iterator[Group]:
        yield By.ALL, ""
        if card.source and self.keeps_tables:
            yield By.SOURCE, card.source
        for language in _languages_of(card):
            yield By.LANGUAGE, str(language)
        for kind in card.kinds:
            if kind in list(CardKind):
                yield By.KIND, str(kind)


def _languages_of(card: Card) -> Iterator[Language]:
    """The language in which it was said; of several, where that is not known."""
    if card.text.original in list(Language):
        yield Language(card.text.original)
    else:
        yield from (language for language in Language if card.text.get(language))
