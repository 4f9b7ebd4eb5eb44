"""Which cards of a board are in sight: those that are looked for, in the chosen order."""

from dataclasses import replace
from itertools import chain

from gweithdy.domain.arrange import Arrangement, LaneContents
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.board.filter import CardFilter
from gweithdy.ui.board.filter_bar import FilterBar
from gweithdy.ui.board.sorting import Sorter
from gweithdy.ui.board.votes import votes_in
from gweithdy.ui.idle import Idle


class Sought:
    """Finds and sorts what the filter `bar` asks for, and tells it how many there are.

    `lanes` are what was found and `total` the cards of the whole board. `besides` are shown whether
    they fit or not: they were just corrected or captured in sight.
    """

    def __init__(self, bar: FilterBar) -> None:
        self._bar = bar
        self._arrangement = Arrangement()
        self._idle = Idle(bar)
        self.filter = CardFilter()
        self.sorter = Sorter()
        self.besides: set[Id] = set()
        self.lanes: list[LaneContents] = []
        self.total = 0

    def look(self, workshop: Workshop, board: Id, language: str) -> None:
        """Find what there is of `board` now; only the lanes that changed are worked on."""
        everything = self._arrangement.of(workshop, board) if board else []
        self.total = sum(lane.count for lane in everything)
        self._bar.looks.board = board
        self._bar.show_places(everything)
        query = replace(self._bar.query(), besides=frozenset(self.besides))
        votes_of = votes_in(workshop)
        found = self.filter.only(everything, query, votes_of)
        self.lanes = self.sorter.sorted(found, self._bar.sorted_by(), language, votes_of)
        self._bar.show_found(sum(lane.count for lane in self.lanes), self.total)
        ahead = self.filter.ahead(everything), self.sorter.ahead(everything, language)
        self._idle.begin(chain.from_iterable(ahead))

    def look_again(self) -> None:
        """Something else is asked for: what no longer fits goes, and the order is made anew."""
        self.besides.clear()
        self.sorter.look_again()
