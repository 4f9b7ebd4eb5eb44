"""Actions with who is responsible and by when, and what happens next."""

from collections.abc import Iterable, Iterator
from datetime import date

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action, ActionState
from gweithdy.language.dates import short_date
from gweithdy.pack.document import Column, ListBlock, Row, SectionBlock, Table
from gweithdy.pack.options import Section
from gweithdy.pack.runs import Runs
from gweithdy.pack.writer import PartWriter, thing


def actions(p: PartWriter) -> Iterable[SectionBlock]:
    """All actions as a table; a sentence where there are none, since people look for them."""
    agreed = p.workshop.of(Action)
    if not agreed:
        return p.section(
            p.tr("Actions"), "actions", [p.paragraph(p.tr("No actions were recorded."))]
        )
    # That nothing has been started says nothing on the evening of the day.
    moved = any(action.state is not ActionState.NOT_STARTED for action in agreed)
    return p.section(p.tr("Actions"), "actions", [_table(p, agreed, states=moved)])


def _table(p: PartWriter, agreed: Iterable[Action], *, states: bool) -> Table:
    columns = (
        Column(p.tr("Action")),
        Column(p.tr("Who is responsible")),
        Column(p.tr("By when")),
        Column(p.tr("Status")),
    )
    return p.table((), columns, [_row(p, action, states=states) for action in agreed])


def to_do(p: PartWriter) -> list[Action]:
    """The actions that are still to be done, the soonest first."""
    todo = (each for each in p.workshop.of(Action) if each.state is not ActionState.COMPLETED)
    return sorted(todo, key=lambda each: each.due or date.max)


def action_list(p: PartWriter, agreed: Iterable[Action]) -> Iterator[ListBlock]:
    """Actions, each with who is responsible and by when quietly beside it."""
    return p.listed(
        p.item((*(p.text(each.text) or p.plain("–")), *p.facts_beside(who_and_when(p, each))), each)
        for each in agreed
    )


def who_and_when(p: PartWriter, action: Action) -> tuple[Runs, Runs]:
    """Who is responsible and by when."""
    due = _in_one_line(short_date(action.due, p.language)) if action.due else ""
    return p.named(action.owner), p.plain(due)


def _row(p: PartWriter, action: Action, *, states: bool) -> Row:
    return p.row(
        action,
        p.cell(p.text(action.text) or p.plain("–")),
        *map(p.cell, who_and_when(p, action)),
        p.cell(p.tr(ACTION_STATE_LABELS[action.state]) if states else ()),
    )


def _in_one_line(date: str) -> str:
    """A browser or Word would give the words beside it the room, and break the date in two."""
    return date.replace(" ", "\N{NO-BREAK SPACE}")


def next_steps(p: PartWriter) -> Iterable[SectionBlock]:
    """What happens after the session, unless the summary says all of it."""
    session = p.workshop.session
    if p.is_in_summary(session.next_steps, Section.NEXT):
        return ()
    words = p.text(session.next_steps)
    said = [p.paragraph(words, of=thing(session, "next_steps"))] if words else []
    return p.section(p.tr("What happens next"), "next", said)
