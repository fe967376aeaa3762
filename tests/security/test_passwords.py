"""Hashes of passwords and tokens."""

from __future__ import annotations

from service.passwords import hash_password, is_outdated, new_token, password_fits, token_hash


def test_a_hash_is_argon2id_salted_and_fits_its_password_only() -> None:
    first, second = hash_password("пароль сәлем"), hash_password("пароль сәлем")
    assert first.startswith("$argon2id$")
    assert first != second
    assert password_fits("пароль сәлем", first)
    assert not password_fits("пароль салем", first)
    assert not is_outdated(first)


def test_without_a_hash_nothing_fits() -> None:
    assert not password_fits("", None)
    assert not password_fits("", "")
    assert not password_fits("x", "not a hash")


def test_tokens_are_unlike_and_known_by_their_hash() -> None:
    tokens = {new_token()[0] for _ in range(50)}
    assert len(tokens) == 50
    secret, prefix, hashed = new_token()
    assert secret.startswith(prefix)
    assert hashed == token_hash(secret)
    assert secret not in hashed
