"""What the grid shows of a round: its sources, what each cell holds, and the sum of each source."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.rounds import NO_ROUND, Round, RoundKind
from gweithdy.domain.sources import in_order
from gweithdy.domain.tallies import is_counted, marks_of, score
from gweithdy.domain.workshop import Taken, Workshop, after
from gweithdy.edits.votes import vote_of
from gweithdy.language.tally_entry import Marks, as_marks

Cell = int | Marks


@dataclass
class Tallies:
    """The votes of one round, or of none. By `criterion` where marks are given, else 0.

    `sums` are the dots, or the people, of each source.
    """

    round: Round | None = None
    criterion: int = 0
    sums: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> Id:
        return self.round.id if self.round else NO_ROUND

    @property
    def rates(self) -> bool:
        return self.round is not None and self.round.kind is RoundKind.RATING

    @property
    def hidden(self) -> bool:
        return self.round is not None and self.round.hidden

    def is_on(self, noun: type[Theme] | type[Card]) -> bool:
        return self.round is None or self.round.is_on(noun)

    def cell(self, workshop: Workshop, target: Id, source: str) -> Cell:
        """What stands in a cell."""
        if self.rates:
            return as_marks(marks_of(workshop, target, self.id, self.criterion, source))
        vote = vote_of(workshop, target, source, self.id)
        return vote.count if vote else 0

    def total(self, workshop: Workshop, target: Id) -> int:
        """The dots of all sources for one thing."""
        return sum(v.count for v in workshop.inside(Vote, target) if self._is_ours(v))

    def mean(self, workshop: Workshop, target: Id) -> float:
        """The mean of the marks of all sources; 0 for none."""
        return score(marks_of(workshop, target, self.id, self.criterion)).mean

    def count(self, workshop: Workshop) -> None:
        """Add everything up anew."""
        self.sums = {}
        for vote in workshop.of(Vote):
            self._add(workshop, vote, vote.count)

    def take(self, workshop: Workshop, taken: Taken) -> set[Id]:
        """Go on with what was `taken`; the things whose votes are others than before."""
        voted: set[Id] = set()
        for before, now in taken.values():
            if isinstance(now, Vote):
                voted.add(now.target)
                if isinstance(before, Vote):
                    self._add(workshop, before, -before.count)
                self._add(workshop, now, now.count)
        return voted

    def _add(self, workshop: Workshop, vote: Vote, count: int) -> None:
        if self._is_ours(vote) and not vote.deleted and is_counted(workshop, vote.target):
            self.sums[vote.source] = self.sums.get(vote.source, 0) + count

    def _is_ours(self, vote: Vote) -> bool:
        return vote.round == self.id and vote.criterion == (self.criterion if self.rates else 0)


def sources_of(workshop: Workshop, more: Iterable[str] = ()) -> list[str]:
    """The room, every table of the session, and online; `more` are tables that somebody added."""
    counted = {each.source for each in workshop.of(Vote) if each.count}
    people = {each.table for each in workshop.of(Participant)}
    # Words can have been imported; votes seldom are.
    said = {each.source for each in workshop.of(Card)} - {"before", "imported"}
    return in_order({"room", "online", *people, *said, *more, *counted} - {""})


def brings_source(taken: Taken, known: Collection[str]) -> bool:
    """Whether something came from a source that is not among those `known`."""
    return any(each.source not in known for each in after(taken, Vote) if each.count)
