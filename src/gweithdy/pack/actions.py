"""Actions with who is responsible and by when, and what happens next."""

from collections.abc import Iterable

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action, ActionState
from gweithdy.language.dates import short_date
from gweithdy.pack.document import Column, Row, SectionBlock
from gweithdy.pack.writer import PartWriter


def actions(p: PartWriter) -> Iterable[SectionBlock]:
    """All actions as a table; a sentence where there are none, since people look for them."""
    agreed = p.workshop.of(Action)
    if not agreed:
        return p.section(
            p.tr("Actions"), "actions", [p.paragraph(p.tr("No actions were recorded."))]
        )
    columns = [
        Column(p.tr("Action")),
        Column(p.tr("Who is responsible")),
        Column(p.tr("By when")),
    ]
    # That nothing has been started says nothing on the evening of the day.
    moved = any(action.state is not ActionState.NOT_STARTED for action in agreed)
    if moved:
        columns.append(Column(p.tr("Status")))
    table = p.table((), columns, [_row(p, action, states=moved) for action in agreed])
    return p.section(p.tr("Actions"), "actions", [table])


def _row(p: PartWriter, action: Action, *, states: bool) -> Row:
    state = [p.cell(p.tr(ACTION_STATE_LABELS[action.state]))] if states else []
    return p.row(
        action,
        p.cell(p.text(action.text) or p.plain("–")),
        p.cell(p.named(action.owner) or p.plain("–")),
        p.cell(p.plain(short_date(action.due, p.language) if action.due else "–")),
        *state,
    )


def next_steps(p: PartWriter) -> Iterable[SectionBlock]:
    """What happens after the session."""
    session = p.workshop.session
    words = p.text(session.next_steps)
    said = [p.paragraph(words, of=session)] if words else []
    return p.section(p.tr("What happens next"), "next", said)
