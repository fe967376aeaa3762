"""Clarity: vague provisions found by rules, explained, compared."""
