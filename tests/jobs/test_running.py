"""Long work: its progress and its end, seen by its owner alone."""

from __future__ import annotations

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from service.clock import now
from service.errors import Conflict, NotFound, TooMany, UserError, message
from service.jobs import running
from service.jobs.running import Job, JobState, Made, Outcome, Tell, begin, file_of, look, mine, start


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
    monkeypatch.undo()
    go_on.set()
    assert ended(tmp_path, job).state is JobState.DONE


def test_old_files_are_cleared_away(tmp_path: Path) -> None:
    old = start(tmp_path, "import", 1, lambda tell: Outcome("import_done"))
    ended(tmp_path, old)
    path = tmp_path / "jobs" / "1" / f"{old.id}.json"
    long_ago = (now() - running.KEPT - timedelta(hours=1)).timestamp()
    os.utime(path, (long_ago, long_ago))
    new = start(tmp_path, "import", 1, lambda tell: Outcome("import_done"))
    assert ended(tmp_path, new).state is JobState.DONE
    assert not path.exists()


def test_who_waits_has_the_outcome_or_the_mistake_itself(tmp_path: Path) -> None:
    go_on = threading.Event()

    def work(tell: Tell) -> Outcome:
        go_on.wait(10)
        return Outcome("import_done", {"act": "7"})

    def mistaken(tell: Tell) -> Outcome:
        raise Conflict("bill_exists", field="number", number="7")

    slow = begin(tmp_path, "import", 1, work, subject="7", origin="/ru/import/")
    assert slow.ended(0.01) is None
    assert (look(tmp_path, slow.job.id, 1).subject, look(tmp_path, slow.job.id, 1).origin) == ("7", "/ru/import/")
    go_on.set()
    assert slow.ended(10) == Outcome("import_done", {"act": "7"})
    with pytest.raises(Conflict) as caught:
        begin(tmp_path, "import", 1, mistaken).ended(10)
    assert caught.value.field == "number"
    slow.forget()
    with pytest.raises(NotFound):
        look(tmp_path, slow.job.id, 1)


def test_a_mistake_is_kept_as_its_sentence_in_each_language(tmp_path: Path) -> None:
    class Refused(UserError):
        """A mistake whose sentence is its own, not the catalogue's."""

        def message(self, language: str = "ru") -> str:
            return f"{language}: нет"

    def work(tell: Tell) -> Outcome:
        raise Refused("source_empty")

    failed = ended(tmp_path, start(tmp_path, "import", 1, work))
    assert failed.said == {"ru": "ru: нет", "kk": "kk: нет", "en": "en: нет"}


def test_a_file_is_kept_with_its_job_and_goes_with_it(tmp_path: Path) -> None:
    running_job = begin(tmp_path, "file", 1, lambda _: Outcome("file_made", made=Made("a.txt", "text/plain", b"words")))
    done = ended(tmp_path, running_job.job)
    assert (done.file, done.media_type) == ("a.txt", "text/plain")
    path = file_of(tmp_path, done)
    assert path.read_bytes() == b"words"
    running_job.ended(10)
    running_job.forget()
    assert not path.exists()
    with pytest.raises(NotFound):
        file_of(tmp_path, done)
    assert list((tmp_path / "jobs" / "1").iterdir()) == []


def test_a_file_that_is_too_large_is_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_BYTES", 4)
    made = Made("a.txt", "text/plain", b"words")
    failed = ended(tmp_path, start(tmp_path, "file", 1, lambda _: Outcome("file_made", made=made)))
    assert (failed.state, failed.code, failed.file) == (JobState.FAILED, "job_file_too_large", "")


def test_the_list_is_one_s_own_the_newest_first_and_of_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_KEPT", 3)
    begun = []
    for _ in range(5):
        begun.append(start(tmp_path, "import", 1, lambda _: Outcome("import_done")))
        ended(tmp_path, begun[-1])
    other = start(tmp_path, "import", 2, lambda _: Outcome("import_done"))
    ended(tmp_path, other)
    assert [job.id for job in mine(tmp_path, 1)] == [job.id for job in begun[:1:-1]]
    assert [job.id for job in mine(tmp_path, 2)] == [other.id]
    assert mine(tmp_path, 3) == []


def test_so_many_of_one_owner_run_at_a_time(tmp_path: Path) -> None:
    go_on = threading.Event()

    def work(tell: Tell) -> Outcome:
        go_on.wait(10)
        return Outcome("import_done")

    begun = [start(tmp_path, "import", 1, work) for _ in range(running.MOST_RUNNING)]
    with pytest.raises(TooMany):
        start(tmp_path, "import", 1, work)
    assert start(tmp_path, "import", 2, work).id
    go_on.set()
    for job in begun:
        ended(tmp_path, job)
    assert start(tmp_path, "import", 1, work).id


def test_a_silent_step_gives_signs_of_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BEAT", 0.02)
    go_on = threading.Event()

    def work(tell: Tell) -> Outcome:
        tell(1, 2, "a")
        tell(2, 2, "b")  # too soon after the other to be noted at once
        go_on.wait(10)
        return Outcome("import_done")

    job = start(tmp_path, "import", 1, work)
    path = tmp_path / "jobs" / "1" / f"{job.id}.json"
    seen = set()
    for _ in range(500):
        seen.add(path.stat().st_mtime_ns)
        if len(seen) > 3 and look(tmp_path, job.id, 1).what == "b":
            break
        time.sleep(0.01)
    go_on.set()
    assert len(seen) > 3
    assert ended(tmp_path, job).done == 2
