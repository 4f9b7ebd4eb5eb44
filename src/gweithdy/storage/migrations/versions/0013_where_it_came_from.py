"""Quotes, what is parked and actions know what they came from; what is parked, how it went on.

Revision: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Add the columns; what was kept before came from nowhere known, and what is parked waits."""
    for kept in ("quote", "parked"):
        with op.batch_alter_table(kept) as table:
            table.add_column(sa.Column("source", sa.Text(), nullable=False, server_default=""))
            table.add_column(sa.Column("during", ID, nullable=True))
            table.add_column(sa.Column("origin", ID, nullable=True))
            table.create_foreign_key(f"fk_{kept}_during_block", "block", ["during"], ["id"])
            table.create_foreign_key(f"fk_{kept}_origin_card", "card", ["origin"], ["id"])
    with op.batch_alter_table("parked") as table:
        state = sa.Column("state", sa.String(40), nullable=False, server_default="waits")
        table.add_column(state)
        table.add_column(sa.Column("since", sa.Date(), nullable=True))
    with op.batch_alter_table("action") as table:
        table.add_column(sa.Column("origin", ID, nullable=True))
