"""Cards know their further kinds, who noted them, and who said them.

Revision: 0008
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Frozen: as the columns were then.
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns; what was captured before has one kind, and nobody to its name."""
    with op.batch_alter_table("card") as table:
        table.add_column(sa.Column("also", DOCUMENT, nullable=False, server_default="[]"))
        table.add_column(sa.Column("noted_by", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("said_by", ID, nullable=True))
        table.create_foreign_key("fk_card_said_by_participant", "participant", ["said_by"], ["id"])
