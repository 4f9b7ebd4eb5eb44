"""Which cards are looked for: by words, lane, theme, kind, source, language and votes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gweithdy.domain.arrange import Group, LaneContents, home_of, is_of
from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.language.finding import Forms, forms, holds, prepared
from gweithdy.ui.board.votes import VotesOf


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
    lane: Id = ""
    theme: Id = ""
    loose: bool = False
    spoken: str = ""
    votes: int = 0

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.narrowed)

    @property
    def narrowed(self) -> int:
        """By how many things besides words it is narrowed down."""
        found = (self.lane, self.theme or self.loose, self.kind, self.source, self.spoken)
        return sum(bool(each) for each in (*found, self.votes, self.untranslated))


class CardFilter:
    """Finds cards. The words of each are prepared once; a lane that stays is looked at once."""

    def __init__(self) -> None:
        self._votes_of: VotesOf = lambda _: 0
        self._index: dict[Id, tuple[Text, str]] = {}
        self._found: dict[Id, tuple[LaneContents, Query, LaneContents]] = {}

    def only(
        self, contents: list[LaneContents], query: Query, votes_of: VotesOf = lambda _: 0
    ) -> list[LaneContents]:
        """`contents` with those cards alone that fit; themes and lanes without any are left out.

        Of lanes only where one is looked for: else they stay, as places to go to.
        """
        if not query:
            return contents
        self._votes_of = votes_of
        wanted = forms(query.words)
        lanes = [lane for lane in contents if self._shows(lane, query)]
        return [self._lane(lane, query, wanted) for lane in lanes]

    def _shows(self, lane: LaneContents, query: Query) -> bool:
        if query.lane in ("", lane.lane.id):
            return True
        return not query.besides.isdisjoint(card.id for card in lane.cards)

    def ahead(self, contents: Iterable[LaneContents]) -> Iterator[None]:
        """Prepare the words of all cards, one with each step, for a key that may come.

        What is prepared already takes no step: this is begun anew with every edit.
        """
        for lane in contents:
            for group in lane.groups:
                for card in group.cards:
                    known = self._index.get(card.id)
                    if known is None or known[0] is not card.text:
                        self._words_of(card)
                        yield

    def _lane(self, lane: LaneContents, query: Query, wanted: Forms) -> LaneContents:
        known = self._found.get(lane.lane.id)
        # Votes come and go without anything in the lane being another.
        if known and known[0] is lane and known[1] == query and not query.votes:
            return known[2]
        found = replace(lane, groups=tuple(self._groups(lane, query, wanted)))
        self._found[lane.lane.id] = (lane, query, found)
        return found

    def _groups(self, lane: LaneContents, query: Query, wanted: Forms) -> list[Group]:
        groups: list[Group] = []
        for group in lane.groups:
            here = group.theme.id if group.theme else ""
            fits = not (query.lane and lane.lane.id != query.lane) and (
                not here if query.loose else not query.theme or is_of(group, query.theme)
            )
            cards, guests = (
                tuple(
                    card
                    for card in some
                    if home_of(card.id) in query.besides
                    or (fits and self._fits(card, query, wanted))
                )
                for some in (group.cards, group.guests)
            )
            if cards or guests or group.theme is None:
                # The theme around it is only there if something in it was found too.
                inside = group.inside and any(
                    each.theme and group.theme and each.theme.id == group.theme.parent
                    for each in groups
                )
                groups.append(replace(group, cards=cards, guests=guests, inside=inside))
        return groups

    def _fits(self, card: Card, query: Query, wanted: Forms) -> bool:
        if query.kind and query.kind not in (card.kinds or (card.kind,)):
            return False
        if query.source and card.source != query.source:
            return False
        if query.untranslated and not card.text.missing:
            return False
        if query.spoken and card.text.original != query.spoken:
            return False
        if query.votes and self._votes_of(card.id) < query.votes:
            return False
        return not wanted or holds(self._words_of(card), wanted)

    def _words_of(self, card: Card) -> str:
        known = self._index.get(card.id)
        if known and known[0] is card.text:
            return known[1]
        found = prepared(f"{card.text.cy.words} {card.text.en.words}")
        self._index[card.id] = (card.text, found)
        return found
