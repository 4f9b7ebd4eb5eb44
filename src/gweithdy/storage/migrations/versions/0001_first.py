"""The first tables.

Revision: 0001
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)

# Frozen: what the nouns looked like then, not what they look like now.
# A "?" marks what may be nothing, a ">" the table that is referred to.
NOUNS = {
    "series": "title:text about:text",
    "session": (
        "series:id?>series title:text purpose:text date:date? start:time? place:text "
        "online_link:words languages:choice status:choice next_steps:text packs:integer"
    ),
    "participant": (
        "session:id>session name:words organisation:text sector:choice mode:choice "
        "table:words language:choice named:flag order:number"
    ),
    "block": (
        "session:id>session title:text kind:choice minutes:integer locked:time? "
        "notes:text online:text lead:words order:number began:moment? ended:moment?"
    ),
    "clock": "session:id>session block:id?>block state:choice since:moment? spent:number",
    "board": "session:id>session title:text order:number",
    "lane": "session:id>session board:id?>board title:text kind:choice order:number",
    "theme": "session:id>session lane:id?>lane title:text order:number",
    "card": (
        "session:id>session lane:id?>lane theme:id?>theme text:text kind:choice "
        "source:words captured:moment? order:number"
    ),
    "vote": "session:id>session target:id? source:words count:integer",
    "quote": "session:id>session text:text speaker:words named:flag order:number",
    "parked": "session:id>session text:text order:number",
    "stakeholder": (
        "session:id>session name:text group:choice power:integer interest:integer "
        "support:choice roles:choices order:number"
    ),
    "tie": "session:id>session start:id?>stakeholder end:id?>stakeholder kind:choice order:number",
    "action": "session:id>session text:text owner:words due:date? state:choice order:number",
    "reflection": "session:id>session text:text kind:choice source:words order:number",
}
TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "words": sa.Text(),
    "id": ID,
    "integer": sa.Integer(),
    "number": sa.Double(),
    "flag": sa.Boolean(),
    "date": sa.Date(),
    "time": sa.Time(),
    "moment": MOMENT,
    "choice": sa.String(40),
    "choices": DOCUMENT,
}


def upgrade() -> None:
    """Make all tables."""
    for name, line in NOUNS.items():
        keys = [part for column in line.split() for part in _column(name, column)]
        op.create_table(
            name,
            sa.Column("id", ID, nullable=False),
            sa.Column("deleted", sa.Boolean(), nullable=False),
            *keys,
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        )
        if "session:" in line:
            op.create_index(f"ix_{name}_session", name, ["session"])
    _log()


def _column(table: str, line: str) -> Iterator[sa.Column[Any] | sa.ForeignKeyConstraint]:
    name, _, kind = line.partition(":")
    kind, _, target = kind.partition(">")
    if kind == "text":
        for part in ("cy", "en", "source", "state", "basis"):
            yield sa.Column(f"{name}_{part}", sa.Text(), nullable=False)
        return
    yield sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?"))
    if target:
        yield sa.ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{table}_{name}_{target}")


def _log() -> None:
    counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "change",
        sa.Column("number", counter, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("device", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("session", ID),
        sa.Column("entity", sa.String(40), nullable=False),
        sa.Column("row", ID, nullable=False),
        sa.Column("field", sa.String(80), nullable=False),
        sa.Column("value", DOCUMENT),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("edit", ID, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_change"),
        sa.UniqueConstraint("id", name="uq_change_id"),
        sa.UniqueConstraint("device", "seq", name="uq_change_device_seq"),
    )
    op.create_index("ix_change_hlc", "change", ["hlc"])
    op.create_index("ix_change_row_field", "change", ["row", "field"])
    op.create_table(
        "change_parent",
        sa.Column("child", ID, nullable=False),
        sa.Column("parent", ID, nullable=False),
        sa.PrimaryKeyConstraint("child", "parent", name="pk_change_parent"),
        sa.ForeignKeyConstraint(["child"], ["change.id"], name="fk_change_parent_child_change"),
        sa.ForeignKeyConstraint(["parent"], ["change.id"], name="fk_change_parent_parent_change"),
    )
    op.create_index("ix_change_parent_parent", "change_parent", ["parent"])
    op.create_table(
        "device",
        sa.Column("id", ID, nullable=False),
        sa.Column("incarnation", ID, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_device"),
        sa.UniqueConstraint("incarnation", name="uq_device_incarnation"),
    )
