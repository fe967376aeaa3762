"""The demonstration's accounts and proposals."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from service.passwords import LEAST_LENGTH
from tests.seeds.demonstration import BASE, FOLDERS, content, edition

PEOPLE = content("people.yaml")["people"]
PROPOSALS = content("proposals.yaml")["proposals"]


def test_every_role_has_its_people() -> None:
    assert Counter(person["role"] for person in PEOPLE) == {
        "staff": 2, "deputy": 3, "drafter": 1, "akim": 3, "admin": 1,
    }  # fmt: skip


def test_accounts_are_complete_and_their_passwords_pass_the_rule() -> None:
    assert len({person["login"] for person in PEOPLE}) == len(PEOPLE)
    assert len({person["password"] for person in PEOPLE}) == len(PEOPLE)
    for person in PEOPLE:
        assert set(person["name"]) == set(person["position"]) == {"rus", "kaz"}
        assert len(person["password"]) >= LEAST_LENGTH


def test_proposals_are_by_akims_and_deputies_and_name_units_of_the_law() -> None:
    roles = {person["login"]: person["role"] for person in PEOPLE}
    assert len(PROPOSALS) >= 8
    for proposal in PROPOSALS:
        assert roles[proposal["author"]] in ("akim", "deputy")
        assert proposal["language"] in FOLDERS
        assert proposal["title"].strip()
        assert proposal["text"].strip()
        assert isinstance(proposal["at"], datetime)
        assert proposal["at"].tzinfo is not None
        address = proposal["address"]
        unit = edition(proposal["language"], BASE).at(address) if address else None
        assert address is None or (unit is not None and unit.state == "in_force"), address


def test_proposals_are_of_every_kind_and_name_levels() -> None:
    assert {proposal["kind"] for proposal in PROPOSALS} == {"add", "exclude", "transfer", "clarify", "keep"}
    levels = {"region", "district", "rural", None}
    for proposal in PROPOSALS:
        assert {proposal["from_level"], proposal["to_level"]} <= levels
        if proposal["kind"] == "transfer":
            assert proposal["from_level"]
            assert proposal["to_level"]
