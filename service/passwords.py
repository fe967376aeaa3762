"""Hashing of passwords and tokens. The only module that sees either in the clear and keeps neither."""

from __future__ import annotations

import hashlib
import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_LENGTH = 10
GREATEST_LENGTH = 256
TOKEN_PREFIX = "tzt_"  # noqa: S105 - names a kind of token, opens nothing
_SHOWN = len(TOKEN_PREFIX) + 6
_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """An Argon2id hash with its own salt and parameters."""
    return _hasher.hash(password)


def password_fits(password: str, password_hash: str | None) -> bool:
    """Whether the password is the hashed one. Takes the same time when there is no hash to compare with."""
    try:
        _hasher.verify(password_hash or _nobodys_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(password_hash)


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)


def new_token() -> tuple[str, str, str]:
    """A fresh bearer token: the secret itself, its first characters for lists, its hash for the store."""
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    return secret, secret[:_SHOWN], token_hash(secret)


def token_hash(secret: str) -> str:
    """SHA-256 of a token, hexadecimal; a token is random enough to need no salt."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))
