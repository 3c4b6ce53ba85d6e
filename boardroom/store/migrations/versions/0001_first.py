"""Version 0001: the first board file."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table: the statements stand beside this script, each with a blank line after it."""
    written = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in written.rstrip(";\n").split(";\n\n"):
        op.get_bind().exec_driver_sql(statement)
