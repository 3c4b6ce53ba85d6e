"""What Alembic runs when a migration is due: the connection and its transaction come from `upgrade.py`."""

from alembic import context

# SQLite's DDL is transactional, whatever Alembic thinks (hazard 7).
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
