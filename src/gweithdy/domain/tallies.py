"""Tallies: what the votes and marks of a round add up to, and whether they can be right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod, sqrt

from gweithdy.domain.board import Card, Theme, Vote, counted
from gweithdy.domain.ids import Id
from gweithdy.domain.merging import seen
from gweithdy.domain.people import Mode, Participant
from gweithdy.domain.released import is_released
from gweithdy.domain.rounds import BEST, NO_ROUND, Round, RoundKind
from gweithdy.domain.workshop import Workshop

DISSENT = 0.3
"""A spread of more than this share of the scale means that people do not agree."""


def rounds_on(workshop: Workshop, noun: type[Theme] | type[Card]) -> list[Round]:
    """The rounds in which dots are counted for things of this noun, in their order."""
    return [
        each for each in workshop.of(Round) if each.kind is RoundKind.VOTES and each.is_on(noun)
    ]


def standing(workshop: Workshop, noun: type[Theme] | type[Card]) -> Id:
    """The round whose votes count on the board and in the summary: the last that may be seen."""
    told = [each for each in rounds_on(workshop, noun) if not each.hidden]
    return told[-1].id if told else NO_ROUND


def going_on(workshop: Workshop, noun: type[Theme] | type[Card]) -> Id:
    """The round to which one more vote goes: the last that is open, or else the last there was."""
    every = rounds_on(workshop, noun)
    open_ones = [each for each in every if not each.closed]
    return (open_ones or every)[-1].id if every else NO_ROUND


def is_counted(workshop: Workshop, target: Id) -> bool:
    """Whether votes for a card or theme count: not if it was removed, waits or is set aside."""
    card = workshop.find(Card, target)
    return is_released(card) if card else workshop.find(Theme, target) is not None


def things_on(workshop: Workshop, in_round: Round | None) -> list[Theme | Card]:
    """The themes, and then the cards as a board shows them, that a round is on; all without one."""
    themes = workshop.of(Theme) if in_round is None or in_round.is_on(Theme) else []
    cards = seen(workshop) if in_round is None or in_round.is_on(Card) else []
    return [*themes, *cards]


def votes_seen(workshop: Workshop) -> list[Vote]:
    """The dots and marks that may be told: none of a round whose results are kept back."""
    told = {NO_ROUND, *(each.id for each in workshop.of(Round) if not each.hidden)}
    return [
        each
        for each in workshop.of(Vote)
        if each.round in told and is_counted(workshop, each.target)
    ]


def dots_seen(workshop: Workshop) -> int:
    """How many dots were given, in all rounds that may be told."""
    return counted(each for each in votes_seen(workshop) if not each.mark)


def dots_of(workshop: Workshop, target: Id, in_round: Id) -> int:
    """The dots of one round for one card or theme."""
    return counted(each for each in workshop.inside(Vote, target) if each.round == in_round)


def tally_seen(workshop: Workshop) -> dict[Id, int]:
    """The dots that count for each card and theme, as on the board; those with none left out."""
    rounds = {noun: standing(workshop, noun) for noun in (Theme, Card)}
    return {
        thing.id: n
        for noun, in_round in rounds.items()
        for thing in workshop.of(noun)
        if is_counted(workshop, thing.id) and (n := dots_of(workshop, thing.id, in_round))
    }


@dataclass(frozen=True, slots=True)
class Result:
    """What one card or theme got. `place` is from 1; with `tied` others share it."""

    of: Theme | Card
    by_source: Mapping[str, int]
    place: int = 0
    tied: bool = False

    @property
    def total(self) -> int:
        return sum(self.by_source.values())


def results(workshop: Workshop, in_round: Id, things: Iterable[Theme | Card]) -> list[Result]:
    """Those of `things` that got dots in a round, most first; equals in the order of the board.

    What waits or is set aside takes no place from what everybody sees.
    """
    counting = (each for each in things if is_counted(workshop, each.id))
    found = [Result(each, _by_source(workshop, each.id, in_round)) for each in counting]
    ranked = sorted((each for each in found if each.total), key=lambda each: -each.total)
    places = placed([each.total for each in ranked])
    return [
        Result(each.of, each.by_source, *place) for each, place in zip(ranked, places, strict=True)
    ]


def _by_source(workshop: Workshop, target: Id, in_round: Id) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in workshop.inside(Vote, target):
        if each.round == in_round and each.count:
            counts[each.source] = counts.get(each.source, 0) + each.count
    return counts


def placed(numbers: Sequence[float]) -> list[tuple[int, bool]]:
    """The place of each of these, the best first, and whether others share it: 1, 2=, 2=, 4."""
    return [(numbers.index(each) + 1, numbers.count(each) > 1) for each in numbers]


@dataclass(frozen=True, slots=True)
class Score:
    """Marks by one criterion: how many people gave one, their mean, and how far they differ.

    `spread` is the standard deviation, in marks.
    """

    people: int = 0
    mean: float = 0.0
    spread: float = 0.0

    @property
    def dissent(self) -> bool:
        """Whether people do not agree: the mean alone would mislead."""
        return self.people > 1 and self.spread / (BEST - 1) > DISSENT


def score(marks: Mapping[int, int]) -> Score:
    """What so many people for each mark come to."""
    people = sum(marks.values())
    if not people:
        return Score()
    mean = sum(mark * n for mark, n in marks.items()) / people
    spread = sqrt(sum(n * (mark - mean) ** 2 for mark, n in marks.items()) / people)
    return Score(people, mean, spread)


def marks_of(
    workshop: Workshop, target: Id, in_round: Id, criterion: int, source: str | None = None
) -> dict[int, int]:
    """How many people gave each mark to one thing, of one `source` or of all."""
    marks: dict[int, int] = {}
    for each in workshop.inside(Vote, target):
        is_meant = each.round == in_round and each.criterion == criterion and each.count
        if is_meant and source in (None, each.source):
            marks[each.mark] = marks.get(each.mark, 0) + each.count
    return marks


@dataclass(frozen=True, slots=True)
class Rated:
    """What one card or theme got by each criterion of a round, in their order."""

    of: Theme | Card
    scores: tuple[Score, ...]

    @property
    def rank(self) -> float:
        """The means multiplied: high only where every criterion is."""
        return prod(each.mean for each in self.scores)


def ratings(workshop: Workshop, in_round: Round, things: Iterable[Theme | Card]) -> list[Rated]:
    """Those of `things` that got marks in a round, the highest first."""
    found = [
        Rated(
            each,
            tuple(score(marks_of(workshop, each.id, in_round.id, n)) for n, _ in in_round.criteria),
        )
        for each in things
        if workshop.inside(Vote, each.id) and is_counted(workshop, each.id)
    ]
    rated = [each for each in found if any(score.people for score in each.scores)]
    return sorted(rated, key=lambda each: -each.rank)


def voters(workshop: Workshop, source: str, apart: Iterable[str] = ()) -> int:
    """How many people vote at a source, as far as the list of people says; 0 is not known.

    Whoever sits at one of the tables `apart` is counted there, and no more in the room.
    """
    people = workshop.of(Participant)
    if source == Mode.ONLINE:
        return sum(each.mode is Mode.ONLINE for each in people)
    in_room = [each for each in people if each.mode is not Mode.ONLINE]
    if source == Mode.ROOM:
        return sum(each.table not in set(apart) for each in in_room)
    return sum(each.table == source for each in in_room)


@dataclass(frozen=True, slots=True)
class Given:
    """The dots that came from a source, and the most that its people have; None: not known."""

    source: str
    dots: int
    most: int | None = None

    @property
    def over(self) -> int:
        """How many dots there are too many."""
        return max(0, self.dots - self.most) if self.most is not None else 0


def given(workshop: Workshop, in_round: Round | None, sums: Mapping[str, int]) -> list[Given]:
    """What came from each source in a round, against what its people have. `sums` are the dots."""
    return [Given(source, n, most(workshop, in_round, source, sums)) for source, n in sums.items()]


def most(
    workshop: Workshop, in_round: Round | None, source: str, given: Mapping[str, int]
) -> int | None:
    """The dots that the people of a source have together; None where that is not known."""
    if in_round is None or in_round.kind is not RoundKind.VOTES or not in_round.budget:
        return None
    tables = [each for each, n in given.items() if n]
    return voters(workshop, source, tables) * in_round.budget or None


def most_on_one(
    workshop: Workshop, in_round: Round | None, source: str, given: Mapping[str, int]
) -> int | None:
    """The dots that the people of a source can give to one thing; None where not known."""
    cap = (in_round.cap or in_round.budget) if in_round else 0
    if in_round is None or in_round.kind is not RoundKind.VOTES or not cap:
        return None
    tables = [each for each, n in given.items() if n]
    return voters(workshop, source, tables) * min(cap, in_round.budget or cap) or None
