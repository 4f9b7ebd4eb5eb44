"""What a copy of a pack leaves out, counted: to be read before it goes to anybody."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.decisions import Decision
from gweithdy.domain.merging import seen
from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.people import Participant
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.released import released
from gweithdy.domain.restraint import Standing
from gweithdy.domain.tallies import votes_seen
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.counts import people_by
from gweithdy.pack.kept_back import PRIVATE_LABELS, Choice, Found
from gweithdy.pack.options import PackOptions, Section


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many of a sort are left out; `what` is a catalogue text."""

    what: str
    n: int


def withheld(workshop: Workshop, options: PackOptions, found: Iterable[Found]) -> list[Withheld]:
    """What a pack with these options leaves out, and what of `found` in it; no sort without any."""
    counts = Counter(
        PRIVATE_LABELS[each.kind] for each in found if options.becomes(each) is not Choice.PRINT
    )
    for what, n in _left_out(workshop, options):
        counts[what] += n
    return [Withheld(what, n) for what, n in counts.items() if n > 0]


def _left_out(workshop: Workshop, options: PackOptions) -> Iterator[tuple[str, int]]:
    shown = options.shown
    if not shown.everything:
        standings = Counter(each.standing for each in seen(workshop))
        yield N_("Cards that wait"), standings[Standing.WAITING]
        yield N_("Cards that were set aside"), standings[Standing.ASIDE]
    workshop = released(as_may_be_seen(workshop))
    people, blocks = workshop.of(Participant), workshop.of(Block)
    if not shown.everything:
        named = [each for each in people if each.named and options.prints_names]
        listed = [each for each in people if each.name.strip()]
        yield N_("People who are counted and not named"), len(listed) - len(named)
        yield N_("Facilitator's notes on the agenda"), sum(bool(each.notes) for each in blocks)
        yield N_("What people online do meanwhile"), sum(bool(each.online) for each in blocks)
        yield N_("Online link"), int(bool(workshop.session.online_link))
    if not shown.names:
        yield N_("Who is responsible"), sum(bool(each.owner) for each in workshop.of(Action))
        yield N_("Who decided"), sum(bool(each.decided_by) for each in workshop.of(Decision))
        yield N_("Who leads"), sum(bool(each.lead) for each in blocks)
        yield N_("Who said a quote"), sum(bool(each.speaker) for each in workshop.of(Quote))
    if not shown.sources:
        sources = [each.source for each in seen(workshop)]
        sources += [each.source for each in workshop.of(Reflection)]
        sources += [each.source for each in votes_seen(workshop)]
        yield N_("Where something came from"), sum(map(bool, sources))
    if not shown.small:
        every, told = people_by(people, small=True), people_by(people, small=False)
        hidden = sum(map(len, every.values())) - sum(map(len, told.values()))
        yield N_("Groups of few people"), hidden
    photos = len(workshop.of(Photo))
    yield N_("Photos"), 0 if Section.PHOTOS in options.printed() else photos
    cards = len(seen(workshop))
    yield N_("Cards"), 0 if Section.BOARDS in options.printed() else cards
