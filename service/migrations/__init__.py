"""Alembic migrations of the store; run them with `tuzetu migrate`."""
