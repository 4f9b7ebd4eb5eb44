"""A list of who got which version of the pack.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sent",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("order", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_sent_session_session"),
        sa.PrimaryKeyConstraint("id", name="pk_sent"),
    )
    op.create_index("ix_sent_session", "sent", ["session"])
