"""Photos, whose bytes stand in the table of files.

Revision: 0011
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
PARTS = ("cy_words", "cy_state", "cy_basis", "en_words", "en_state", "en_basis", "original")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "photo",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        *_text("line"),
        *_text("alt"),
        sa.Column("cards", DOCUMENT, nullable=False),
        sa.Column("picture", DOCUMENT, nullable=True),
        sa.Column("small", DOCUMENT, nullable=True),
        sa.Column("wide", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("taken", sa.DateTime(timezone=True), nullable=True),
        sa.Column("order", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_photo_session_session"),
        sa.PrimaryKeyConstraint("id", name="pk_photo"),
    )
    op.create_index("ix_photo_session", "photo", ["session"])


def _text(name: str) -> list[sa.Column[str]]:
    return [sa.Column(f"{name}_{part}", sa.Text(), nullable=False) for part in PARTS]
