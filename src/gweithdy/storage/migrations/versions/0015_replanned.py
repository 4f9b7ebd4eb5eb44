"""A day has lengths of its own beside its plan, which nothing changes once it has begun.

Revision: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of days that were run before, only the times of the clock are known."""
    with op.batch_alter_table("block") as table:
        table.add_column(sa.Column("least", sa.Integer(), nullable=False, server_default="5"))
        for name in ("optional", "left_out"):
            table.add_column(
                sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            )
        for name in ("promised", "replanned"):
            table.add_column(sa.Column(name, sa.Integer(), nullable=True))
