"""Themes have a colour and stand inside others; cards stand in several, and can be merged.

Revision: 0014
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns; every theme stands alone, and every card in one theme at most."""
    with op.batch_alter_table("theme") as table:
        table.add_column(sa.Column("parent", ID, nullable=True))
        table.add_column(sa.Column("role", sa.String(40), nullable=False, server_default="none"))
    with op.batch_alter_table("card") as table:
        for name in ("also_in", "made_of", "unlike"):
            table.add_column(sa.Column(name, DOCUMENT, nullable=False, server_default="[]"))
