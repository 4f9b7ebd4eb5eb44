"""Rounds of votes and of rating; a vote may belong to one.

Revision: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
PARTS = ("cy_words", "cy_state", "cy_basis", "en_words", "en_state", "en_basis", "original")


def upgrade() -> None:
    """Make the table; what was counted before belongs to no round."""
    op.create_table(
        "round",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        *_text("title"),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("budget", sa.Integer(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        *_text("first"),
        *_text("second"),
        *_text("third"),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("order", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_round_session_session"),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
    )
    op.create_index("ix_round_session", "round", ["session"])
    with op.batch_alter_table("vote") as table:
        table.add_column(sa.Column("round", ID, nullable=True))
        table.add_column(sa.Column("criterion", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("mark", sa.Integer(), nullable=False, server_default="0"))
        table.create_foreign_key("fk_vote_round_round", "round", ["round"], ["id"])


def _text(name: str) -> list[sa.Column[str]]:
    return [sa.Column(f"{name}_{part}", sa.Text(), nullable=False) for part in PARTS]
