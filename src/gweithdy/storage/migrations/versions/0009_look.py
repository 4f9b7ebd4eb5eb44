"""Views of a board that people saved.

Revision: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
PARTS = ("cy_words", "cy_state", "cy_basis", "en_words", "en_state", "en_basis", "original")
REFS = ("board", "lane", "theme")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "look",
        sa.Column("id", ID, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("session", ID, nullable=False),
        sa.Column("board", ID, nullable=True),
        *(sa.Column(f"title_{part}", sa.Text(), nullable=False) for part in PARTS),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("lane", ID, nullable=True),
        sa.Column("theme", ID, nullable=True),
        sa.Column("loose", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("untranslated", sa.Boolean(), nullable=False),
        sa.Column("sorting", sa.String(40), nullable=False),
        sa.Column("order", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name="fk_look_session_session"),
        *(
            sa.ForeignKeyConstraint([name], [f"{name}.id"], name=f"fk_look_{name}_{name}")
            for name in REFS
        ),
        sa.PrimaryKeyConstraint("id", name="pk_look"),
    )
    op.create_index("ix_look_session", "look", ["session"])
