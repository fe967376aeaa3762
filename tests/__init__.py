"""The tests; a package by name, because a library of ours leaves a package of the same name behind."""
