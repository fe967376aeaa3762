"""Everything that the register says can be written as JSON."""

from __future__ import annotations

import json

from amendments.operations.apply import apply
from amendments.operations.model import Remove
from amendments.powers import as_json, delta, differences, judge, proposals, register
from tests.powers.laws import WELLS_KK, WELLS_RU, edition, registered


def test_a_register_and_all_that_is_judged_of_it() -> None:
    law = edition(WELLS_RU, "ru")
    found = register(law)
    judged = judge(found)
    amended = register(apply([Remove(address="art_4/pt_1/sub_3")], law).edition)
    kazakh = registered(WELLS_KK.replace("1) құдықтарды тазалауды ұйымдастырады;\n", ""), "kk")
    said = {
        "powers": [as_json.power(one, subject=judged.about[one.id].subject) for one in found.in_force],
        "proposals": [as_json.proposal(one, "kk") for one in proposals(found, judged)],
        "delta": as_json.delta(delta(found, amended), "ru"),
        "differences": [as_json.difference(one) for one in differences(found, kazakh)],
    }
    read = json.loads(json.dumps(said, ensure_ascii=False))
    assert read == said
    assert read["delta"]["changes"][0]["old"][0]["address"] == "art_4/pt_1/sub_3"
    assert read["differences"] == [
        {"kind": "missing", "address": "art_4/pt_1/sub_1", "language": "ru", "ru": "", "kk": ""}
    ]
    assert {one["kind"] for one in read["proposals"]} >= {"exclude", "clarify", "add"}
