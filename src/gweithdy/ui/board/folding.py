"""Which themes are closed: of those only the head is shown, with how many cards are in them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.ids import Id


class Folding:
    """Kept while the window is open. While it is `paused` (something is looked for) all is open."""

    def __init__(self) -> None:
        self.closed: set[Id] = set()
        self.paused = False
        self._known: dict[Id, tuple[LaneContents, frozenset[Id], LaneContents]] = {}

    def of(self, contents: Sequence[LaneContents]) -> list[LaneContents]:
        """`contents` as they are shown; lanes in which nothing changed are the same objects."""
        return list(contents) if self.paused else [self._lane(lane) for lane in contents]

    def turn(self, themes: Collection[Id]) -> bool:
        """Close these themes, or open them if all are closed; whether they are closed now."""
        close = not self.closed.issuperset(themes)
        self.closed = self.closed | set(themes) if close else self.closed - set(themes)
        return close

    def open_for(self, contents: Iterable[LaneContents], ids: Collection[Id]) -> bool:
        """Open the themes in which these cards or themes are; whether any was closed."""
        wanted: set[Id] = set()
        for lane in contents:
            outer = ""
            for group in lane.groups:
                id = group.theme.id if group.theme else ""
                outer = outer if group.inside else id
                cards = {card.id for card in (*group.cards, *group.guests)}
                if cards & set(ids):
                    wanted |= {id, outer}
                elif id in ids and group.inside:
                    wanted.add(outer)
        found = wanted & self.closed
        self.closed -= found
        return bool(found)

    def _lane(self, lane: LaneContents) -> LaneContents:
        here = frozenset(g.theme.id for g in lane.groups if g.theme and g.theme.id in self.closed)
        if not here:
            return lane
        known = self._known.get(lane.lane.id)
        if known and known[0] is lane and known[1] == here:
            return known[2]
        shown = LaneContents(lane.lane, tuple(self._groups(lane, here)))
        self._known[lane.lane.id] = (lane, here, shown)
        return shown

    def _groups(self, lane: LaneContents, closed: frozenset[Id]) -> list[Group]:
        found: list[Group] = []
        for group in lane.groups:
            if group.inside and found[-1].closed and not found[-1].inside:
                # A closed theme has the cards of those inside it.
                found[-1] = replace(
                    found[-1],
                    cards=(*found[-1].cards, *group.cards),
                    guests=(*found[-1].guests, *group.guests),
                )
            else:
                is_closed = bool(group.theme and group.theme.id in closed)
                found.append(replace(group, closed=True) if is_closed else group)
        return found
