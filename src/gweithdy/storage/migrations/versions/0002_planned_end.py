"""The clock remembers the end of the plan that the day was started with.

Revision: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a day that began before has no planned end."""
    op.add_column("clock", sa.Column("end", sa.Integer(), nullable=False, server_default="0"))
