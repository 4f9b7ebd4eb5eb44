"""The lines that cards were made from.

Revision: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "arrived",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("card", ID, nullable=True),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_arrived_session_session"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_arrived_card_card"),
        sa.PrimaryKeyConstraint("id", name="pk_arrived"),
    )
    op.create_index("ix_arrived_session", "arrived", ["session"])
