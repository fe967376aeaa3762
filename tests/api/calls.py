"""A good call of every address of the API, for the tests that walk all of them."""

from __future__ import annotations

from typing import Any

from tests.api.village import ACT, BILL

PATHS: dict[str, dict[str, str]] = {
    "act": {"act": ACT},
    "editions": {"act": ACT},
    "edition": {"act": ACT, "language": "ru", "on": "2026-02-01"},
    "edition_text": {"act": ACT, "language": "kk", "on": "2025-12-31"},
    "edition_document": {"act": ACT, "language": "ru", "on": "2026-02-01"},
    "edition_warnings": {"act": ACT, "language": "kk", "on": "2026-02-01"},
    "provisions": {"act": ACT, "language": "kk", "on": "2026-02-01"},
    "provision": {"act": ACT, "language": "ru", "on": "2026-02-01", "address": "art_1/pt_2/sub_1"},
    "compare": {"act": ACT},
    "comparison_document": {"act": ACT},
    "comparison_pdf": {"act": ACT},
    "findings": {"act": ACT},
    "one_bill": {"bill": BILL},
    "amendments": {"bill": BILL},
    "bill_redline": {"bill": BILL},
    "bill_document": {"bill": BILL},
    "bill_pdf": {"bill": BILL},
    "bill_text_document": {"bill": BILL},
    "numbered_amendment": {"bill": BILL, "number": "2"},
    "one_amendment": {"amendment": "1"},
    "amendment_as_redline": {"amendment": "1"},
    "amendment_document": {"amendment": "1"},
    "amendment_pdf": {"amendment": "1"},
    "findings_of_amendment": {"amendment": "1"},
    "one_finding": {"finding": "1"},
    "answer_finding": {"finding": "1"},
    "vote_finding": {"finding": "1"},
    "wordings": {"finding": "1"},
    "amend_finding": {"finding": "1"},
    "clarity_counts": {"act": ACT},
    "clarity_between": {"act": ACT},
    "clarity_of_amendment": {"amendment": "1"},
    "clarity_of_bill": {"bill": BILL},
    "slots_of_powers": {"act": ACT},
    "clarity_report": {"act": ACT},
    "one_comment": {"comment": "1"},
    "write_reply": {"comment": "1"},
    "take_comment_back": {"comment": "2"},
    "one_proposal": {"proposal": "1"},
    "proposal_as_amendment": {"proposal": "2"},
    "store_proposal_amendment": {"proposal": "3"},
    "decide_on_proposal": {"proposal": "1"},
    "powers": {"act": ACT},
    "power_matrix": {"act": ACT},
    "power_duplicates": {"act": ACT},
    "power_non_core": {"act": ACT},
    "power_missing": {"act": ACT},
    "one_power": {"act": ACT},
    "power_warnings": {"act": ACT},
    "edition_power_delta": {"act": ACT},
    "bill_power_delta": {"bill": BILL},
    "power_table_xlsx": {"act": ACT},
    "power_table_docx": {"act": ACT},
    "set_power_subject": {"act": ACT},
    "decide_amendments": {"bill": BILL},
    "undo_decisions": {"bill": BILL, "decision": "1"},
    "change_deadline": {"bill": BILL},
    "bill_comparative_table": {"bill": BILL},
    "bill_conflicts": {"bill": BILL},
    "bill_progress": {"bill": BILL},
    "one_problem": {"code": "act_not_found"},
}
"""Operation → what stands in its path."""

QUERIES: dict[str, str] = {
    "compare": "old=2025-01-10&new=2026-02-01",
    "comparison_document": "old=2025-01-10&new=2026-02-01",
    "comparison_pdf": "old=2025-01-10&new=2026-02-01",
    "edition_power_delta": "old=2025-01-10&new=2026-02-01",
    "one_power": "id=art_1/pt_2/sub_1",
    "clarity_between": "old=2025-01-10&new=2026-02-01",
}

BODIES: dict[str, dict[str, Any]] = {
    "write_comment": {"act": ACT, "language": "ru", "text": "Хорошо."},
    "write_reply": {"language": "kk", "text": "Келісемін."},
    "write_proposal": {"act": ACT, "kind": "clarify", "language": "ru", "title": "Уточнить", "text": "Когда поливать?"},
    "answer_finding": {"kind": "confirmed"},
    "set_power_subject": {"on": "2026-02-01", "address": "art_1/pt_2/sub_1", "subject": "improvement"},
    "store_proposal_amendment": {
        "bill": BILL,
        "instruction_ru": "подпункт 2) пункта 2 статьи 1 исключить.",
        "instruction_kk": "1-баптың 2-тармағының 2) тармақшасы алып тасталсын.",
    },
    "decide_on_proposal": {"state": "declined", "reason": "Уже сказано."},
    "vote_finding": {"value": "vague"},
    "decide_amendments": {"amendments": [{"number": 1, "version": 1}], "state": "accepted"},
    "undo_decisions": {"together": True},
    "change_deadline": {"decision_due": None, "seen": None},
    "amend_finding": {"wording": "до первого мая"},
    "write_instruction": {"language": "ru", "before": "1. Сад.", "after": "1. Парк."},
    "parse_instruction": {"language": "ru", "instruction": "в статье 2 слово «саде» заменить словом «парке»."},
    "apply_instruction": {
        "language": "ru",
        "instruction": "в статье 2 слово «саде» заменить словом «парке».",
        "act": ACT,
        "on": "2026-02-01",
    },
}

ONCE = {"store_proposal_amendment", "decide_amendments", "undo_decisions"}
"""Operations that succeed only the first time: an amendment is made of a proposal once, a version is decided once."""

WRITER = "chingiz"
"""Whose token may do all that is walked here but for `WRITERS`."""
WRITERS = {"vote_finding": "aigul"}
"""Operation → who may do what not even the staff may."""
