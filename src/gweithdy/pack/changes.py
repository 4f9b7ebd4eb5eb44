"""What has changed since an earlier version of the pack went out.

Only what stands in the pack now is quoted: words that somebody took out or mended stay out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity, declared
from gweithdy.domain.field import Kind
from gweithdy.domain.naming import as_named
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.tallies import dots_seen
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.dates import long_date, plain_date
from gweithdy.pack.actions import who_and_when
from gweithdy.pack.document import Block as Piece
from gweithdy.pack.document import Column, Row, SectionBlock
from gweithdy.pack.writer import PartWriter, thing

TOLD: tuple[type[Entity], ...] = (
    Decision, Action, Theme, Card, Quote, Parked, Reflection, Stakeholder, Board, Lane, Block,
)  # fmt: skip
"""What has words of its own, in the order in which its changes are told."""
MOST_ROWS = 20
"""Of one noun; the others are counted."""
UNSEEN = frozenset(
    (
        *("order", "captured", "noted_by", "said_by", "notes", "online"),
        *("naming", "holding", "standing"),
    )
)
"""Fields that no pack for others prints."""


@dataclass(frozen=True)
class _Changed:
    """One thing as it is now, and whether it is new."""

    now: Entity
    is_new: bool


def changes(p: PartWriter) -> Iterable[SectionBlock]:
    """What is new, what is otherwise than it was, and how much is no longer there."""
    if (since := p.options.since) is None:
        return ()
    version, made = str(since.version), plain_date(since.made, p.language)
    heading = p.tr("Changed since version {version} of {date}", version=version, date=made)
    then, now = since.workshop, p.workshop
    found = {noun: _changed(noun, then, now) for noun in TOLD}
    rows = [*_of_session(p, then.session), *_rows(p, found)]
    told: list[Piece] = [_table(p, rows)] if rows else []
    told += [p.paragraph(p.plain(line)) for line in _counts(p, found)]
    return p.section(heading, "changes", told or [p.paragraph(p.tr("Nothing has changed."))])


def _changed(noun: type[Entity], then: Workshop, now: Workshop) -> list[_Changed]:
    before = {each.id: _printed(_as_now(each, now)) for each in then.of(noun)}
    return [
        _Changed(each, each.id not in before)
        for each in now.of(noun)
        if before.get(each.id) != _printed(each)
    ]


def _as_now(entity: Entity, now: Workshop) -> Entity:
    """As it was, without what its board has hidden since."""
    return as_named(now, entity) if isinstance(entity, Card) else entity


def _printed(entity: Entity) -> dict[str, object]:
    """What can be seen of a thing, by field; of its texts the words alone."""
    values = {one.name: getattr(entity, one.name) for one in declared(type(entity))}
    return {
        name: (value.cy.words, value.en.words) if isinstance(value, Text) else value
        for name, value in values.items()
        if name not in UNSEEN
    }


def _of_session(p: PartWriter, then: Session) -> Iterator[Row]:
    now = p.workshop.session
    if now.date and now.date != then.date:
        yield p.row(now, p.cell(p.tr("Date")), p.cell(p.plain(long_date(now.date, p.language))))
    before, after = _printed(then), _printed(now)
    for one in declared(Session):
        if one.kind is Kind.TEXT and one.printed and before[one.name] != after[one.name]:
            words = p.text(getattr(now, one.name)) or p.plain("–")
            yield p.row(thing(now, one.name), p.cell(p.tr(one.label)), p.cell(words))


def _rows(p: PartWriter, found: dict[type[Entity], list[_Changed]]) -> Iterator[Row]:
    for noun, listed in found.items():
        for each in listed[:MOST_ROWS]:
            what = p.tr("new") if each.is_new else p.tr("changed")
            words = p.text(_words(each.now)) or p.plain("–")
            # Of an action these change most.
            facts = who_and_when(p, each.now) if isinstance(each.now, Action) else ()
            kind = (*p.tr(noun.noun.label), *p.facts_beside([what]))
            yield p.row(each.now, p.cell(kind), p.cell((*words, *p.facts_beside(facts))))


def _words(entity: Entity) -> Text:
    texts = (one.name for one in declared(type(entity)) if one.kind is Kind.TEXT)
    words: Text = getattr(entity, next(texts))
    return words


def _table(p: PartWriter, rows: list[Row]) -> Piece:
    columns = (Column(p.tr("What")), Column(p.tr("As it is now")))
    return p.table((), columns, rows, names=1)


def _counts(p: PartWriter, found: dict[type[Entity], list[_Changed]]) -> Iterator[str]:
    assert p.options.since
    then, now = p.options.since.workshop, p.workshop
    more = {noun.noun.label: len(listed) - MOST_ROWS for noun, listed in found.items()}
    if listed := _listed(p, more):
        yield p.words.tr("New or changed besides: {things}", things=listed)
    gone = {noun.noun.label: _gone(noun, then, now) for noun in TOLD}
    if listed := _listed(p, gone):
        yield p.words.tr("No longer there: {things}", things=listed)
    totals = {
        N_("Votes"): (dots_seen(then), dots_seen(now)),
        N_("Ties between stakeholders"): (len(then.of(Tie)), len(now.of(Tie))),
    }
    if p.options.shown.small:
        totals[N_("People")] = (len(then.of(Participant)), len(now.of(Participant)))
    for label, (before, after) in totals.items():
        if before != after:
            numbers = {"before": before, "now": after}
            yield p.words.tr("{what}: {before} then, {now} now", what=p.words.tr(label), **numbers)


def _gone(noun: type[Entity], then: Workshop, now: Workshop) -> int:
    return sum(now.find(noun, each.id) is None for each in then.of(noun))


def _listed(p: PartWriter, counts: dict[str, int]) -> str:
    positive = Counter(counts)
    return "; ".join(f"{p.words.tr(label)}: {n}" for label, n in (+positive).items())
