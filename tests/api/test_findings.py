"""Findings of unclear wording through the API: read, confirmed, dismissed."""

from __future__ import annotations

from typing import Any

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT


def listed(service: Service, query: str = "") -> list[dict[str, Any]]:
    """Findings of the edition in force."""
    found: list[dict[str, Any]] = service.get(f"/acts/{ACT}/findings?{query}")["items"]
    return found


def vague(service: Service, language: str = "ru") -> dict[str, Any]:
    """The finding of «при необходимости» («қажет болған кезде»)."""
    return next(entry for entry in listed(service, f"language={language}") if entry["address"] == "art_1/pt_2/sub_1")


def test_a_finding_quotes_the_words_where_they_stand(service: Service) -> None:
    for language, words in (("ru", "при необходимости"), ("kk", "қажет болған кезде")):
        finding = vague(service, language)
        place = service.get(f"/acts/{ACT}/editions/{language}/2026-02-01/provisions/{finding['address']}")
        assert place["text"][finding["start"] : finding["end"]] == finding["quote"]
        assert words in finding["quote"]
        assert finding["factor"] == "discretion"


def test_findings_are_filtered(service: Service) -> None:
    every = listed(service)
    assert vague(service) in listed(service, "factor=discretion&article=art_1&weight=1")
    assert vague(service) not in listed(service, "factor=weak_function")
    assert listed(service, "article=art_99") == []
    assert [entry["id"] for entry in listed(service, "weight=3")] == [e["id"] for e in every if e["weight"] >= 3]
    assert_problem(service, service.ask(f"/acts/{ACT}/findings?factor=ugly"), 422)
    assert_problem(service, service.ask(f"/acts/{ACT}/findings?weight=4"), 422)
    assert_problem(service, service.ask(f"/acts/{ACT}/findings?state=maybe"), 422)


def test_a_deputy_confirms_and_dismisses_with_a_reason(service: Service) -> None:
    finding = vague(service, "kk")
    address = f"/findings/{finding['id']}"
    confirmed = service.post(f"{address}/answers", {"kind": "confirmed"}, token="aigul")
    assert confirmed.status_code == 201
    assert confirmed.get_json()["state"] == "confirmed"
    problem = assert_problem(service, service.post(f"{address}/answers", {"kind": "dismissed"}, token="aigul"), 422)
    assert problem["code"] == "reason_needed"
    assert service.get(address)["state"] == "confirmed"
    service.post(f"{address}/answers", {"kind": "dismissed", "reason": "Күні 3-бапта айтылған."}, token="aigul")
    found = service.get(address)
    assert (found["state"], found["answer"]["reason"]) == ("dismissed", "Күні 3-бапта айтылған.")
    assert [answer["kind"] for answer in found["history"]][:2] == ["dismissed", "confirmed"]
    assert found["answer"]["by"]["name"]["ru"] == "Aigul"
    assert found["id"] in [entry["id"] for entry in listed(service, "language=kk&state=dismissed")]
    service.post(f"{address}/answers", {"kind": "open"}, token="aigul")
    assert service.get(address)["answer"] is None


def test_an_answer_holds_for_the_same_words_in_every_edition(service: Service) -> None:
    finding = vague(service)
    service.post(f"/findings/{finding['id']}/answers", {"kind": "confirmed"}, token="aigul")
    older = service.get(f"/acts/{ACT}/findings?on=2025-02-01&article=art_1&state=confirmed")["items"]
    assert [(entry["edition"], entry["quote"]) for entry in older] == [("2025-01-10", finding["quote"])]
    service.post(f"/findings/{finding['id']}/answers", {"kind": "open"}, token="aigul")


def test_an_akim_may_not_decide_findings(service: Service) -> None:
    address = f"/findings/{vague(service)['id']}/answers"
    problem = assert_problem(service, service.post(address, {"kind": "confirmed"}, token="bolat"), 403)
    assert problem["code"] == "not_allowed"


def test_findings_of_an_amendment_say_what_it_does_to_them(service: Service) -> None:
    for entry in service.get("/amendments/1/findings?per_page=200")["items"]:
        assert entry["amendment"] == 1
        assert entry["change"] in ("added", "removed", "kept")
    assert service.get("/amendments/1/findings?change=added&language=kk")["total"] == 0


def test_a_finding_names_its_author_its_level_and_its_words_through_editions(service: Service) -> None:
    finding = vague(service)
    assert (finding["author"], finding["rule_version"]) == ("algorithm", 1)
    older = service.get(f"/acts/{ACT}/findings?on=2025-02-01&article=art_1")["items"]
    assert finding["lineage"] in {entry["lineage"] for entry in older}
    for level in ("region", "rural"):
        assert all(level in entry["levels"] for entry in listed(service, f"level={level}"))
    assert_problem(service, service.ask(f"/acts/{ACT}/findings?level=village"), 422)


def test_deputies_vote_and_the_staff_does_not(service: Service) -> None:
    address = f"/findings/{vague(service)['id']}"
    assert service.post(f"{address}/votes", {"value": "vague"}, token="aigul").get_json() == {"vague": 1, "clear": 0}
    assert service.post(f"{address}/votes", {"value": "clear"}, token="aigul").get_json() == {"vague": 0, "clear": 1}
    assert service.get(address)["votes"] == {"vague": 0, "clear": 1}
    assert_problem(service, service.post(f"{address}/votes", {"value": "vague"}, token="chingiz"), 403)


def test_a_wording_is_shown_first_and_stored_when_asked(service: Service) -> None:
    finding = vague(service)
    address = f"/findings/{finding['id']}"
    assert all(len(one) == 2 for one in service.get(f"{address}/wordings")["wordings"])
    wish = {"wording": "один раз в неделю"}
    shown = service.post(f"{address}/amendments", wish, token="aigul").get_json()
    assert (shown["saved"], shown["amendment"]) == (False, None)
    assert "заменить словами «один раз в неделю»" in shown["instruction"]
    assert "один раз в неделю поливает деревья" in shown["after"]
    problem = assert_problem(
        service, service.post(f"{address}/amendments", {"wording": "раз в [период]"}, token="aigul"), 422
    )
    assert problem["code"] == "wording_blank"
    kept = service.post(f"{address}/amendments", wish | {"save": True}, token="aigul").get_json()
    assert kept["saved"]
    delta = service.get(f"/amendments/{kept['amendment']}/clarity")
    assert (delta["verdict"], delta["removed"], delta["added"]) == ("clearer", 1, 0)
    assert delta["sentence"]["kk"].startswith("Мәтін айқынырақ болды")
    listed_there = service.get(f"/acts/{ACT}/findings?bill={kept['bill']}")
    assert listed_there["total"] == 0, "it brings nothing vague in"


def test_remarks_hang_on_the_words_of_a_finding(service: Service) -> None:
    finding = vague(service)
    remark = {"finding": finding["id"], "language": "ru", "text": "Сколько раз?"}
    made = service.post("/comments", remark, token="bolat").get_json()
    assert made["quote"] == finding["quote"]
    found = service.get(f"/comments?finding={finding['id']}")["items"]
    assert [entry["text"] for entry in found] == ["Сколько раз?"]
