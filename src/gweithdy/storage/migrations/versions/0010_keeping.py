"""Boards say what they keep of who spoke, and cards can wait until they are let through.

Revision: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
PARTS = ("cy_words", "cy_state", "cy_basis", "en_words", "en_state", "en_basis", "original")


def _choice(name: str, usual: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False, server_default=usual)


def upgrade() -> None:
    """Add the columns and the table; what there was goes on being named and shown."""
    with op.batch_alter_table("board") as table:
        table.add_column(_choice("naming", "named"))
        table.add_column(_choice("holding", "nothing"))
    with op.batch_alter_table("card") as table:
        table.add_column(_choice("standing", "released"))
    op.create_table(
        "ruling",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("card", ID, nullable=True),
        sa.Column("verdict", sa.String(40), nullable=False),
        *(sa.Column(f"reason_{part}", sa.Text(), nullable=False) for part in PARTS),
        *(sa.Column(f"before_{part}", sa.Text(), nullable=False) for part in PARTS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_ruling_session_session"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_ruling_card_card"),
        sa.PrimaryKeyConstraint("id", name="pk_ruling"),
    )
    op.create_index("ix_ruling_session", "ruling", ["session"])
