"""Long work in the background, with progress that survives leaving the page.

A job's state is a small file in the data folder, not a row: the work itself is one transaction, and on SQLite a
second writer could not note progress beside it. Every process of the service on this machine sees the files.
What a job makes for its owner to take away lies beside its state, and goes with it.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Any, Final

from service.clock import now
from service.errors import LANGUAGES, NotFound, TooLarge, TooMany, UserError

log = logging.getLogger(__name__)

BEAT = 2.0
"""Seconds between two signs of life of a running job."""
_SELDOM: Final = 0.2
"""Seconds between two notes of progress; the last one is noted with the next sign of life at the latest."""
SILENCE = timedelta(minutes=1)
"""A running job that gives no sign of life for so long has died with its process."""
KEPT = timedelta(days=7)
MOST_KEPT: Final = 20
"""Jobs of one owner that are kept after their end; the oldest go first."""
MOST_RUNNING: Final = 3
"""Jobs of one owner that run at a time."""
MOST_BYTES: Final = 64 * 1024 * 1024
"""Of a file that a job makes."""
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
    subject: str = ""
    """What the work is about: the number of a bill, the code of an act, the name of a file."""
    origin: str = ""
    """Address within the site that it was begun from."""
    done: int = 0
    total: int = 0
    """Steps there are; 0 where nobody knows."""
    what: str = ""
    code: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """Of a job that failed: the sentence of the mistake by language."""
    place: dict[str, str] = field(default_factory=dict)
    """Where its outcome is to be seen."""
    file: str = ""
    """Name of the file that it made; "" for none."""
    media_type: str = ""
    started_at: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A file to take away."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job that went well says at its end: a message code and its particulars (plain JSON values).

    `place` says where its outcome is to be seen, in the terms of whoever began it; `made` is a file to take away.
    """

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    made: Made | None = None


Tell = Callable[[int, int, str], None]
Work = Callable[[Tell], Outcome]


class Running:
    """A job of this process, for the one who has begun it and can wait a moment for its end."""

    def __init__(self, folder: Path, job: Job) -> None:
        self.job = job
        self._folder = folder
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._noted = 0.0
        self._outcome: Outcome | None = None
        self._error: Exception | None = None

    def ended(self, seconds: float) -> Outcome | None:
        """The outcome, where there is one within so many seconds, else None. Raises what the work has raised."""
        if not self._over.wait(seconds):
            return None
        if self._error is not None:
            raise self._error
        return self._outcome

    def forget(self) -> None:
        """Leave no trace of a job that has ended: whoever waited has its outcome."""
        if self._over.is_set():
            _remove(_path(self._folder, self.job.owner, self.job.id))

    def run(self, work: Work) -> None:
        """Do the work, in the thread that this is called in."""
        threading.Thread(target=self._live, name=f"{threading.current_thread().name}-alive", daemon=True).start()
        try:
            self._end(work)
        finally:
            self._over.set()

    def _tell(self, done: int, total: int, what: str) -> None:
        with self._lock:
            self.job = replace(self.job, done=done, total=total, what=what)
            if monotonic() - self._noted >= _SELDOM:
                self._note()

    def _note(self) -> None:
        _keep(self._folder, self.job)
        self._noted = monotonic()

    def _end(self, work: Work) -> None:
        job = self.job
        try:
            _clear(self._folder)
            outcome = work(self._tell)
            made = outcome.made
            if made is not None:
                _keep_file(_file(self._folder, job.owner, job.id), made)
        except UserError as error:
            self._error = error
            params = {name: str(value) for name, value in error.params.items()} | {"field": error.field}
            said = {language: error.message(language) for language in LANGUAGES}
            ended = replace(self.job, state=JobState.FAILED, code=error.code, params=params, said=said)
        except Exception as error:  # the thread's last line: what nobody waits for must be told in the log
            self._error = error
            log.exception("job %s (%s) failed", job.id, job.kind)
            ended = replace(self.job, state=JobState.FAILED, code="internal_error")
        else:
            self._outcome = outcome
            name, media_type = (made.name, made.media_type) if made is not None else ("", "")
            ended = replace(
                self.job, state=JobState.DONE, code=outcome.code, params=outcome.params, place=outcome.place,
                file=name, media_type=media_type,
            )  # fmt: skip
        with self._lock:
            self.job = ended
            self._note()

    def _live(self) -> None:
        """Give signs of life: one step of the work may take long and tell nothing."""
        while not self._over.wait(BEAT):
            with self._lock:
                if self.job.state is JobState.RUNNING:
                    self._note()


def begin(folder: Path, kind: str, owner: int, work: Work, *, subject: str = "", origin: str = "") -> Running:
    """Begin `work` in a thread of its own. It is given a function to tell (done, total, what) with.

    A UserError that it raises is the job's outcome; any other error goes to the log, and the outcome is
    "internal_error". Files of jobs that ended a week ago are cleared away, and those of an owner who has many.
    Raises TooMany("jobs_too_many") where as many jobs of the owner run as may run at a time.
    """
    known = mine(folder, owner)
    if sum(job.state is JobState.RUNNING for job in known) >= MOST_RUNNING:
        raise TooMany("jobs_too_many", seconds=60)
    for job in [one for one in known if one.state is not JobState.RUNNING][MOST_KEPT - 1 :]:
        _remove(_path(folder, owner, job.id))
    job = Job(
        secrets.token_hex(_ID_LENGTH // 2), kind, owner, JobState.RUNNING, subject, origin, started_at=now().isoformat()
    )
    running = Running(folder, _keep(folder, job))
    threading.Thread(target=running.run, args=(work,), name=f"job-{kind}", daemon=True).start()
    return running


def start(folder: Path, kind: str, owner: int, work: Work) -> Job:
    """`begin` for those who do not wait."""
    return begin(folder, kind, owner, work).job


def look(folder: Path, job_id: str, owner: int) -> Job:
    """How a job stands. Raises NotFound("job_not_found") for an unknown one or somebody else's."""
    try:
        return _read(_path(folder, owner, job_id))
    except FileNotFoundError:
        raise NotFound("job_not_found") from None


def mine(folder: Path, owner: int) -> list[Job]:
    """All jobs of an owner that are kept, the newest first."""
    found = []
    for path in (folder / "jobs" / str(owner)).glob("*.json"):
        with suppress(FileNotFoundError):  # cleared away meanwhile
            found.append(_read(path))
    return sorted(found, key=lambda job: job.started_at, reverse=True)


def file_of(folder: Path, job: Job) -> Path:
    """Where the file lies that a job made. Raises NotFound("job_not_found") for one without a file."""
    path = _file(folder, job.owner, job.id)
    if not job.file or not path.is_file():
        raise NotFound("job_not_found")
    return path


def _keep(folder: Path, job: Job) -> Job:
    """Write the job's file whole, so that a reader never sees half of it."""
    kept = replace(job, changed_at=now().isoformat())
    path = _path(folder, job.owner, job.id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(path, json.dumps(asdict(kept), ensure_ascii=False).encode())
    return kept


def _keep_file(path: Path, made: Made) -> None:
    if len(made.content) > MOST_BYTES:
        raise TooLarge("job_file_too_large", limit=MOST_BYTES // 1024 // 1024)
    _write(path, made.content)


def _write(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    beside.replace(path)


def _read(path: Path) -> Job:
    heard = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    content = json.loads(path.read_text(encoding="utf-8"))
    job = Job(**content | {"state": JobState(content["state"])})
    if job.state is JobState.RUNNING and now() - heard > SILENCE:
        return replace(job, state=JobState.FAILED, code="job_lost")
    return job


def _path(folder: Path, owner: int, job_id: str) -> Path:
    if len(job_id) != _ID_LENGTH or not set(job_id) <= set("0123456789abcdef"):
        raise NotFound("job_not_found")
    return folder / "jobs" / str(owner) / f"{job_id}.json"


def _file(folder: Path, owner: int, job_id: str) -> Path:
    return _path(folder, owner, job_id).with_suffix(".file")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_suffix(".file").unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Remove what has not changed for long, also what a process left that died."""
    for path in (folder / "jobs").glob("*/*"):
        with suppress(FileNotFoundError):
            if now() - datetime.fromtimestamp(path.stat().st_mtime, UTC) > KEPT:
                path.unlink()
