"""Jobs as people read them: what they do, how far they are, what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later

from service.errors import message
from service.jobs.running import Job, JobState

KINDS: Final = {
    "reading": _later("Reading the text of a new edition"),
    "edition": _later("Storing a new edition"),
    "folder": _later("Import of an act with its editions"),
    "carry_look": _later("Amendments looked through on a newer edition"),
    "carry": _later("Carrying a bill onto a newer edition"),
    "edition_file": _later("An edition as a file"),
    "comparison_file": _later("A comparison of editions as a file"),
    "bill_file": _later("The text of a bill as a file"),
    "amendment_file": _later("An amendment as a file"),
    "findings_file": _later("The report on vague wording as a file"),
    "powers_file": _later("The table of powers as a file"),
}
CHIPS: Final = {"running": "accent", "done": "good", "failed": "bad", "lost": "bad"}


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job as a page shows it. `state` is running, done, failed or lost; `sentence` is "" while it runs.

    `done` and `total` are steps, both 0 where nobody knows; `link` leads to what came of it, `origin` to where it was
    begun; `file` is the name of what may be taken away, or "".
    """

    id: str
    name: str
    subject: str
    state: str
    state_words: str
    chip: str
    started: datetime
    done: int
    total: int
    what: str
    sentence: str
    link: str
    origin: str
    file: str


def job_line(job: Job, language: str, address: Callable[[Mapping[str, str]], str]) -> JobLine:
    """A job in words; `address` gives the address of the place where its outcome is to be seen."""
    state = "lost" if job.code == "job_lost" else job.state.value
    return JobLine(
        id=job.id,
        name=str(KINDS[job.kind]),
        subject=job.subject,
        state=state,
        state_words=_state(state),
        chip=CHIPS[state],
        started=datetime.fromisoformat(job.started_at),
        done=job.done,
        total=job.total,
        what=job.what,
        sentence="" if job.state is JobState.RUNNING else _sentence(job, language),
        link=address(job.place) if job.place else "",
        origin=job.origin,
        file=job.file,
    )


def _sentence(job: Job, language: str) -> str:
    return job.said.get(language) or message(job.code, language, job.params)


def _state(name: str) -> str:
    names: dict[str, str] = {
        "running": _("at work"),
        "done": _("done"),
        "failed": _("did not work"),
        "lost": _("broke off"),
    }
    return names[name]
