"""Accounts, roles, tokens and permissions."""
