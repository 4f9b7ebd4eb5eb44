"""Actions with who is responsible and by when, and what happens next."""

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action
from gweithdy.language.dates import short_date
from gweithdy.pack.document import Block, Runs
from gweithdy.pack.writer import PartWriter


def actions(p: PartWriter) -> list[Block]:
    """All actions as a table; a sentence where there are none, since people look for them."""
    agreed = p.workshop.of(Action)
    if not agreed:
        return p.section(
            p.tr("Actions"), "actions", [p.paragraph(p.tr("No actions were recorded."))]
        )
    columns = (
        (p.tr("Action"), 4.0),
        (p.tr("Who is responsible"), 2.0),
        (p.tr("By when"), 1.5),
        (p.tr("Status"), 1.5),
    )
    table = p.table((), columns, [_row(p, action) for action in agreed])
    return p.section(p.tr("Actions"), "actions", [table])


def _row(p: PartWriter, action: Action) -> tuple[Runs, ...]:
    owner = p.names.without(action.owner, p.words.tr("[name not printed]"))
    return (
        p.text(action.text) or p.plain("–"),
        p.plain(owner or "–"),
        p.plain(short_date(action.due, p.language) if action.due else "–"),
        p.tr(ACTION_STATE_LABELS[action.state]),
    )


def next_steps(p: PartWriter) -> list[Block]:
    """What happens after the session."""
    words = p.text(p.workshop.session.next_steps)
    return p.section(p.tr("What happens next"), "next", [p.paragraph(words)] if words else [])
