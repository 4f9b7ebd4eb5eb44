"""Past: what was done at this window in a session, read from the log, so that it can be undone."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Change, Edit, Origin, Turn
from gweithdy.domain.entity import fields, noun_name
from gweithdy.domain.field import Kind
from gweithdy.domain.history import PROMISED, Earlier
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain
from gweithdy.domain.session import Series, Session
from gweithdy.storage.position import greatest
from gweithdy.storage.tables import VALUE, change, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed

REACH = 2_000
"""Changes of the log that are looked through: opening a session must not wait for more."""

_kind, _label, _noun, _field, _origin = (word.alias() for _ in range(5))
_owner = thing.alias()


def _one_before(made: bool) -> sa.ScalarSelect[int]:  # noqa: FBT001 - two queries of one shape
    """The change that gave the value before: of the same field, or the one that made the thing."""
    before = change.alias()
    same = before.c.field.is_(None) if made else before.c.field == change.c.field
    return (
        sa.select(before.c.number)
        .where(before.c.thing == change.c.thing, same, before.c.number < change.c.number)
        .order_by(before.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )


_here = sa.or_(edit.c.session.is_(None), _owner.c.id == sa.bindparam("session"))
# Undo must not step over what an import, a phone or the day of another session made of the library.
_elsewhere = sa.or_(
    _noun.c.text == noun_name(Series),
    sa.and_(
        _noun.c.text == noun_name(Session),
        sa.or_(
            _field.c.text == "deleted",
            _kind.c.text.in_([str(Turn.FACT), str(Turn.SET)]),
            edit.c.device != sa.bindparam("device"),
        ),
    ),
)
_done = (
    sa.select(
        edit.c.number,
        edit.c.device,
        _kind.c.text.label("kind"),
        _label.c.text.label("label"),
        _origin.c.text.label("origin"),
        _owner.c.id.label("session"),
        change.c.number.label("change"),
        _noun.c.text.label("noun"),
        _here.label("here"),
        thing.c.id,
        _field.c.text.label("field"),
        VALUE,
        sa.func.coalesce(_one_before(made=False), _one_before(made=True)).label("before"),
    )
    .join_from(change, edit, edit.c.number == change.c.edit)
    .join(thing, thing.c.number == change.c.thing)
    .join(_noun, _noun.c.number == thing.c.noun)
    .join(_kind, _kind.c.number == edit.c.kind)
    .join(_label, _label.c.number == edit.c.label)
    .join(_origin, _origin.c.number == edit.c.origin)
    .outerjoin(_field, _field.c.number == change.c.field)
    .outerjoin(_owner, _owner.c.number == edit.c.session)
    .where(
        change.c.number > sa.bindparam("after"),
        change.c.edit <= sa.bindparam("upto"),
        sa.or_(_here, _elsewhere),
    )
    .order_by(change.c.number)
)


def past(connection: sa.Connection, device: int, session: Id, upto: int) -> list[Earlier]:
    """What was done in `session` and to the library, oldest first, as far as `REACH` goes.

    `upto` is the last edit that counts, `device` the one whose steps are this window's own. What
    came to the library out of another session is nobody's step here: it is undone in that one.
    """
    after = max(0, greatest(connection, change.c.number) - REACH)
    asked = {"after": after, "session": session, "upto": upto, "device": device}
    rows = connection.execute(_done, asked).all()
    # The first one may have begun before what was looked through.
    groups = [list(group) for _, group in groupby(rows, attrgetter("number"))][bool(after) :]
    values = _values(connection, [row.before for group in groups for row in group if row.before])
    told: list[Earlier] = []
    for group in groups:
        try:
            told.append(_earlier(group, device, values))
        except UNREADABLE:
            # Damaged, or from a newer version: what lies before it is not stepped over.
            told.clear()
        if any((row.noun, row.field) == PROMISED for row in group):
            # What people were promised about their names is taken back right away or never.
            told.clear()
    return told


def _values(connection: sa.Connection, numbers: list[int]) -> dict[int, tuple[bool, Any]]:
    query = sa.select(change.c.number, change.c.field, VALUE)
    found: dict[int, tuple[bool, Any]] = {}
    for at in range(0, len(numbers), 500):
        some = query.where(change.c.number.in_(numbers[at : at + 500]))
        found |= {n: (field is None, value) for n, field, value in connection.execute(some)}
    return found


def _earlier(group: list[Any], device: int, values: dict[int, tuple[bool, Any]]) -> Earlier:
    first = group[0]
    turn, session = Turn(first.kind), first.session or ""
    forward = tuple(each for row in group for each in _forward(row))
    back = tuple(_back(row, values) for row in group)
    made = Edit(
        first.label,
        forward,
        session,
        # What another session made of the library has happened, for the steps of this one.
        fact=turn is Turn.FACT or not first.here,
        origin=Origin(first.origin),
        turn=turn,
    )
    before = Edit(first.label, back, session)
    return Earlier(made, before, mine=bool(first.here) and first.device == device)


def _forward(row: Any) -> Iterator[Change]:
    known = fields(NOUNS[row.noun])
    if row.field is not None:
        yield Change(row.noun, row.id, row.field, from_plain(known[row.field], parsed(row.value)))
        return
    # What came into being has its values in the tables, also while it is deleted; only where it
    # stands counts for what undo may take away.
    yield Change(row.noun, row.id, "deleted", False)
    for path, plain in parsed(row.value).items():
        if known[path].kind is Kind.ID:
            yield Change(row.noun, row.id, path, plain or "")


def _back(row: Any, values: dict[int, tuple[bool, Any]]) -> Change:
    if row.field is None:
        return Change(row.noun, row.id, "deleted", True)
    one = fields(NOUNS[row.noun])[row.field]
    whole, logged = values[row.before]
    plain = parsed(logged).get(row.field) if whole else parsed(logged)
    return Change(row.noun, row.id, row.field, from_plain(one, plain))
