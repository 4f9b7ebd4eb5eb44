"""Tables: one for every noun, made from its declaration, and the change log."""

import sqlalchemy as sa

from gweithdy.domain.entity import Entity, Field, Kind, fields
from gweithdy.domain.workshop import NOUNS
from gweithdy.storage.columns import COUNTER, DOCUMENT, IDENTIFIER, TYPES, Moment

SCHEMA = 2
"""The version of these tables. Raise it with every migration; older libraries are migrated."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column(one: Field) -> sa.Column[object]:
    # A reference to one of several nouns ("card|theme") cannot be a foreign key.
    keys = [sa.ForeignKey(f"{one.ref}.id")] if one.ref in NOUNS else []
    nullable = one.optional or (one.kind is Kind.ID and one.name != "session")
    return sa.Column(one.column, TYPES[one.kind], *keys, nullable=nullable)


def _table(name: str, noun: type[Entity]) -> sa.Table:
    table = sa.Table(
        name,
        metadata,
        sa.Column("id", IDENTIFIER, primary_key=True),
        *(_column(one) for one in fields(noun).values()),
    )
    if "session" in table.c:
        sa.Index(None, table.c.session)
    return table


TABLES: dict[str, sa.Table] = {name: _table(name, noun) for name, noun in NOUNS.items()}
"""The current values. They can be rebuilt from the log."""

change = sa.Table(
    "change",
    metadata,
    # The order in which this library learned of the changes; other libraries have another.
    sa.Column("number", COUNTER, primary_key=True, autoincrement=True),
    sa.Column("id", IDENTIFIER, nullable=False, unique=True),
    sa.Column("device", IDENTIFIER, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    # Microseconds, never less than any seen before: an order for the screen, not a truth.
    sa.Column("hlc", sa.BigInteger, nullable=False, index=True),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("session", IDENTIFIER),
    sa.Column("entity", sa.String(40), nullable=False),
    sa.Column("row", IDENTIFIER, nullable=False),
    sa.Column("field", sa.String(80), nullable=False),
    # SQL NULL once erased; a value that is nothing is the JSON null.
    sa.Column("value", DOCUMENT),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("edit", IDENTIFIER, nullable=False),
    sa.UniqueConstraint("device", "seq"),
    sa.Index(None, "row", "field"),
)
"""Every change that was ever made."""

change_parent = sa.Table(
    "change_parent",
    metadata,
    sa.Column("child", IDENTIFIER, sa.ForeignKey("change.id"), primary_key=True),
    sa.Column("parent", IDENTIFIER, sa.ForeignKey("change.id"), primary_key=True, index=True),
)
"""Which changes the author had on screen: what is nobody's parent is a current value."""

device = sa.Table(
    "device",
    metadata,
    sa.Column("id", IDENTIFIER, primary_key=True),
    sa.Column("incarnation", IDENTIFIER, nullable=False, unique=True),
    sa.Column("since", Moment, nullable=False),
)
"""Each installation that has written here; see `storage.device`."""

alembic_version = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The migration these tables are at, as Alembic wants it."""
