"""What was decided on the day.

Revision: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
PARTS = ("cy_words", "cy_state", "cy_basis", "en_words", "en_state", "en_basis", "original")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "decision",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        *(sa.Column(f"text_{part}", sa.Text(), nullable=False) for part in PARTS),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("order", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_decision_session_session"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_session", "decision", ["session"])
