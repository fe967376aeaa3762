"""Long work: its progress and its end, seen by its owner alone."""

from __future__ import annotations

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from service.clock import now
from service.errors import Conflict, NotFound, message
from service.jobs import running
from service.jobs.running import Job, JobState, Outcome, Tell, look, start


def ended(folder: Path, job: Job) -> Job:
    for _ in range(500):
        found = look(folder, job.id, job.owner)
        if found.state is not JobState.RUNNING:
            return found
        time.sleep(0.01)
    pytest.fail("the job does not end")


def test_progress_and_outcome(tmp_path: Path) -> None:
    told, go_on = threading.Event(), threading.Event()

    def work(tell: Tell) -> Outcome:
        tell(3, 10, "2026-01-01.md")
        told.set()
        go_on.wait(10)
        return Outcome("import_nothing_new", {"act": "7", "unchanged": 4})

    job = start(tmp_path, "import", 1, work)
    told.wait(10)
    seen = look(tmp_path, job.id, 1)
    assert (seen.state, seen.done, seen.total, seen.what) == (JobState.RUNNING, 3, 10, "2026-01-01.md")
    go_on.set()
    done = ended(tmp_path, job)
    assert done.state is JobState.DONE
    assert "ничего не изменено" in message(done.code, "ru", done.params)


def test_a_mistake_is_the_outcome(tmp_path: Path) -> None:
    def work(tell: Tell) -> Outcome:
        raise Conflict("bill_exists", field="number", number="7")

    failed = ended(tmp_path, start(tmp_path, "import", 1, work))
    assert failed.state is JobState.FAILED
    assert message(failed.code, "ru", failed.params).startswith("Законопроект «7» уже есть")


def test_a_defect_goes_to_the_log_and_tells_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def work(tell: Tell) -> Outcome:
        raise ZeroDivisionError("inner detail")

    failed = ended(tmp_path, start(tmp_path, "import", 1, work))
    assert (failed.state, failed.code, failed.params) == (JobState.FAILED, "internal_error", {})
    assert "inner detail" in caplog.text


def test_only_its_owner_sees_it(tmp_path: Path) -> None:
    job = start(tmp_path, "import", 1, lambda tell: Outcome("import_done"))
    for job_id, owner in ((job.id, 2), ("0" * 32, 1), ("../secret_key", 1), ("", 1)):
        with pytest.raises(NotFound):
            look(tmp_path, job_id, owner)
    assert ended(tmp_path, job).state is JobState.DONE


def test_a_job_that_died_with_its_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def work(tell: Tell) -> Outcome:
        go_on.wait(10)
        return Outcome("import_done")

    job = start(tmp_path, "import", 1, work)
    monkeypatch.setattr(running, "SILENCE", timedelta(seconds=-1))
    assert look(tmp_path, job.id, 1).code == "job_lost"
    go_on.set()
    assert ended(tmp_path, job)


def test_old_files_are_cleared_away(tmp_path: Path) -> None:
    old = start(tmp_path, "import", 1, lambda tell: Outcome("import_done"))
    ended(tmp_path, old)
    path = tmp_path / "jobs" / "1" / f"{old.id}.json"
    long_ago = (now() - running.KEPT - timedelta(hours=1)).timestamp()
    os.utime(path, (long_ago, long_ago))
    new = start(tmp_path, "import", 1, lambda tell: Outcome("import_done"))
    assert ended(tmp_path, new)
    assert not path.exists()
