"""Long work in the background, with progress that survives leaving the page.

A job's state is a small file in the data folder, not a row: the work itself is one transaction, and on SQLite a
second writer could not note progress beside it. Every process of the service on this machine sees the files.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from service.clock import now
from service.errors import NotFound, UserError

log = logging.getLogger(__name__)

SILENCE = timedelta(minutes=10)
"""A running job that says nothing for so long has died with its process."""
KEPT = timedelta(days=7)
_ID_LENGTH = 32


class JobState(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: how far it is, and its outcome as a code of the message catalogue with its particulars."""

    id: str
    kind: str
    owner: int
    """Account that may look at it."""
    state: JobState
    done: int = 0
    total: int = 0
    what: str = ""
    code: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job that went well says at its end: a message code and its particulars (plain JSON values)."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


Tell = Callable[[int, int, str], None]
Work = Callable[[Tell], Outcome]


def start(folder: Path, kind: str, owner: int, work: Work) -> Job:
    """Begin `work` in a thread of its own. It is given a function to tell (done, total, what) with.

    A UserError that it raises is the job's outcome; any other error goes to the log, and the outcome is
    "internal_error". Files of jobs that ended a week ago are cleared away.
    """
    _clear(folder)
    job = _keep(folder, Job(secrets.token_hex(_ID_LENGTH // 2), kind, owner, JobState.RUNNING))
    threading.Thread(target=_run, args=(folder, job, work), name=f"job-{kind}", daemon=True).start()
    return job


def look(folder: Path, job_id: str, owner: int) -> Job:
    """How a job stands. Raises NotFound("job_not_found") for an unknown one or somebody else's."""
    try:
        job = _read(_path(folder, job_id))
    except FileNotFoundError:
        job = None
    if job is None or job.owner != owner:
        raise NotFound("job_not_found")
    if job.state is JobState.RUNNING and now() - datetime.fromisoformat(job.changed_at) > SILENCE:
        return replace(job, state=JobState.FAILED, code="job_lost")
    return job


def _run(folder: Path, job: Job, work: Work) -> None:
    current = job

    def tell(done: int, total: int, what: str) -> None:
        nonlocal current
        current = _keep(folder, replace(current, done=done, total=total, what=what))

    try:
        outcome = work(tell)
    except UserError as error:
        params = {name: str(value) for name, value in error.params.items()} | {"field": error.field}
        _keep(folder, replace(current, state=JobState.FAILED, code=error.code, params=params))
    except Exception:  # the thread's last line: what nobody waits for must be told in the log
        log.exception("job %s (%s) failed", job.id, job.kind)
        _keep(folder, replace(current, state=JobState.FAILED, code="internal_error"))
    else:
        _keep(folder, replace(current, state=JobState.DONE, code=outcome.code, params=outcome.params))


def _keep(folder: Path, job: Job) -> Job:
    """Write the job's file whole, so that a reader never sees half of it."""
    kept = replace(job, changed_at=now().isoformat())
    path = _path(folder, job.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(asdict(kept), ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
    return kept


def _read(path: Path) -> Job:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Job(**content | {"state": JobState(content["state"])})


def _path(folder: Path, job_id: str) -> Path:
    if len(job_id) != _ID_LENGTH or not set(job_id) <= set("0123456789abcdef"):
        raise NotFound("job_not_found")
    return folder / "jobs" / f"{job_id}.json"


def _clear(folder: Path) -> None:
    for path in (folder / "jobs").glob("*.json"):
        if now() - datetime.fromtimestamp(path.stat().st_mtime, UTC) > KEPT:
            path.unlink(missing_ok=True)
